# Text that reads in more than one way.

text-number-ambiguous = `{ $written }` can mean `{ $first }` or `{ $second }`
    .title = Ambiguous number
    .label = which of the two?
    .help = Write `_` between thousands and `.` for the decimal point: `{ $first }` or `{ $second }`.
text-number-form = `{ $written }` is written `{ $text }` in a roadmap
    .label = write `{ $text }`
    .help = Thousands are separated by `_`, decimals by `.`, and the unit comes last: `5_000`, `1.5`, `2.5M`.
text-number-list = `{ $written }` is neither one number nor a list
    .label = one number or several?
    .help = Write `{ $text }` for several values; inside one number use `_` for thousands and `.` for decimals.
text-date-ambiguous = `{ $written }` can mean `{ $first }` or `{ $second }`
    .title = Ambiguous date
    .label = which of the two?
    .help = Write dates as year-month-day: `{ $first }` or `{ $second }`.
text-date-order = `{ $written }` is written `{ $text }` in a roadmap
    .label = write `{ $text }`
    .help = Write dates as year-month-day, so that day and month cannot be mixed up.
text-date-no-year = `{ $written }` looks like a date without its year
    .label = which year, and which part is the month?
    .help = Write dates as year-month-day, for example `2026-04-30`.
text-holiday-clash = `{ $name }` is due on { $day }, during { $holiday }
    .title = Clash with Tết or a public holiday
    .help = Move it to a working day, or allow it where the day is meant.
    .help-estimate = Move it to a working day, or allow it where the day is meant. The days off around Tết and 2 September are fixed year by year; until then this is an estimate, which a `calendar` of your own overrides.
    .start = `{ $name }` starts on { $day }, during { $holiday }
    .launch = `{ $name }` launches on { $day }, during { $holiday }
text-not-nfc = `{ $written }` is typed with separate marks
    .title = Text with separate marks
    .help = Write each letter with its marks as one character, so that other programs find the text.
    .fix = Compose the letters
    .look-alike = the “{ $letter }” in `{ $written }` only looks like a Latin letter: it is { $code }
    .look-alike-help = Type the name again as `{ $plain }`. Names are compared by their characters, not by their looks.
    .look-alike-fix = Write it in Latin letters
text-hidden-character = { $count ->
        [one] the hidden character { $code } stands here
       *[other] { $count } hidden characters stand in this text, { $code } first
    }
    .title = Hidden character
    .help = Take it away, or write its escape in a string where it is meant.
    .fix-escape = Write it as an escape
    .fix-remove = Take it away
text-vague-title = “{ $title }” says neither what is done nor how much
    .title = Vague title
    .help = Name the object and the number: not “push content” but “12 blog posts on e-invoices”.
    .goal-help = Say what is to be reached: not “grow revenue” but “30% more online revenue in 6 months”.
