# budget/*: money is planned where it is spent, fits what it is a part of, and buys a result.

budget-missing = activity `{ $name }` runs on the paid channel `{ $channel }` and has no budget
    .title = No budget
    .help = Write what it may cost, such as `budget { $example }`; `budget 0` where it costs nothing.
    .category = activity `{ $name }` is of category `ads` and has no budget
    .shared = { $names } share the { $budget } of `{ $channel }` in phase `{ $phase }`, and nothing says how much each may spend
    .plan = { $count } activities cost money ({ $names }), and the plan names no budget anywhere
    .plan-help = Begin with the whole, such as `budget { $example }` in the roadmap block; then give each activity its part.

budget-overrun = { $whole } has { $budget }, and its parts come to { $sum }, { $over } more: { $parts }
    .title = Over budget
    .help = Cut the parts, or raise the whole.
    .one = { $whole } has { $budget }, and `{ $name }` alone takes { $sum }, { $over } more
    .objectives = { $whole } has { $budget }, and its parts by objective come to { $sum }, { $over } more: { $parts }
    .spent = { $whole } has spent { $sum }, { $over } more than its budget of { $budget }
    .spent-help = Find out why, then cut what is left elsewhere or raise the budget of { $whole }.
    .part = `{ $name }` { $amount }
    .others = { $amount } in { $count } others
    .of-plan = the plan
    .of-channel = channel `{ $name }`
    .of-phase = phase `{ $name }`
    .of-phase-channel = channel `{ $channel }` in phase `{ $name }`
    .of-activity = activity `{ $name }`

budget-untagged = the budget of { $whole } is not split by objective, as that of { $example } is
    .title = Not split by objective
    .help = Say what the money is for: `budget … for traffic`, `for lead`, `for conversion`.
    .rest = { $rest } of the { $budget } of { $whole } are for no objective
    .activities = in phase `{ $phase }`, { $sum } are for no objective: { $names }

budget-paid-dependency = { $share } of the budget, { $paid } of { $whole }, goes to paid channels ({ $channels }), and no activity runs on a channel of one’s own
    .title = Dependent on paid channels
    .help = Plan something that stays when the ads stop: search, a page or community of one’s own, email, customer care.

budget-spend-no-outcome = activity `{ $name }` has spent { $spent } of { $budget } ({ $used }) and reached { $current } of { $target } `{ $metric }`
    .title = Money without a result
    .help = Look at channel, message and audience before more is spent.
    .target = the result that is planned

budget-cost-ratio = { $cost } for { $revenue } of revenue is { $ratio }, above the { $limit } that `{ $metric }` allows
    .title = Cost over revenue is too high
    .help = Cut the budget, plan more revenue, or set another target for `{ $metric }`.
    .cost = the money that is planned
    .revenue = the revenue that is planned
