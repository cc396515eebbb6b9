# `roadmapc status`: the state of a plan in a terminal. What the report says too stands in `report.ftl`.

status-part = What { $name } answers for
status-work = { $done } of { $total } items done
status-errors = { $count ->
        [one] { $count } error in the plan: figures may be incomplete. `roadmapc check` shows it.
       *[other] { $count } errors in the plan: figures may be incomplete. `roadmapc check` shows them.
    }
status-more-kpis = { $count ->
        [one] and { $count } more KPI
       *[other] and { $count } more KPIs
    }
status-more = and { $count } more (`--owner NAME` shows all of one person’s)
status-decide = { $count } open
status-decision = proposed { $date }, { $days ->
        [0] today
        [one] { $days } day ago
       *[other] { $days } days ago
    }
status-week = This week
status-week-count = { $late } late, { $due } coming up to { $date }
status-week-none = nothing is late, nothing comes up to { $date }
status-nobody = Nobody yet
status-blocked = Blocked
status-blocked-count = { $count ->
        [one] { $count } item cannot go on
       *[other] { $count } items cannot go on
    }
status-launches = Launches
status-launches-count = { $ready } of { $total } ready
status-ready = Ready
status-no-materials = no materials listed
status-materials-done = all { $total } materials done
status-materials = materials { $done }/{ $total }, still open: { $open }
status-waits-for = waits for “{ $title }” ({ $facts })
status-preparing = still being prepared: “{ $title }” ({ $facts })
status-reviews = Reviews
status-reviews-fine = none missed
status-reviews-missed = { $count } missed
status-review-next = next { $day }
status-review-missed = missed { $date }, { $days ->
        [one] { $days } day ago
       *[other] { $days } days ago
    }
status-review-last = last held { $date }
status-review-never = never held yet
status-review-over = none left in the plan’s period
status-milestones = Next milestones
status-owner-unknown = nobody and no team is called `{ $name }`
    .near = nobody and no team is called `{ $name }`. Did you mean `{ $near }`?
status-owner-several = several are called `{ $name }`: { $ids }. Give one of these identifiers.
