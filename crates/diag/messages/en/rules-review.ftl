# review/*: a plan is looked at again, and what is seen there changes it.

review-rhythm =
    .weekly = weekly
    .monthly = monthly
    .quarterly = quarterly

review-cadence-missing = nobody has said when this plan is looked at again: it needs { $list } reviews
    .title = No rhythm of reviews
    .help = Write the days into `roadmap`, such as `{ $line }`: each week the figures, each month what holds the plan up, each quarter channels, budget and focus.
    .some = the plan is looked at again, but not in { $list } reviews
review-overdue = { $count ->
        [one] the { $rhythm } review of { $due } has no entry
       *[other] { $count } { $rhythm } reviews in a row have no entry, the latest of { $due }
    }
    .title = Review missed
    .help = Hold it, and write down what was found and decided: `{ $line } …`. If the rhythm does not suit the team, change `cadence`.
review-no-decision = the quarterly review of { $date } decides nothing
    .title = Review without a decision
    .help = Write down what was decided on channels, budget or focus: `decision "…"`. That all stays as it is, is a decision, too.
    .bottleneck = the monthly review of { $date } names nothing that holds the plan up
    .bottleneck-help = Write down what holds the results up most, such as `bottleneck "Leads wait two days for a call"`.
review-roadmap-stale = nothing in this plan has changed for { $days } days: the last edit, review or reading is of { $date }
    .title = Stale roadmap
    .help = Look at the figures, and write down what you see: a `review` with what was decided, an `actual`, a new status. Not more than { $limit } days should pass.
    .never = nothing in this plan has changed since its period began on { $date }, { $days } days ago
