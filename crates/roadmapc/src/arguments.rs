//! The command line. What its help says of each command, argument and value stands in the message files (`help.ftl`),
//! by command and argument: see [`crate::help`].

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use roadmap_diag::Locale;
use roadmap_sema::rules::Role;

#[derive(Parser, Debug)]
#[command(
    name = "roadmapc",
    version,
    subcommand_required = true,
    arg_required_else_help = true,
    disable_help_flag = true,
    disable_version_flag = true
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
    #[arg(long, global = true, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<Date>,
    #[arg(long, global = true, value_enum)]
    pub(crate) locale: Option<LocaleName>,
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    #[arg(short, long, global = true)]
    pub(crate) verbose: bool,
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    Check(Check),
    Build(Build),
    Status(Status),
    Diff(Diff),
    Init(Init),
    Fmt(Fmt),
    Rules(Rules),
    Explain(Explain),
    Lsp,
    Completions {
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    Man,
}

/// Arguments of `check`.
#[derive(Args, Debug)]
pub(crate) struct Check {
    pub(crate) path: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
    #[arg(long)]
    pub(crate) fix: bool,
    #[arg(long, requires = "fix")]
    pub(crate) dry_run: bool,
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) deny: Option<Deny>,
    #[arg(long, value_enum, value_name = "ROLE")]
    pub(crate) role: Option<RoleName>,
    #[arg(long, action = ArgAction::SetTrue)]
    pub(crate) all: bool,
}

/// Arguments of `status`.
#[derive(Args, Debug)]
pub(crate) struct Status {
    pub(crate) path: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: StatusFormat,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
}

/// Arguments of `diff`.
#[derive(Args, Debug)]
pub(crate) struct Diff {
    #[arg(value_name = "A")]
    pub(crate) before: String,
    #[arg(value_name = "B")]
    pub(crate) after: Option<String>,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: DiffFormat,
}

/// Arguments of `build`.
#[derive(Args, Debug)]
pub(crate) struct Build {
    pub(crate) path: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [ReportFormat::Html, ReportFormat::Md])]
    pub(crate) format: Vec<ReportFormat>,
    #[arg(long)]
    pub(crate) open: bool,
    #[arg(long)]
    pub(crate) no_emit_on_error: bool,
}

/// The formats of a report.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ReportFormat {
    Html,
    Md,
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
    pub(crate) dir: Option<PathBuf>,
    #[arg(long, value_name = "NAME", default_value = "blank")]
    pub(crate) template: String,
    #[arg(long, value_enum)]
    pub(crate) lang: Option<LocaleName>,
    #[arg(long)]
    pub(crate) list: bool,
}

/// Arguments of `fmt`.
#[derive(Args, Debug)]
pub(crate) struct Fmt {
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) check: bool,
}

/// Arguments of `rules`.
#[derive(Args, Debug)]
pub(crate) struct Rules {
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: RulesFormat,
}

/// Arguments of `explain`.
#[derive(Args, Debug)]
pub(crate) struct Explain {
    pub(crate) rule: String,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: ExplainFormat,
}

/// When to use colours.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// A language.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LocaleName {
    Vi,
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
    #[default]
    Human,
    Short,
    Json,
    Sarif,
    Github,
}

/// What fails a check beside errors.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Deny {
    Warnings,
    Hints,
}

/// How the list of rules is printed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum RulesFormat {
    #[default]
    Human,
    Json,
}

/// How a rule's page is printed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum ExplainFormat {
    #[default]
    Md,
    Json,
}

/// How the state of a plan is printed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum StatusFormat {
    #[default]
    Human,
    Md,
    Json,
}

/// How the difference of two versions is printed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum DiffFormat {
    #[default]
    Human,
    Md,
    Json,
}

/// Whose findings are shown.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum RoleName {
    Cmo,
    Marketing,
    Product,
    Sales,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Cmo => Self::Cmo,
            RoleName::Marketing => Self::Marketing,
            RoleName::Product => Self::Product,
            RoleName::Sales => Self::Sales,
        }
    }
}

/// A day; what else is written gets [`crate::usage`]'s words for it.
fn date(written: &str) -> Result<Date, jiff::Error> {
    written.parse()
}
