# `roadmapc diff`: what changed between two versions of a plan.

diff-title = From { $before } to { $after }
diff-now = the plan now
diff-errors = { $count ->
        [one] { $name } has { $count } error: parts of it may be missing here.
       *[other] { $name } has { $count } errors: parts of it may be missing here.
    }
diff-none = Nothing changed in the plan.
diff-settings = the `roadmap.toml` of { $name } cannot be read as TOML
diff-neither = `{ $name }` is no file or folder here, and no revision of the plan: { $reason }
diff-plan = The whole plan
diff-review = Review of { $date }
diff-nobody = nobody

diff-dates = Dates
diff-dates-later = { $count } later, at most { $days } { $days ->
        [one] day
       *[other] days
    }
diff-dates-earlier = { $count } earlier
diff-dates-other = { $count } set or removed
diff-date-deadline = due
diff-date-day = on
diff-date-end = ends
diff-date-start = starts
diff-waiting = waiting for it: { $items }
diff-kpis = KPIs
diff-kpi-added = new, target { $target }
diff-kpi-dropped = gone, target was { $target }
diff-kpi-baseline = from { $from } → { $to }
diff-budget = Budget
diff-planned = planned
diff-committed = committed
diff-currency = Currency
diff-currency-detail = amounts are not compared
diff-owners = Owners
diff-added = Added
diff-dropped = Dropped
diff-moved = Moved
diff-statuses = Status
diff-renamed = Renamed
diff-other = Also changed
diff-figures = Figures
diff-figures-added = { $count } { $count ->
        [one] new figure
       *[other] new figures
    }
diff-figures-dropped = { $count } { $count ->
        [one] figure removed
       *[other] figures removed
    }
diff-figures-changed = { $count } { $count ->
        [one] figure corrected
       *[other] figures corrected
    }

diff-kind-roadmap = Roadmap
diff-kind-person = Person
diff-kind-team = Team
diff-kind-channel = Channel
diff-kind-metric = Metric
diff-kind-source = Source
diff-kind-segment = Segment
diff-kind-product = Product
diff-kind-goal = Goal
diff-kind-kpi = KPI
diff-kind-phase = Phase
diff-kind-activity = Activity
diff-kind-task = Task
diff-kind-launch = Launch
diff-kind-material = Material
diff-kind-script = Script
diff-kind-milestone = Milestone
diff-kind-review = Review
