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
    .computed = `{ $name }` was to end on { $deadline } and is { $days ->
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
time-starts-too-early = `{ $name }` starts on { $start }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    } too early: it waits for `{ $on }` until { $until }
    .title = Starts before the work ahead of it ends
    .help = Start later, or leave `start` out: it then follows from `after`. Where they need not wait for each other, take `after` away.
    .lag = `{ $name }` starts on { $start }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    } too early: it waits for `{ $on }` until { $until }, with its `{ $lag }`
    .until = `{ $name }` ends on { $until }
time-deadline-unreachable = `{ $name }` ends on { $end } at the earliest, { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after its deadline: { $chain }
    .title = Deadline out of reach
    .help = Shorten or move what stands before it, take a dependency away, or give it a later deadline.
    .alone = `{ $name }` ends on { $end } at the earliest, { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after its deadline: it starts on { $start } and takes `{ $duration }`
    .launch = `{ $name }` can launch on { $end } at the earliest, { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after its deadline: { $chain }
    .before = `{ $name }` ends on { $end }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after `{ $launch }`, which it prepares, on { $day }
    .help-before = End it by the launch, launch later, or take `before { $launch }` away.
    .fix-launch = Move `{ $launch }` to { $end }
    .launch-day = the day of `{ $launch }`
    .first = `{ $name }` ({ $end })
    .link = { $before } → `{ $name }` ({ $end })
    .chain = { $before } → `{ $name }`
    .member = `{ $name }` ends on { $end }
