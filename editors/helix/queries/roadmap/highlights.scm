; Made by `cargo xtask generate` from crates/schema and xtask/src/generate/tree_sitter.
; Where several patterns match, the last one counts.

[(name) (path)] @variable

(comment) @comment
[(string) (text)] @string
(escape) @constant.character.escape
[(date) (period) (duration) (percent) (number)] @constant.numeric
(operator) @operator
["," ";"] @punctuation.delimiter
["{" "}"] @punctuation.bracket

(keyword) @keyword
; A company's own properties are properties too.
[(property) (custom)] @variable.other.member

; A currency behind its amount.
((statement value: (number) . value: (name) @constant.builtin)
  (#match? @constant.builtin "^[A-Z][A-Z][A-Z]$"))
((statement keyword: (_ "currency") value: (name) @constant.builtin)
  (#match? @constant.builtin "^[A-Z][A-Z][A-Z]$"))
; The name of a rule of a company's own: `acme/approver`.
(statement keyword: (_ "rule") . value: (name) @type . (operator) @type . value: (name) @type)

; Names where they are declared.
(statement keyword: (_ ["activity" "column" "field" "goal" "launch" "metric" "milestone" "person" "phase" "script"]) . value: (name) @type)
(source_file
  (statement keyword: (_ ["calendar" "channel" "product" "segment" "source" "team"]) . value: (name) @type))

; The words that a value is chosen from, and those that announce or link values.
((statement keyword: (_ "kind") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "activity" "business" "cost" "crm" "earned" "engagement" "exposure" "feature" "outcome" "owned" "paid" "product" "version"))
((statement keyword: (_ "by") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "activity" "campaign" "channel" "product" "segment"))
((statement keyword: (_ ["field" "on"]) value: (name) @constant.builtin)
  (#any-of? @constant.builtin "activity" "channel" "goal" "kpi" "launch" "metric" "milestone" "person" "phase" "product" "script" "segment" "source" "team"))
((statement keyword: (_ "because") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "ad_cost" "behaviour" "message" "product" "rival"))
((statement keyword: (_ "category") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "ads" "content" "conversion" "other" "pr" "product" "research" "sales"))
((statement keyword: (_ "alert") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "anomaly" "behind" "over" "stale"))
((statement keyword: (_ "proposal") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "approved" "open" "rejected"))
((statement keyword: (_ "aggregate") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "average" "last" "sum"))
((statement keyword: (_ "type") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "awareness" "conversion" "cost" "date" "experience" "leads" "money" "number" "one_of" "percent" "person" "profit" "retention" "revenue" "share" "text" "yes_no"))
((statement keyword: (_ "stage") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "awareness" "launch_offer" "retention"))
((statement keyword: (_ "curve") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "back" "front" "linear" "s_curve" "steps"))
((statement keyword: (_ "direction") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "band" "down" "up"))
((statement keyword: (_ "status") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "blocked" "cancelled" "done" "idea" "in_progress" "planned"))
((statement keyword: (_ "intent") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "brand" "conversion" "demand" "retention"))
((statement keyword: (_ "role") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "care" "cmo" "content" "design" "marketing" "marketing_leader" "operations" "other" "performance" "product_owner" "sales"))
((statement keyword: (_ "material") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "case_study" "deck" "faq" "feature_text" "guide" "pricing"))
((statement keyword: (_ "budget") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "conversion" "lead" "traffic"))
((statement keyword: (_ "source") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "csv" "json"))
((statement keyword: (_ "refresh") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "daily" "monthly" "quarterly" "weekly"))
((statement keyword: (_ "kpi") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "day" "month" "quarter" "week"))
((statement keyword: (_ "lang") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "en" "vi"))
((statement keyword: (_ "level") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "error" "hint" "warning"))
((statement keyword: (_ "angle") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "experience" "feature" "saving"))
((statement keyword: (_ "review") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "extra" "monthly" "quarterly" "weekly"))
((statement keyword: (_ "touchpoint") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "form" "landing" "onboarding" "trial"))
((statement keyword: (_ "every") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "fri" "mon" "month" "sat" "sun" "thu" "tue" "wed"))
((statement keyword: (_ "cadence") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "fri" "mon" "monthly" "quarterly" "sat" "sun" "thu" "tue" "wed" "weekly"))
((statement keyword: (_ "weekend") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "fri" "mon" "sat" "sun" "thu" "tue" "wed"))
((statement keyword: (_ "priority") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "high" "low" "normal"))
((statement keyword: (_ "horizon") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "long" "short"))
((statement keyword: (_ ["checkpoint" "feedback"]) value: (name) @constant.builtin)
  (#any-of? @constant.builtin "monthly" "quarterly" "weekly"))
((statement keyword: (_ "qualify") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "mql" "sql"))
((statement keyword: (_ "objection") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "need" "other" "price" "rival" "trust"))
((statement keyword: (_ "overlap") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "ok"))
((statement keyword: (_ "channel") value: (name) @constant.builtin)
  (#any-of? @constant.builtin "primary" "support"))
((statement keyword: (_ "when") value: (name) @keyword.operator)
  (#any-of? @keyword.operator "and" "in" "not" "or"))
((statement keyword: (_ "kpi") value: (name) @keyword.operator)
  (#any-of? @keyword.operator "by" "per"))
((statement keyword: (_ "budget") value: (name) @keyword.operator)
  (#any-of? @keyword.operator "for"))
((statement keyword: (_ ["field" "rate" "status"]) value: (name) @keyword.operator)
  (#any-of? @keyword.operator "on"))
