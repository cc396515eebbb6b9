# goal/*: where the plan goes, and what serves it.

goal-date-missing = KPI `{ $metric }` of goal `{ $goal }` has no date
    .title = Goal without a date
    .help = Write `by` and a date behind the target, such as `by 2026-03-31`: the day on which it is to be reached.

goal-horizon-mismatch = goal `{ $goal }` is called `{ $horizon }`, but its KPI runs { $months ->
        [one] { $months } month
       *[other] { $months } months
    }, not { $least } to { $most }
    .title = Horizon and dates disagree
    .help = `{ $horizon }` means { $least } to { $most } months. Change the word, or the date behind `by`.

goal-link-missing = activity `{ $name }` serves no goal
    .title = Activity without a goal
    .help = Say which goal it serves with `supports`, or move it into the goal’s block.

goal-coverage-gap = goal `{ $goal }` wants { $target } of `{ $metric }`, and what serves it adds up to { $covered }
    .title = Activities do not cover the goal
    .part = `{ $name }` brings { $value }
    .help = Add an activity for the { $left } that are left, or lower the goal.

goal-segment-missing = goal `{ $goal }` names no segment, product or region
    .title = No segment
    .help = Say whom it is about with `segment`, `product` or `region`: “women of 25 to 35 in Hanoi” can be reached, “everybody” cannot.

goal-awareness-unqualified = goal `{ $goal }` counts `{ $metric }`, which does not say who was reached
    .title = Awareness without the right audience
    .help = Measure { $examples }, or `reach` with a `segment` in the goal.
