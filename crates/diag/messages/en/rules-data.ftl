# data/*: figures are there, and where they come from is known.

data-actual-missing = { $has ->
        [activity] the last reading of `{ $metric }` for `{ $name }` is of { $last }; since then the checkpoint of { $checkpoint } has passed
       *[whole] the last reading of `{ $metric }` is of { $last }; since then the checkpoint of { $checkpoint } has passed
    }
    .title = No recent figure
    .help = Write down what was really reached, such as `{ $line }` with the true figure.
    .never = { $has ->
        [activity] `{ $metric }` of `{ $name }` has never been read, and the checkpoint of { $checkpoint } has passed
       *[whole] `{ $metric }` has never been read, and the checkpoint of { $checkpoint } has passed
    }
