# launch/*: what is brought out is ready to be sold, and customers have heard of it.

launch-no-precomms = nothing is announced before launch `{ $name }`: no activity is `before` it
    .title = No communication before a launch
    .help = Say `before { $name }` in the activity that announces it, such as a teaser or press work, or add one that ends before the launch.
    .fix = Add a teaser `{ $teaser }` before `{ $name }`, to be filled in
    .stub = Teaser: { $title }
launch-value-missing = launch `{ $name }` does not say what customers gain: it has neither `usp` nor `value`
    .title = No USP
    .help = Name the reason to buy, such as `usp save_time`, or say in customers’ words what it is worth, such as `value "An order is entered in ten seconds"`.
launch-assets-missing = launch `{ $name }` has no { $materials }
    .title = Material is missing
    .help = List what sales and marketing get to work with: `{ $line }`. A block behind it gives owner, deadline and link.
    .late = { $materials } for launch `{ $name }` is due on { $due }, after campaign `{ $campaign }` starts on { $start }
    .late-help = Have it ready before the campaign starts, or start the campaign later.
    .campaign = starts on { $start }
launch-touchpoint-missing = campaign `{ $name }` counts { $metrics } and has no landing page or form
    .title = No touchpoint
    .help = Say where customers arrive: `{ $line }`, in the campaign or in the launch that it promotes.
    .trials = campaign `{ $name }` counts { $metrics } and has no onboarding
    .both = campaign `{ $name }` counts { $metrics } and has neither a landing page or form nor an onboarding
launch-ops-unprepared = nobody of operations or customer care takes part in campaign `{ $name }` or is told of it
    .title = Operations are not prepared
    .help = Tell those who have to be ready when customers come: `informed { $person }`. Work of theirs in the same phase will do, too.
launch-message-missing = campaign `{ $name }` has no message: neither its own, nor its launch’s, nor its phase’s
    .title = No message
    .help = Say what customers are to remember: `message` in the campaign, or in its phase for all campaigns there.
