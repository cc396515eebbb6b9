//! The command line.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use roadmap_diag::Locale;

/// Checks and builds a marketing roadmap that is written as code.
#[derive(Parser, Debug)]
#[command(
    name = "roadmapc",
    version,
    propagate_version = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) global: Global,
}

/// What every command takes.
#[derive(Args, Debug)]
pub(crate) struct Global {
    /// The plan's today, such as 2026-03-31 (default: today)
    #[arg(long, global = true, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// Language of messages (default: from LC_ALL or LANG)
    #[arg(long, global = true, value_enum)]
    pub(crate) locale: Option<LocaleName>,
    /// When to use colours; NO_COLOR is heard too
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,
    /// Show errors only, and no summary
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Also say which files and settings take part
    #[arg(short, long, global = true)]
    pub(crate) verbose: bool,
    /// Settings to use instead of the nearest roadmap.toml
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Check a roadmap and show what is wrong or missing
    Check(Check),
    /// Build the reports
    Build(Build),
    /// Start a project: a small plan, its dates laid out from today
    Init(Init),
    /// Format roadmaps in place
    Fmt(Fmt),
    /// List the rules
    Rules(Rules),
    /// Explain a rule: what it checks, why, an example and what to write instead
    Explain(Explain),
    /// Print a completion script for a shell
    Completions {
        /// Which shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Arguments of `check`.
#[derive(Args, Debug)]
pub(crate) struct Check {
    /// A .roadmap file or a folder (default: the nearest folder upwards with a roadmap.toml, else this one)
    pub(crate) path: Option<PathBuf>,
    /// How to print findings; `human` goes to standard error, all others to standard output
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
    /// Apply the safe fixes
    #[arg(long)]
    pub(crate) fix: bool,
    /// With --fix: print what would change, and change nothing
    #[arg(long, requires = "fix")]
    pub(crate) dry_run: bool,
    /// Also fail on warnings, or on warnings and hints
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) deny: Option<Deny>,
    /// Show every finding in full
    #[arg(long, action = ArgAction::SetTrue)]
    pub(crate) all: bool,
}

/// Arguments of `build`.
#[derive(Args, Debug)]
pub(crate) struct Build {
    /// A .roadmap file or a folder (default: the nearest folder upwards with a roadmap.toml, else this one)
    pub(crate) path: Option<PathBuf>,
    /// Where the reports go (default: `out` of roadmap.toml, else `build` in the project's folder)
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Which reports, with commas
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [ReportFormat::Html, ReportFormat::Md])]
    pub(crate) format: Vec<ReportFormat>,
    /// Open the first report
    #[arg(long)]
    pub(crate) open: bool,
    /// Write nothing where there are errors
    #[arg(long)]
    pub(crate) no_emit_on_error: bool,
}

/// The formats of a report.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ReportFormat {
    /// One page for a browser
    Html,
    /// Markdown
    Md,
    /// The report model, as docs/report.schema.json describes it
    Json,
}

impl ReportFormat {
    /// The extension of its file.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Md => "md",
            Self::Json => "json",
        }
    }
}

/// Arguments of `init`.
#[derive(Args, Debug)]
pub(crate) struct Init {
    /// Where (default: this folder); it is made where it is missing
    pub(crate) dir: Option<PathBuf>,
    /// Which starter
    #[arg(long, value_name = "NAME", default_value = "blank")]
    pub(crate) template: String,
    /// Language of the starter (default: that of messages)
    #[arg(long, value_enum)]
    pub(crate) lang: Option<LocaleName>,
    /// List the starters
    #[arg(long)]
    pub(crate) list: bool,
}

/// Arguments of `fmt`.
#[derive(Args, Debug)]
pub(crate) struct Fmt {
    /// .roadmap files and folders (default: this folder); `-` formats standard input to standard output
    pub(crate) paths: Vec<PathBuf>,
    /// Change nothing; print the difference, and exit with 1 where there is one
    #[arg(long)]
    pub(crate) check: bool,
}

/// Arguments of `rules`.
#[derive(Args, Debug)]
pub(crate) struct Rules {
    /// How to print the list
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: RulesFormat,
}

/// Arguments of `explain`.
#[derive(Args, Debug)]
pub(crate) struct Explain {
    /// A rule or an error's code, such as people/owner-missing
    pub(crate) rule: String,
    /// How to print the page
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: ExplainFormat,
}

/// When to use colours.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Color {
    /// Where the terminal takes them
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// A language.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LocaleName {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

impl From<LocaleName> for Locale {
    fn from(name: LocaleName) -> Self {
        match name {
            LocaleName::Vi => Self::Vi,
            LocaleName::En => Self::En,
        }
    }
}

/// How findings are printed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Format {
    /// For people: source, places and what to do
    #[default]
    Human,
    /// One line for each finding
    Short,
    /// One JSON object
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations of GitHub Actions
    Github,
}

/// What fails a check beside errors.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Deny {
    /// Warnings and errors
    Warnings,
    /// Everything
    Hints,
}

/// How the list of rules is printed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum RulesFormat {
    /// A table
    #[default]
    Human,
    /// One JSON object
    Json,
}

/// How a rule's page is printed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum ExplainFormat {
    /// Markdown in the language of messages
    #[default]
    Md,
    /// One JSON object
    Json,
}
