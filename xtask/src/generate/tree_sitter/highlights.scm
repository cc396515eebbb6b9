; Made by `cargo xtask generate` from crates/schema and xtask/src/generate/tree_sitter.
; Where several patterns match, the last one counts.

[(name) (path)] @variable

(comment) @comment
[(string) (text)] @string
(escape) @string.escape
[(date) (period) (duration) (percent) (number)] @number
(operator) @operator
["," ";"] @punctuation.delimiter
["{" "}"] @punctuation.bracket

(keyword) @keyword
; A company's own properties are properties too.
[(property) (custom)] @property

; A currency behind its amount.
((statement value: (number) . value: (name) @constant.builtin)
  (#match? @constant.builtin "^[A-Z][A-Z][A-Z]$"))
((statement keyword: (_ "currency") value: (name) @constant.builtin)
  (#match? @constant.builtin "^[A-Z][A-Z][A-Z]$"))
; The name of a rule of a company's own: `acme/approver`.
(statement keyword: (_ "rule") . value: (name) @type . (operator) @type . value: (name) @type)
