//! The commands, one file each.

mod build;
mod check;
mod diff;
mod explain;
mod fix;
mod fmt;
mod init;
mod lsp;
mod rules;
mod shell;
mod status;

use crate::arguments::{Arguments, Command};
use crate::environment::Environment;
use crate::error::{CommandError, Status};

/// Does what the command line asks.
pub(crate) fn run(arguments: &Arguments, environment: &mut Environment) -> Result<Status, CommandError> {
    let global = &arguments.global;
    match &arguments.command {
        Command::Check(check) => check::run(check, global, environment),
        Command::Build(build) => build::run(build, global, environment),
        Command::Status(status) => status::run(status, global, environment),
        Command::Diff(diff) => diff::run(diff, global, environment),
        Command::Init(init) => init::run(init, environment),
        Command::Fmt(fmt) => fmt::run(fmt, environment),
        Command::Rules(rules) => Ok(rules::run(rules, environment)),
        Command::Explain(explain) => explain::run(explain, environment),
        Command::Lsp => lsp::run(global),
        Command::Completions { shell } => Ok(shell::completions(*shell, environment)),
        Command::Man => Ok(shell::manual(environment)),
    }
}
