# kpi/*: what shows that something came out of the work.

kpi-missing = { $kind } `{ $name }` has no KPI
    .title = No KPI
    .help = Say what shows that it worked: `kpi`, a metric and a target, such as `kpi leads >= 1_500`. What fits: { $examples }.

kpi-unmeasurable = KPI `{ $metric }` has no target
    .title = Not measurable
    .help = Write what is to be reached behind `{ $metric }`, such as `>= 1_500`, `<= 120k VND` or `25% -> 15%`.
    .direction = nothing says whether more or less of `{ $metric }` is better
    .direction-help = Write `>=` or `<=` before the number, `2..4` for a band, or a `direction` in the metric.

kpi-baseline-missing = the target of `{ $metric }` is relative, and nothing says to what
    .title = No baseline
    .help = Write today’s value before it, such as `1_000M VND -> +30%`.

kpi-vanity-only = { $kind } `{ $name }` is measured by { $metrics } alone, which shows no result
    .title = Vanity metrics only
    .help = Put a result first, such as { $examples }, and keep { $metrics } behind it.

kpi-input-before-output = `{ $metric }` is what goes in, and stands before the result `{ $outcome }`
    .title = Output first, input second
    .help = Move the KPI `{ $outcome }` to the top: the first KPI is what the work is judged by.
    .fix = Put `{ $outcome }` first
    .outcome = the result stands here
    .phase = no KPI of phase `{ $phase }` or of its goals shows a result
    .phase-help = With `outputs_first`, each phase needs a KPI on a result, such as `leads` or `revenue`.

kpi-input-unlinked = `{ $metric }` stands beside { $outcomes }, and nothing says how it leads there
    .title = Input without an output
    .help = Say which result it drives with `drives`, or leave it out.

kpi-orphan = KPI `{ $metric }` comes from no goal, and drives none
    .title = KPI without a goal
    .help = Give it to a goal, say with `drives` what it leads to, or leave it out.
    .metric = metric `{ $metric }` is used by no KPI, formula or alert
    .metric-help = Use it in a `kpi`, say with `drives` what it leads to, or leave it out.

kpi-goal-mismatch = `{ $metric }` does not show whether goal `{ $goal }` of type `{ $type }` is reached
    .title = KPI does not fit the goal
    .help = For `{ $type }` measure { $examples }, or change the goal’s `type`.

kpi-too-many = goal `{ $goal }` has { $count } KPIs, more than { $limit }
    .title = Too many KPIs
    .help = Keep those that decide; the others belong to activities.

kpi-volume-as-kpi = activity `{ $name }` is measured by `{ $metric }`, which counts the work and not its result
    .title = Work counted as a result
    .help = Put a result first, such as { $examples }. The count can stay as a `task`, or behind it as a KPI that says what it `drives`.

kpi-target-wrong-way = `{ $metric }` should rise, and its target { $target } is below today’s { $baseline }
    .title = Target goes the wrong way
    .down = `{ $metric }` should fall, and its target { $target } is above today’s { $baseline }
    .help = Swap the two numbers, or correct the one that is wrong.
    .rise = `{ $metric }` should rise, and the target is { $target } at most
    .fall = `{ $metric }` should fall, and the target is { $target } at least
    .help-sign = Write `{ $sign }` before the number, or choose the metric that is meant.

kpi-ratio-undefined = metric `{ $metric }` is a ratio, and nothing says of what
    .title = No formula
    .help = Write what is divided by what behind the title, such as `= orders / sessions`.

kpi-unit-mismatch = the target of `{ $metric }` is written as { $found }, but the metric counts { $wanted }
    .title = Wrong unit
    .help = Write the target in the metric’s unit, or change the metric’s `unit`.
    .plain = a number without a unit
    .count = things
    .ratio = a ratio
    .points = points
    .seconds = seconds
    .days = days
    .months = months

kpi-budget-clash = { $budget } for { $target } of `{ $metric }` is { $each } each, above the bound of { $limit }
    .title = Budget and KPI disagree
    .bound = the bound on `{ $cost }` stands here
    .help = Cut the budget of `{ $name }`, raise the target of `{ $metric }`, or raise the bound on `{ $cost }`.
kpi-churn = the target of `{ $metric }` of `{ $owner }` has changed { $count } times in phase `{ $phase }`, the last time on { $date } — the method allows { $limit }
    .title = KPI changes too often
    .help = Agree on the target in a review, write down the decision, and leave it until the phase ends: a KPI that keeps moving tires the team, and its figures cannot be compared.
