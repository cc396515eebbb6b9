# The help of the command line: `help-COMMAND`, its arguments as attributes, the meanings of an argument's values as
# attributes of `help-COMMAND-ARGUMENT`; then what is said where the command line is wrong.

help-heading-usage = Usage:
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-word-options = options
help-word-command = command
help-values = one of: { $values }
help-default = default: { $values }
help-path = A .roadmap file or a folder (default: the nearest folder upwards with a roadmap.toml, else this one)

help-roadmapc = Checks and builds a marketing roadmap that is written as code
help-help = Show this help, or that of a command
help-global =
    .as_of = The plan’s today, such as 2026-03-31 (default: today)
    .locale = Language of messages (default: from LC_ALL or LANG)
    .color = When to use colours; NO_COLOR is heard too
    .quiet = Show errors only, and no summary
    .verbose = Also say which files and settings take part
    .config = Settings to use instead of the nearest roadmap.toml
    .help = Show help
    .version = Show the version
help-global-locale =
    .vi = Tiếng Việt
    .en = English
help-global-color =
    .auto = Where the terminal takes them
    .always = Always
    .never = Never

help-check = Check a roadmap and show what is wrong or missing
    .path = { help-path }
    .format = How to print findings; `human` goes to standard error, all others to standard output
    .fix = Apply the safe fixes
    .dry_run = With --fix: print what would change, and change nothing
    .deny = Also fail on warnings, or on warnings and hints
    .role = Show and count only what concerns this role
    .all = Show every finding in full
help-check-format =
    .human = For people: source, places and what to do
    .short = One line for each finding
    .json = One JSON object
    .sarif = SARIF 2.1.0
    .github = Annotations of GitHub Actions
help-check-deny =
    .warnings = Warnings and errors
    .hints = Everything
help-check-role =
    .cmo = The head of marketing: goals, KPIs, budget, channels, decisions
    .marketing = The marketing leader: the plan of the month and the week
    .product = The product owner: launches and what they need
    .sales = The sales team: scripts, leads and their quality

help-build = Build the reports
    .path = { help-path }
    .out = Where the reports go (default: `out` of roadmap.toml, else `build` in the project’s folder)
    .format = Which reports, with commas
    .open = Open the first report
    .no_emit_on_error = Write nothing where there are errors
help-build-format =
    .html = One page for a browser
    .md = Markdown
    .json = The report model, as docs/report.schema.json describes it

help-status = Show how the plan stands today: goals, work due and late, launches, reviews, decisions
    .path = { help-path }
    .format = How to print it
    .owner = Only what this person or team answers for: an identifier or a name, with or without accents
help-status-format =
    .human = For people, as wide as the terminal
    .md = Markdown, for a message
    .json = One JSON object, as docs/status.schema.json describes it

help-diff = Show what changed between two versions of a plan: dates, KPIs, budget, owners, work
    .before = The version before: a folder, a file, or a git revision such as HEAD~3 or main:plan
    .after = The version after (default: the plan as it is here now)
    .format = How to print it
help-diff-format =
    .human = For people, as wide as the terminal
    .md = Markdown, for a review or a message
    .json = One JSON object, as docs/diff.schema.json describes it

help-init = Start a project: a small plan, its dates laid out from today
    .dir = Where (default: this folder); it is made where it is missing
    .template = Which starter
    .lang = Language of the starter (default: that of messages)
    .list = List the starters
help-init-lang =
    .vi = Tiếng Việt
    .en = English

help-fmt = Format roadmaps in place
    .paths = .roadmap files and folders (default: this folder); `-` formats standard input to standard output
    .check = Change nothing; print the difference, and exit with 1 where there is one

help-rules = List the rules
    .format = How to print the list
help-rules-format =
    .human = A table
    .json = One JSON object

help-explain = Explain a rule: what it checks, why, an example and what to write instead
    .rule = A rule or an error’s code, such as people/owner-missing
    .format = How to print the page
help-explain-format =
    .md = Markdown in the language of messages
    .json = One JSON object

help-lsp = Language server for editors, over standard input and output

help-completions = Print a completion script for a shell
    .shell = Which shell

help-man = Print the manual pages

# --- a command line that cannot be understood ---
usage-more = `--help` says more.
usage-unknown = there is no option { $argument }
    .extra = { $argument } is one argument too many
    .near = there is no option { $argument }. Did you mean `{ $near }`?
usage-command = there is no command `{ $name }`
    .near = there is no command `{ $name }`. Did you mean `{ $near }`?
    .missing = a command is missing
usage-value = { $argument } does not know `{ $value }`; it takes { $known }
    .missing = { $argument } needs a value
    .many = { $argument } takes no further value, and `{ $value }` is one too many
usage-date = `{ $value }` is no day for { $argument }: write year-month-day, such as `2026-03-31`
usage-conflict = { $argument } and { $others } do not go together
    .twice = { $argument } may be given once
usage-missing = { $argument } is missing
usage-not-utf8 = an argument is not UTF-8 text
