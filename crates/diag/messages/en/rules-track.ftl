# track/*: what is said about progress is of today, and what falls behind is seen.

track-status-stale = the status of `{ $name }` was noted on { $date }, { $days } days ago; its rhythm is { $rhythm }
    .title = Status not updated
    .help = Say how far it is today: `{ $line }`, with the percent that is true.
    .never = `{ $name }` is in progress since { $date }, and for { $days } days nobody has noted how far it is
track-off-pace = `{ $metric }` of { $owner } stood at { $value } on { $day }, { $gap } behind the { $planned } planned for that day
    .title = Off pace
    .help = Decide what to do about channel, message or budget while there is time, and write it into a review. If the way there was never meant to be straight, say so: `curve back`, or points with `at`.
    .above = `{ $metric }` of { $owner } stood at { $value } on { $day }, { $gap } above the { $planned } planned for that day
    .band = `{ $metric }` of { $owner } stood at { $value } on { $day }, outside { $low }–{ $high }
    .nothing = `{ $metric }` of { $owner } stood at { $value } on { $day }, worse than planned
    .of-goal = goal `{ $name }`
    .of-phase = phase `{ $name }`
    .of-item = `{ $name }`
track-alert-missing = there is no alert on { $metrics } of goal `{ $goal }`
    .title = No alert
    .help = Add an alert to the KPI or its metric: `{ $line }`, or `alert anomaly`, with `notify` and whoever can act.
track-divergence = `{ $input }` grew by { $growth } from { $before } to { $now }, and `{ $metric }` of goal `{ $goal }` did not: { $old }, then { $new }
    .title = Input up, outcome flat
    .help = More of the same will not help. Look at the message, the channel or the offer before putting in more, and decide in a review.
track-anomaly = `{ $metric }` of { $day } is { $value }; the { $count } readings before lie between { $low } and { $high }
    .title = Unusual figure
    .help = Check the figure where it comes from. If it is right, write down why in a review, so that nobody wonders later.
