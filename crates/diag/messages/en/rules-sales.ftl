# sales/*: what marketing promises, sales can keep.

sales-script-missing = { $noun } `{ $name }` is measured by { $metrics }, and no script is for it
    .title = Campaign without a sales script
    .help = Write down what sales says to those who come: a `script` with `for { $name }`. One for its launch or its phase will do, too.
    .fix = Add a script `{ $script }` with `owner { $owner }`, to be filled in
    .fix-alone = Add a script `{ $script }`, to be filled in
sales-stub = Sales script: { $title }
    .price = It is too expensive
    .trust = Can it be trusted?
    .need = Not needed right now
    .rival = Another offer looks better
sales-script-late = script `{ $name }` is due on { $deadline }, after { $noun } `{ $campaign }` starts on { $start }
    .title = Script ready after the start
    .help = Have it ready on the working day before at the latest, or start later.
    .running = { $noun } `{ $campaign }` has been running since { $start }, and its script `{ $name }` is due only on { $deadline }
    .running-help = Finish the script now, or let the campaign wait for it.
    .start = starts on { $start }
sales-objections-missing = script `{ $name }` leaves { $kinds } without an answer
    .title = Objections without an answer
    .help = Ask sales what customers say, and write down the best reply: `objection { $first } "…" { "{" } answer "…" { "}" }`.
    .fix = Add what is missing, to be filled in
sales-usp-conflict = { $kind } `{ $name }` promises { $cited }, but { $other } `{ $home }` promises { $promised }
    .title = Two different promises
    .help = Let customers hear one promise everywhere: give it a name and cite that name in both.
    .promised = what customers have been promised
sales-lead-loop-missing = goal `{ $goal }` is measured by `{ $metric }`, and nothing says when a lead is a good one
    .title = No feedback on leads
    .help = Agree with sales on the criteria, and on how often they report back: `qualify sql "…" { "{" } feedback weekly { "}" }`.
    .feedback = goal `{ $goal }` is measured by `{ $metric }`, and sales does not report back how good the leads are
    .feedback-help = Say in `qualify` how often sales reports back, such as `feedback weekly`.
    .qualify = says when a lead counts
    .fix = Add `{ $line }` to `qualify { $stage }`
sales-kpi-missing = phase `{ $phase }` is measured by { $metrics }, and no KPI says what sales makes of the leads
    .title = Sales without a KPI
    .help = Add one, such as `kpi close_rate >= 12%` in a script, or `consultations`, `appointments`, `lead_to_appt` or `revenue` in the phase.
    .leads = leads are counted here
