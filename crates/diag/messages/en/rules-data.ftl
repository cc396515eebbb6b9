# data/*: figures come from somewhere, and say one thing.

data-source-missing = nothing says where the figures of `{ $metric }` come from
    .title = No source of data
    .help = Read it from a source with `from`, such as `from crm.leads`, or write readings by hand: `actual { $first } …`.
    .part = `{ $metric }` is worked out from { $parts }, and nothing says where those figures come from

data-single-source = `{ $metric }`, which measures { $goals }, comes from `{ $source }` alone
    .title = One source only
    .help = Add a second source to compare with, or an `insight`: what customers say about it.

data-metric-redefined = `{ $metric }` is defined twice: as `{ $here }` here, as `{ $there }` before
    .title = Metric defined twice
    .help = Keep one definition, or give the other metric a name of its own.
    .unit = `{ $metric }` is defined twice: in `{ $here }` here, in `{ $there }` before
    .first = `{ $metric }` is defined here first

data-no-breakdown = `{ $metric }` is only known as a whole: nothing divides it
    .title = No breakdown
    .help = Divide it with `by`, such as `by channel`, so that good and bad parts can be told apart.

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
