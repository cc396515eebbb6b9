# A company's own rules: `rule`.

company-rule-declared = the rule “{ $title }” is declared here

name-unknown-property = { $kind } has no property called `{ $name }`
    .help = A rule reads the properties of what it stands for: { $known }.
name-unknown-word = `{ $name }` is no value of `{ $keyword }`
    .help = `{ $keyword }` takes { $known }.
    .declare = Write a name that is declared.

value-condition-types = `{ $left }` is { $found }, and is compared with { $wanted }
    .help = Compare money with money, dates with dates, and names with names.
    .order = `{ $left }` is { $found }, which has no order
    .order-help = Use `=`, `!=` or `in`.
    .alone = a value alone is no condition
    .alone-help = Compare a property with it, such as `budget > 250M VND`.

condition-type-money = money
condition-type-number = a number
condition-type-percent = a percent
condition-type-date = a date
condition-type-duration = a duration
condition-type-word = a name or a text
