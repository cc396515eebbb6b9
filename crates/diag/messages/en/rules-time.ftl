# time/*: everything is due on a day that can be kept.

time-deadline-missing = { $kind } `{ $name }` has no deadline
    .title = No deadline
    .help = Say until when, such as `deadline 2026-03-31` or `deadline 2026-Q1`. A `start` with a `duration` gives the end, too.
time-deadline-outside-phase = `{ $name }` is due on { $deadline }, after phase `{ $phase }` ends on { $edge }
    .title = Deadline outside the phase
    .help = Move the deadline into the phase, or the work into the phase that it belongs to.
    .before = `{ $name }` is due on { $deadline }, before phase `{ $phase }` starts on { $edge }
    .phase = the phase’s days
time-overdue = `{ $name }` was due on { $deadline } and is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } late
    .title = Overdue
    .help = Say that it is done, or give it a new deadline.
    .part = “{ $name }” was due on { $deadline } and is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } late
time-checkpoint-missing = activity `{ $name }` takes { $days } days and is not looked at on the way; the limit is { $limit }
    .title = No checkpoint
    .help = Say how often it is looked at: `checkpoint weekly`. In the phase or the roadmap it holds for all activities inside.
    .fix-all = Add `{ $line }` for the whole plan
time-nonworking-deadline = `{ $name }` is due on { $deadline }, a day off
    .title = Deadline on a day off
    .help = Choose a working day, or allow it where the day is meant.
time-dependency-cycle = these wait for each other in a circle: { $chain }
    .title = Circle of dependencies
    .help = Take one `after` or `before` away, so that something can start first.
    .member = `{ $name }` waits for `{ $next }`
