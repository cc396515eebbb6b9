# What the language itself says: names, schema, values, projects.

# --- nouns ---
noun-person = a person
noun-person-or-team = a person
noun-team = a team
noun-channel = a channel
noun-metric = a metric
noun-source-column = a source’s column, such as `crm.leads`
noun-source = a source
noun-calendar = a calendar
noun-segment = a segment
noun-product = a product
noun-goal = a goal
noun-launch = a launch
noun-work = an activity, launch, script or milestone
noun-script-target = an activity, launch or phase
noun-dimension = a channel, segment, product or activity
noun-property = a property, such as `landing.deadline`

kind-statement = statement
kind-roadmap = roadmap
kind-person = person
kind-team = team
kind-channel = channel
kind-metric = metric
kind-source = source
kind-calendar = calendar
kind-segment = segment
kind-product = product
kind-goal = goal
kind-kpi = KPI
kind-phase = phase
kind-month = month
kind-activity = activity
kind-task = task
kind-launch = launch
kind-material = material
kind-touchpoint = touchpoint
kind-script = script
kind-objection = objection
kind-qualify = lead criteria
kind-milestone = milestone
kind-review = review
kind-actual = reading
kind-alert = alert
kind-field = field
kind-rule = rule

# --- forms ---
form-id = a name of one word, such as `landing_page`
form-title = a text in quotes, such as `"Landing page"`
form-text = a text in quotes
form-free = a word
form-choice = one of { $words }
form-ref = the name of { $what }
form-number = a number, such as `5_000`
form-percent = a percent, such as `15%`
form-amount = a number, a percent or money
form-money = money, such as `120M VND`
form-deadline = a date, such as `2026-03-31`, or a period, such as `2026-Q1`
form-date = a date, such as `2026-03-31`
form-range = a period, such as `2026-Q1`, or a range, such as `2026-01-05..2026-02-15`
form-duration = a duration, such as `6w` or `5bd`
form-target = a target, such as `>= 1_500` or `0 -> 5_000`
form-change = an old and a new value, such as `2026-02-10 -> 2026-02-15`
form-scalar = a value
form-alert = what to watch for: `behind 15%`, `over 90%`, `anomaly`, `stale 14d` or a comparison
form-condition = a condition, such as `budget > 250M VND`
form-formula = a formula, such as `spend / leads`
form-message = a text in quotes, or the name of a message
form-cadence = `weekly mon`, `monthly 1` or `quarterly`
form-every = a rhythm, such as `mon`, `2w` or `month 15`
form-rate = a rate, such as `1 USD = 25_400 VND`
form-field-type = the type of the field, such as `text` or `one_of "north", "south"`
form-rule-name = a group and a name, such as `acme/approver`
form-column-test = a column and what it must be, such as `"Status" = "won"`
form-currency = a currency’s code, such as `VND`

fix-replace = Write `{ $text }`
fix-add = Add `{ $line }`

# --- schema ---
schema-value-missing = `{ $keyword }` has nothing behind it: { $wanted } belongs there
    .help = For example: `{ $example }`
schema-clause-value-missing = nothing stands behind `{ $lead }`: { $wanted } belongs there
schema-value-form = `{ $keyword }` takes { $wanted }, and `{ $found }` is something else
    .quote = Put it in quotes
schema-choice-unknown = `{ $word }` is no { $slot } that `{ $keyword }` knows
    .help = Write { $wanted }.
schema-stray-comma = a comma at the end of `{ $keyword }` announces a value that does not come
    .help = Write the value, or take the comma away. A line is never continued on the next; write the property again instead.
    .fix = Remove the comma
schema-missing-comma = a comma is missing before `{ $value }`
    .help = Several values are separated by commas.
    .fix = Insert a comma
schema-missing-semicolon = a `;` is missing before `{ $keyword }`
    .help = Properties on one line are separated by `;`.
    .fix = Insert `;` before `{ $keyword }`
schema-surplus-value = `{ $keyword }` does not take `{ $value }` here
    .help = It is written like this: `{ $example }`
schema-repeated = `{ $keyword }` is written twice in this block
    .first = first written here
    .help = Keep one `{ $keyword }`.
schema-repeated-clause = `{ $lead }` is written twice behind `{ $keyword }`
    .help = Keep one of the two.
schema-block-unexpected = `{ $keyword }` has no block
    .help = It is written like this: `{ $example }`
schema-sum-cut = the sum ends in `+`
    .help = Write the amount that is added, or take the `+` away.
schema-target-cut = the target has no number behind its sign
    .help = Write the number to reach, such as `>= 1_500` or `0 -> 5_000`.
schema-formula-cut = the formula ends before it is complete
schema-formula-unexpected = this does not belong in a formula here
schema-condition-cut = the condition ends before it is complete
schema-condition-unexpected = this does not belong in a condition here
schema-parenthesis-open = this parenthesis is never closed
schema-parenthesis-close = this parenthesis closes nothing
schema-keyword-unknown = `{ $keyword }` is no property of { $kind } statements
    .top = `{ $keyword }` starts no statement
    .help = It knows { $known }.
    .elsewhere = `{ $keyword }` belongs in { $places }.
schema-id-missing = this { $kind } has no short name to refer to it by
    .help = Write one before the title: `{ $keyword } { $id } "…"`
    .fix = Name it `{ $id }`
schema-missing = this { $kind } has no `{ $keyword }`
    .help = For example: `{ $example }`
schema-field-required = this { $kind } has no `{ $keyword }`, which the plan asks of every { $kind }
    .help = The field is declared as required; write `{ $keyword }` with its value.
    .declared = the field is declared here
schema-field-type = the field `{ $keyword }` takes { $wanted }
    .help = The field’s declaration says which values it takes.
schema-roadmap-twice = the project has two `roadmap` blocks
    .first = the first one is here
    .help = Keep one. A second plan is a project of its own, in another folder.

# --- names ---
name-unknown = no { $kind } is called `{ $name }`
    .help = Declare it, or write a name that exists.
    .near = Did you mean `{ $near }`?
    .none = Nothing of this kind is declared yet.
name-unknown-person = no person is called `{ $name }`
    .help = Declare the person: `person { $name } "…"`.
    .create = Declare `person { $name }`
name-duplicate = the name `{ $name }` is taken
    .first = `{ $name }` is declared here first
    .help = Every name is declared once. Give this one another name.
name-ambiguous = `{ $name }` can be { $options }
    .help = Write which one, such as `{ $first }`.
name-cycle-supports = goals support each other in a circle: { $chain }
    .help = Take one `supports` away, so that the chain ends at the goal that matters most.
    .member = `{ $name }` is part of the circle
name-cycle-formula = the formulas of these metrics need each other: { $chain }
    .help = Write one of them without the others.
    .member = `{ $name }` is part of the circle
name-cycle-include = these files include each other in a circle: { $chain }
    .help = Take one `include` away.
name-cycle-calendar = these calendars are like each other in a circle: { $chain }
    .help = Take one `like` away.
name-rule-reserved = `{ $name }` is a name of the compiler’s own
    .help = Name the rule after the company, such as `acme/approver`.
name-wrong-kind = { $found } `{ $name }` stands where { $wanted } belongs
    .help = Write the name of { $wanted }.

# --- values ---
value-currency-unknown = `{ $code }` is no currency’s code
    .help = Write the three letters of ISO 4217, such as `VND` or `USD`.
value-no-rate = no rate turns { $from } into { $to }, the plan’s currency
    .help = Declare one in the roadmap block: `rate 1 { $from } = … { $to } on { $day }`, or write the amount in { $to }.
    .fix = Add a line for the rate
value-overflow = this amount is too large to be counted exactly
    .help = Amounts may have up to 28 digits.
value-duration-beyond = `{ $duration }` from { $start } does not end by { $year }, the last year that a plan may name
    .help = Write a shorter duration or lag, or an earlier start; `bd` counts the working days of the plan’s calendar.
value-start-beyond = with its lag, this lies beyond { $year }, the last year that a plan may name
value-out-of-range = `{ $keyword }` takes { $wanted }
    .help = Write a value in that range.
    .month = a month from 1 to 12
    .percent = a percent from 0% to 100%
    .whole = a whole number from 1
    .size = a whole number from 0
    .rate = two amounts above 0
value-negative = `{ $keyword }` cannot be negative: { $amount }
    .help = Write the amount without its sign. What comes back is no `{ $keyword }`; leave it out, or write a smaller amount.
value-shares = the shares of the channels come to { $sum }
    .help = Shares are parts of one budget: together 100% at most. A channel without a share gets what is left.
value-range-backwards = this range ends before it starts
    .help = Write the earlier day first.
    .fix = Swap the two ends
value-not-money = `{ $keyword }` takes money, and this is { $found }
    .help = Write an amount, such as `120M VND`.
value-formula-units = this formula { $problem }
    .add = adds { $left } to { $right }
    .result = gives { $left }, and the metric’s unit is { $right }
    .money = multiplies money by money
    .help = Sums need the same unit on both sides, and the result must have the unit of the metric.
value-unit-unknown = `{ $unit }` is no unit
    .help = Write `count`, `percent`, `ratio`, `points`, `seconds`, `days`, `months` or a currency.

value-deadline-before-start = the deadline lies before the start
    .start = it starts here
    .help = Write a later deadline, or an earlier start.
value-reading-unit = this reading does not count what its metric counts
    .help = Write it in the metric’s unit: money with its currency, a rate with `%`, a count as a bare number.

unit-money = money
unit-count = a count
unit-number = a bare number
unit-seconds = seconds
unit-days = days
unit-months = months
unit-points = points

# --- project ---
include-empty = this `include` names no file
    .help = Write the path of a file, counted from this one: `include "people.roadmap"`.
include-not-found = there is no file `{ $path }`
    .help = The path counts from the folder of this file. Create the file, or correct the path.
include-no-match = no file matches `{ $path }`
    .help = The pattern counts from the folder of this file.
include-outside = `{ $path }` lies outside the project
    .help = An include never leaves the project’s folder. Move the file inside.
include-not-utf8 = `{ $path }` is not UTF-8 text: byte { $offset } cannot be read
    .help = Save the file as UTF-8.
file-not-utf8 = this file is not UTF-8 text: byte { $offset } cannot be read
    .help = Save the file as UTF-8. Nothing behind that byte is trusted until then.
include-unreadable = `{ $path }` cannot be read: { $reason }
    .help = Check that it is a file and may be read.

allow-no-reason = this comment allows { $rules } without a reason
    .help = Say why, for whoever reads the plan next: `# allow({ $rules }): reason`
allow-unused = this comment allows { $rule }, which has nothing to say here
    .help = Remove it.
    .fix = Remove the comment
allow-unknown = no rule is called { $rule }
    .help = `roadmapc rules` lists them.
allow-language = { $rule } cannot be allowed: it is about the language itself
    .help = Mend what it says instead.

# Values.

value-fix-write = Write `{ $text }`

value-date-no-day = `{ $written }` does not exist: the last day of that month is `{ $text }`
    .label = no day { $day } in this month
    .help = Write a day up to `{ $text }`.
value-date-day-zero = `{ $written }` does not exist: days are counted from 1
    .label = no day { $day }
    .help = Write `{ $text }` or a later day.
value-date-no-month = `{ $written }` does not exist: there is no month { $number }
    .label = no month { $number }
    .help = Months go from 01 to { $most }. Dates are written year-month-day, months year-month: `{ $year }-03-31`, `{ $year }-03`.
value-date-year = `{ $written }` lies outside the years { $first } to { $last }
    .label = this year?
    .help = Write a year from { $first } to { $last }.
value-date-form = `{ $written }` is written `{ $text }` in a roadmap
    .label = write `{ $text }`
    .help = Write dates as year-month-day with two digits for month and day, and no time of day.
value-period-quarter = `{ $written }` does not exist: a year has { $most } quarters
    .label = no quarter { $number }
    .help = Write `{ $year }-Q1` to `{ $year }-Q4`.
value-period-half = `{ $written }` does not exist: a year has { $most } halves
    .label = no half { $number }
    .help = Write `{ $year }-H1` or `{ $year }-H2`.
value-period-week = `{ $written }` does not exist: { $year } has { $most } weeks
    .label = no week { $number }
    .help = Write `{ $year }-W01` to `{ $year }-W{ $most }` (ISO weeks, from Monday to Sunday).
value-period-form = `{ $written }` is written `{ $text }` in a roadmap
    .label = write `{ $text }`
    .help = A period starts with its year: `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W07`.
value-range-form = `{ $written }` looks like a range
    .label = from … to?
    .help = Write a range with two dots: `{ $text }`.

value-number-invalid = `{ $written }` is not a number, a date or a name
    .label = cannot be read
    .help = Numbers look like `5_000`, `1.5`, `120k`, `2.4M`, `15%` or `6w`; names start with a letter; any other text goes between quotes.
value-number-large = `{ $written }` has too many digits to be counted exactly
    .label = too many digits
    .help = Write a number below 10^18, with at most 9 digits behind the point.
value-number-unit = `{ $written }` is written `{ $text }` in a roadmap
    .label = write `{ $text }`
    .help = Units are k, M, B, tr and tỷ for numbers; % and pp; d, w, mo and bd (working days) for durations.
value-duration-whole = `{ $written }` is not a whole number of days, weeks or months
    .label = not whole
    .help = Write a whole number in a smaller unit: `10d` instead of `1.5w`.
value-duration-zero = `{ $written }` lasts no time at all
    .label = at least 1
    .help = Both ends count, so the shortest duration is `1d`: it ends on the day it starts.
value-unit-word = `{ $written }` is written `{ $text }` in a roadmap
    .label = write `{ $text }`
    .help = A number and its unit are one word: `300tr`, `1.5tỷ`, `5M`, `15%`, `3mo`.
value-currency-spelling = `{ $written }` names a currency in another way than `{ $text }`
    .label = write `{ $text }` behind the number
    .help = Write the currency's ISO code after a blank: `5_000 VND`, `200 USD`.

value-name-invalid = `{ $written }` cannot be a name; `{ $text }` can
    .label = write `{ $text }`
    .help = A name has letters, digits and `_`, and starts with a letter. Any other text goes between quotes.
value-name-characters = `{ $written }` cannot be a name
    .label = not a name
    .help = A name has letters, digits and `_`, and starts with a letter. Any other text goes between quotes.
value-escape-invalid = `{ $written }` is no escape, so it stays as it is
    .label = means nothing
    .help = Escapes are `\"`, `\\`, `\n`, `\t` and `\u{"{"}202e{"}"}`. For a backslash itself write `\\`.
value-character-invalid = `{ $written }` has no meaning here
    .label = no value has this
    .help = Remove it, or put the text between quotes.
value-character-typographic = `{ $written }` is written `{ $text }` in a roadmap
    .label = write `{ $text }`
    .help = Word processors and chats replace what was typed by signs that look alike; write the plain ones.
value-quotes-curly = A text stands between two `"`, not between other quotation marks
    .label = other quotation marks
    .help = Word processors and chats replace `"` by curly quotes; write `"` at both ends.
value-quotes-missing = `{ $written }` needs quotes
    .label = a text, not a name
    .help = Write `{ $text }`.

# Public holidays of Vietnam.

value-holiday-new-year = New Year's Day
value-holiday-tet = Tết
value-holiday-hung-kings = Hùng Kings' Commemoration Day
value-holiday-reunification = Reunification Day
value-holiday-labour = Labour Day
value-holiday-national = National Day
value-holiday-in-lieu = day off in lieu of { $name }
