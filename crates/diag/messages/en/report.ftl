# Words of the HTML and Markdown reports.

report-as-of = As of { $weekday } { $date }
report-week = week { $week }
report-last-review = last review { $date }
report-skip = Skip to the content
report-nav = Sections of the report
report-made = Built with roadmapc { $version }
report-private = Sends no data anywhere
report-none = –

report-weekday-1 = Monday
report-weekday-2 = Tuesday
report-weekday-3 = Wednesday
report-weekday-4 = Thursday
report-weekday-5 = Friday
report-weekday-6 = Saturday
report-weekday-7 = Sunday

# The verdict at the top.
report-headline-goals-off = { $count } of { $total } goals off pace
report-headline-goals-risk = { $count } of { $total } goals at risk
report-headline-goals-all = All { $total } goals on pace
report-headline-goals-one = The goal is on pace
report-headline-goals-some = { $count } of { $total } goals on pace
report-headline-goals-unread = No figures yet for the goals
report-headline-goals-none = The roadmap has no goal yet
report-headline-work-late = { $count } { $count ->
        [one] item
       *[other] items
    } late
report-headline-work-blocked = { $count } { $count ->
        [one] item
       *[other] items
    } blocked
report-headline-work-fine = nothing is late
report-headline-work-done = all work is done
report-headline-work-none = no work yet
report-lede-goal = { $title }: { $gap }.
report-lede-late = “{ $title }” is { $late } ({ $owner }).
report-lede-blocked = “{ $title }” is blocked: { $reason }.
report-lede-next = Next: “{ $title }”, { $what } { $date }.
report-lede-quiet = Nothing falls due in the next 14 days.

report-banner = { $count } { $count ->
        [one] error
       *[other] errors
    } in the roadmap: figures below may be incomplete.
report-banner-link = See the errors

# Four lines on the right.
report-facts = Summary
report-fact-time = Time
report-fact-time-value = { $value } of the period
report-fact-work = Work
report-fact-work-value = { $done }/{ $total } done
report-fact-spent = Spent
report-fact-todo = To do
report-count-errors = { $count } { $count ->
        [one] error
       *[other] errors
    }
report-count-warnings = { $count } { $count ->
        [one] warning
       *[other] warnings
    }
report-count-hints = { $count } { $count ->
        [one] hint
       *[other] hints
    }
report-count-nothing = nothing

# Goals.
report-goals = Goals
report-goals-none = The roadmap states no goal yet
report-goals-count-off = { $count } off pace
report-goals-count-risk = { $count } at risk
report-goals-count-on = { $count } on pace
report-goals-count-wait = { $count } not started
report-goals-count-unread = { $count } without figures
report-kpi-pace = pace
report-kpi-forecast = forecast { $value }
report-kpi-gap = { $gap } against pace { $pace }
report-kpi-gap-target = { $gap } against target { $target }
report-kpi-on-target = on target { $target }
report-kpi-on-pace = on pace { $pace }
report-kpi-no-reading = No figures yet
report-kpi-pace-today = Pace today: { $pace }
report-kpi-starts = Counts from { $date }
report-kpi-lower = lower is better
report-kpi-read = figure of { $date }
report-kpi-points = { $value } points
report-kpi-by = due { $date }
report-kpi-before = before: { $value }
report-kpi-bar = From { $baseline } to { $target }; now { $now }; pace today { $pace }
report-kpi-bar-empty = From { $baseline } to { $target }; pace today { $pace }
report-goal-no-kpi = No KPI yet

report-per-day = a day
report-per-week = a week
report-per-month = a month
report-per-quarter = a quarter
report-unit-seconds = seconds
report-unit-days = days
report-unit-months = months

# What is late, next and blocked.
report-late = Late
report-late-none = Nothing is late
report-late-count = { $count } late, at most { $days } { $days ->
        [one] day
       *[other] days
    }
report-late-days = { $days } { $days ->
        [one] day
       *[other] days
    } late
report-next = Next 14 days
report-next-none = Nothing falls due up to { $date }
report-next-count = { $count } { $count ->
        [one] item
       *[other] items
    } up to { $date }
report-blocked-count = { $count } blocked
report-decide = Decisions needed
report-today = today
report-tomorrow = tomorrow
report-in-days = in { $days } { $days ->
        [one] day
       *[other] days
    }
report-due-start = starts
report-due-deadline = due
report-due-occurrence = recurs
report-due-review = review

# Tables.
report-col-item = Item
report-col-activity = Activity
report-col-owner = Owner
report-col-kpi = KPI
report-col-deadline = Deadline
report-col-status = Status
report-col-budget = Budget
report-col-state = State
report-col-goal = Goal
report-col-baseline = Baseline
report-col-now = Now
report-col-pace = Pace today
report-col-target = Target
report-col-by = By
report-col-channel = Channel
report-col-total = Total
report-col-date = Date
report-col-launch = Launch
report-col-material = Materials
report-col-place = Place
report-col-rule = Rule
report-col-finding = Finding

# States of work.
report-state-idea = Idea
report-state-not-started = Not started
report-state-in-progress = In progress
report-state-at-risk = At risk
report-state-late = Late
report-state-blocked = Blocked
report-state-done = Done
report-state-cancelled = Cancelled
report-bar-blocked = blocked
report-bar-risk = KPI behind

# States of KPIs and goals.
report-kpi-state-no-reading = No figures yet
report-kpi-state-not-started = Not started
report-kpi-state-beating = Ahead of pace
report-kpi-state-on-pace = On pace
report-kpi-state-at-risk = At risk
report-kpi-state-off-pace = Off pace
report-kpi-state-reached = Reached
report-kpi-state-missed = Missed

# The timeline.
report-timeline = Timeline
report-timeline-count = { $total } items: { $done } done, { $late } late, { $blocked } blocked
report-timeline-critical-late = The critical path runs through “{ $title }”, { $days } { $days ->
        [one] day
       *[other] days
    } late
report-timeline-late = “{ $title }” is the latest: { $days } { $days ->
        [one] day
       *[other] days
    }
report-timeline-fine = Nothing is late
report-timeline-empty = No work has dates yet
report-timeline-text = Timeline from { $start } to { $end }. The tables of the phases below say the same.
report-always-on = Always on
report-always-on-focus = Work of no single phase
report-done-of = { $done }/{ $total } done
report-launch-row = Launch: { $title }
report-script-row = Script: { $title }
report-now = Today { $date }
report-quarter = Quarter { $roman }
report-quarter-year = Quarter { $roman } { $year }
report-quarter-short = Q{ $roman }
report-month = Month { $month }
report-week-short = W{ $week }
report-tet = Tết
report-legend = Legend
report-legend-progress = In progress, the solid part is done
report-legend-over = Expected beyond its deadline
report-legend-critical = Critical path
report-legend-launch = Launch
report-legend-script = Script
report-legend-milestone = Milestone
report-legend-holiday = Holidays

# Phases.
report-phases = Phases
report-phase-heading = Phase { $number }
report-phase-focus = Focus
report-phase-message = Message
report-phase-channels = Channels
report-phase-owner = Owner
report-phase-budget = Budget
report-phase-goals = Goals
report-phase-kpis = KPIs
report-phase-milestones = Milestones
report-phase-months = By month
report-phase-days = When
report-phase-activities = Activities of the phase { $title }
report-phase-launches = Launches
report-phase-scripts = Sales scripts
report-phase-empty = The phase has no work yet
report-rank-primary = primary
report-rank-support = support
report-support = Support: { $names }
report-after = After: { $names }
report-checklist = Checklist { $done }/{ $total }
report-note = Note
report-ready = { $done }/{ $total } ready
report-for = for { $names }
report-cta = Call to action
report-usp = USP
report-no-answer = No answer yet
report-no-objections = No objection written yet
report-spent-of = { $spent } spent
report-stage-awareness = Awareness
report-stage-launch_offer = Launch offer
report-stage-retention = Retention
report-objection-price = Price
report-objection-trust = Trust
report-objection-need = Need
report-objection-rival = Rival
report-objection-other = Other
report-material-deck = deck
report-material-faq = FAQ
report-material-feature_text = feature text
report-material-pricing = pricing
report-material-guide = guide
report-material-case_study = case study

# Budget.
report-budget = Budget
report-budget-unit = Budget, { $unit }
report-budget-finding = { $spent } spent with { $time } of the time gone
report-budget-finding-spent = { $spent } spent
report-budget-over = Commitments exceed the plan by { $amount }
report-budget-no-channel = On no channel
report-budget-cell = Planned { $planned }, committed { $committed }, spent { $spent }
report-budget-legend-spent = Spent (bold)
report-budget-legend-committed = Committed
report-budget-legend-planned = Planned (right)
report-budget-scale = The phase columns share one scale; the total has its own.
report-budget-planned = Planned
report-budget-committed = Committed
report-budget-spent = Spent
report-scale-none = { $currency }
report-scale-thousand = thousand { $currency }
report-scale-million = million { $currency }
report-scale-billion = billion { $currency }

# Findings.
report-findings = Findings
report-findings-none = No errors or warnings
report-severity-error = Error
report-severity-warning = Warning
report-severity-hint = Hint

# What happened since the last review, the log of reviews, alerts, figures.
report-news = Since the review of { $date }
report-news-finished = { $count } finished
report-news-reached = { $count } { $count ->
        [one] milestone
       *[other] milestones
    } reached
report-news-changed = { $count } { $count ->
        [one] change
       *[other] changes
    }
report-news-none = Nothing was finished or changed
report-days = { $days } { $days ->
        [one] day
       *[other] days
    }
report-reviews = Review log
report-reviews-count = { $count } { $count ->
        [one] review
       *[other] reviews
    }, the last on { $date }
report-reviews-older = { $count } { $count ->
        [one] earlier review
       *[other] earlier reviews
    }
report-review-daily = Daily review
report-review-weekly = Weekly review
report-review-monthly = Monthly review
report-review-quarterly = Quarterly review
report-review-extra = Extra review
report-review-findings = Found
report-review-bottlenecks = Bottlenecks
report-review-decisions = Decided
report-review-because = Because
report-review-proposals = Proposals
report-review-changes = Changes
report-attended = with { $names }
report-because-behaviour = customer behaviour
report-because-ad-cost = ad cost
report-because-rival = a rival
report-because-message = the message
report-because-product = the product
report-proposal-open = open
report-proposal-approved = approved
report-proposal-rejected = rejected
report-alerts = Alerts
report-alerts-active = { $count } of { $total } alerts active
report-alerts-quiet = None of { $total } alerts active
report-alerts-rest = { $count } { $count ->
        [one] quiet alert
       *[other] quiet alerts
    }
report-alert-behind = more than { $value } behind pace
report-alert-stale = no new figure for { $days } days
report-alert-anomaly = outside its usual range
report-alert-tells = tells { $names }
report-figures = Figures
report-figures-count = { $count } { $count ->
        [one] figure
       *[other] figures
    } in the roadmap, the newest of { $date }
report-figures-none = No figures yet
report-figures-rest = The latest of { $count } { $count ->
        [one] kind
       *[other] kinds
    }
report-by-hand = by hand
report-about = About the roadmap
report-about-positioning = Positioning
report-about-approved = Approval
report-about-reviews = Reviews
report-about-segments = Customers
report-about-products = Products
report-day-of-month = day { $day }
report-approved = Approved: { $names }
report-yes = yes
report-no = no
report-next-rest = { $count } more
report-due-again = { $count } times up to { $date }
report-col-metric = Metric
report-col-source = Source
report-phase-shelved = Ideas and cancelled work
report-why-late = { $count } late
report-why-blocked = { $count } blocked
report-why-risk = { $count } at risk
report-why-goal = goal “{ $title }”: { $state }
report-why-goal-read = goal “{ $title }”: { $state } by figures of { $date }
