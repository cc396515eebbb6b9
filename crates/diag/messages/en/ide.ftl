# What the editor says by itself.

ide-rename-nothing = no name that can be changed stands here
ide-rename-built-in = `{ $name }` is built in, and keeps its name
ide-rename-unnamed = “{ $title }” has a title and no name: write one before the title first
ide-rename-no-identifier = `{ $name }` is no name: write letters, digits and `_`, and no digit first
ide-rename-taken = the name `{ $name }` is taken by { $by }
ide-rename-taken-built-in = `{ $name }` is the name of something built in

# Completion: what is offered, in a few words.
ide-name-budget = the plan’s budget
ide-calendar =
    .vn = weekends, Tết and public holidays of Vietnam
    .weekdays = Saturday and Sunday are free
    .none = every day is worked
ide-date =
    .today = today
    .yesterday = yesterday
    .next-working = next working day
    .next-monday = next Monday
    .two-weeks = in two weeks
    .month-end = end of the month
    .quarter-end = end of the quarter
    .phase-start = first day of the phase
    .phase-end = last day of the phase
    .plan-end = last day of the plan
    .deadline = deadline of what it stands in
ide-duration =
    .d = { $count } { $count ->
        [one] day
       *[other] days
    }
    .w = { $count } { $count ->
        [one] week
       *[other] weeks
    }
    .mo = { $count } { $count ->
        [one] month
       *[other] months
    }
    .bd = { $count } { $count ->
        [one] working day
       *[other] working days
    }
ide-every-month = on day { $day } of each month
ide-money-left = { $amount } left of “{ $name }”
ide-change-now = as it stands
ide-target-way = from a baseline to a target
ide-target-least = at least
ide-target-most = at most
ide-lead =
    .by = the day by which it is reached
    .per = measured each day, week, month or quarter
    .for = the part of the budget for one objective
    .on = the day, or the kind of statement
    .formula = how it is computed

# Whole statements.
ide-whole =
    .roadmap = the plan with period, currency, budget and reviews
    .phase = a phase with focus and channel
    .goal = a goal with owner, KPI and date
    .activity = an activity with owner, KPI and deadline
    .launch = a launch with owner, deadline and material
    .script = a sales script with four objections
    .objections = the four objections, each with an answer
    .person = a person with a role
    .review = a review held today
    .review-due = the review that is due today
ide-stop =
    .id = name
    .title = Title
    .name = Full name
    .person = person
    .focus = What this phase concentrates on
    .value = What a customer gains
    .price = Too expensive
    .trust = I don’t know you
    .need = I don’t need it now
    .rival = Others have it too
    .answer = Answer
    .finding = What the numbers show
    .decision = What changes

# Cards: what is to be read about a name.
ide-card-values = Values:
ide-card-default = Left out: { $value }
ide-card-built-in = Built in: it needs no declaration.
ide-card-owner = Owner: { $names }
ide-card-teams = Team: { $names }
ide-card-lead = Lead: { $name }
ide-card-members = Members: { $names }
ide-card-formula = Formula: { $formula }
ide-card-drives = Drives { $names }
ide-card-days = { $start } – { $end }
ide-card-days-computed = { $start } – { $end }, computed
ide-card-due = Due { $date }, { $away }
ide-card-status = Status: { $status }
ide-card-late = { $count ->
    [one] 1 day late
   *[other] { $count } days late
}
ide-card-slack = Slack: { $count ->
    [one] 1 working day
   *[other] { $count } working days
}, until { $latest }
ide-card-slack-late = { $count ->
    [one] 1 working day
   *[other] { $count } working days
} too late: it had to end by { $latest }
ide-card-critical = Critical: if it slips, what waits for it slips. Slack: { $count ->
    [one] 1 working day
   *[other] { $count } working days
}, until { $latest }
ide-card-materials = Material: { $done } of { $total } done
ide-card-budget = Budget: { $amount }
ide-card-now = now { $value } ({ $date })
ide-card-pace = pace { $value }
ide-open-items = { $count ->
    [one] 1 open item
   *[other] { $count } open items
}
ide-activities = { $count ->
    [one] 1 activity
   *[other] { $count } activities
}
ide-away-today = today
ide-away-ahead = in { $count ->
    [one] 1 day
   *[other] { $count } days
}
ide-away-ago = { $count ->
    [one] 1 day
   *[other] { $count } days
} ago

# What stands under the cursor.
ide-hover-day = { $weekday }, { $date } · week { $week } · { $away }
ide-hover-free = A free day
ide-hover-holiday = { $name }: a free day
ide-hover-estimate = Not decided yet: estimated
ide-hover-period = { $start } – { $end } · { $count ->
    [one] 1 day
   *[other] { $count } days
}, { $working } of them worked

# Beside and above the text.
ide-hint-share = { $share } of the phase
ide-lens-late = { $count } late
ide-lens-budget = { $share } of the budget
ide-fix-all = Apply { $count ->
    [one] the one fix
   *[other] all { $count } fixes
} of this file that need no choice
ide-loading = Reading the plan

# Settings of the editor that cannot be used.
ide-setting-locale = Setting `roadmap.locale`: `{ $value }` is no language of messages. Write `auto`, `vi` or `en`
ide-setting-lints = Setting `roadmap.lints`: write an object of rules or groups and their levels
ide-setting-level = Setting `roadmap.lints`: `{ $name }` cannot be `{ $value }`. Write `off`, `hint`, `warning` or `error`
ide-setting-rule = Setting `roadmap.lints`: no rule or group that takes a level is called `{ $name }`
ide-setting-rule-near = Setting `roadmap.lints`: no rule or group that takes a level is called `{ $name }`. Did you mean `{ $near }`?
