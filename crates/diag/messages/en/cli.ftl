# What the command line says around findings.

lead-help = help
label-here = here
link-page = (page)
count-errors = { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
count-warnings = { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
count-hints = { $count ->
        [one] { $count } hint
       *[other] { $count } hints
    }
count-files = { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
summary-clean = Nothing to mend in { $files }.
    .role = Nothing for this role to mend in { $files }.
summary-hidden = { $count ->
        [one] { $count } finding that concerns other roles is not shown.
       *[other] { $count } findings that concern other roles are not shown.
    }
summary-found = { $list } in { $files }.
summary-fixable = { $count ->
        [one] { $count } can be mended by `roadmapc check --fix`.
       *[other] { $count } can be mended by `roadmapc check --fix`.
    }
list-more = { $count ->
        [one] { $code }: { $count } more place (`--all` shows everything)
       *[other] { $code }: { $count } more places (`--all` shows everything)
    }
fixes-applied = { $count ->
        [one] { $count } fix applied.
       *[other] { $count } fixes applied.
    }
verbose-file = read { $path }
verbose-settings = settings from { $path }

# --- what several findings on one statement have in common ---
lacks-several = `{ $name }` lacks { $list }
lacks-owner = an owner
lacks-kpi = a KPI
lacks-deadline = a deadline
lacks-budget = a budget
lacks-channel = a channel
lacks-goal = a goal that it supports
lacks-usp = a USP
lacks-focus = a focus
lacks-checkpoint = a checkpoint
lacks-id = a short name
lacks-phase-goal = a goal
lacks-property = `{ $keyword }`

fmt-unformatted = { $count ->
        [one] { $count } file is not formatted. `roadmapc fmt` formats it.
       *[other] { $count } files are not formatted. `roadmapc fmt` formats them.
    }
fmt-not-utf8 = `{ $path }` is not UTF-8 text: byte { $offset } cannot be read

# --- what cannot be done ---
cli-cannot-read = `{ $path }` cannot be read: { $reason }
cli-cannot-write = `{ $path }` cannot be written: { $reason }
open-not-found = there is no file or folder `{ $path }`
open-no-plan = no file in `{ $folder }` has a `roadmap` statement. Name the file to check, or write `entry = "main.roadmap"` under `[project]` in `roadmap.toml`.
open-several-plans = { $paths } each have a `roadmap` statement. Name the one to check, or write `entry = "…"` under `[project]` in `roadmap.toml`.
audience-label = Concerns
audience-everybody = everybody
audience-cmo = CMO
audience-marketing = marketing
audience-product = product
audience-sales = sales
git-no-program = the past of a plan is read through `git`, and there is no such program here. Install git, or compare files and folders.
git-no-repository = `{ $folder }` is not in the work tree of a git repository
git-bare = the git repository at `{ $folder }` has no work tree: name a folder of a clone
git-no-commit = the git repository at `{ $folder }` has no commit yet
git-unknown = git knows no commit `{ $revision }`. Name one by its hash, a branch, a tag, or like `HEAD~3`.
git-unknown-shallow = git knows no commit `{ $revision }`. This clone holds only the newest commits: `git fetch --unshallow` brings the rest.
git-failed = git cannot read the past of the plan: { $reason }
explain-unknown = no rule and no error is called `{ $code }`. `roadmapc rules` lists the rules.
    .near = no rule and no error is called `{ $code }`. Did you mean { $near }?

# --- roadmap.toml ---
config-syntax = this is not TOML: { $reason }
    .help = Texts stand in quotes, each setting on a line of its own: `entry = "main.roadmap"`.
config-unknown-key = { $table } has no setting `{ $key }`
    .help = It knows { $known }.
    .near = Did you mean `{ $near }`?
config-unknown-rule = no rule is called `{ $rule }`
    .help = `roadmapc rules` lists them; `sales/*` stands for a group.
config-language-rule = { $rule } has no level: it is about the language itself; levels are for rules of the method and of the company
config-value = `{ $key }` takes { $wanted }
    .table = settings of its own: write them under `[{ $key }]`
    .path = a path in quotes, such as `"main.roadmap"`
    .locale = `"vi"` or `"en"`
    .level = `"error"`, `"warning"`, `"hint"` or `"off"`
    .number = a whole number, such as `5`
    .words = a list in square brackets, each word one of { $words }
    .glob = a pattern of files, such as `"drafts/*.roadmap"`
    .files = tables, each with a `glob`: write `[[lints.files]]`, then `glob = "drafts/*.roadmap"`

build-wrote = wrote { $path }
init-exists = { $path } exists already; nothing was written
init-no-template = there is no starter called `{ $name }`; there is { $known }
init-next = Next: `roadmapc check { $folder }` looks the plan over, `roadmapc build { $folder }` makes its report.
init-template-blank = a small plan of two phases that works, to change into your own
init-template-quarter = one quarter of a small company: six weeks to be found, seven to sell
init-template-launch = a product launch in twelve weeks: prepare, launch, sell
init-template-saas = twelve months of a software subscription: launch, expand, retain
cli-cannot-open = { $path } is written, but cannot be opened: { $reason }
