# launch/*: a launch and what is said about it fit together.

launch-product-not-ready = `{ $name }` starts on { $start } and sells `{ $launch }`, which launches only on { $day }
    .title = Product not ready
    .help = Start it after the launch with `after { $launch }`, or write `before { $launch }` if it prepares the launch.
    .day = the day of the launch
