# Words that several messages share.

severity-error = error
severity-warning = warning
severity-hint = hint
list-others = { $count } others
