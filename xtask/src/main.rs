//! The tasks of the repository: `cargo xtask ci` runs every check, `cargo xtask generate` writes the files that are made from the sources,
//! `cargo xtask generate --check` fails where one of them is stale, and `cargo xtask measure` times the commands.

// This is an edge of the workspace: it reads and writes the files of the repository and speaks to a terminal.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]

mod ci;
mod generate;
#[cfg(unix)]
mod measure;
mod node;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <task>

tasks:
  ci                run every check and test
  generate          write the files that are made from the sources
  generate --check  fail where such a file is stale, and write nothing
  measure [PATH]    build a release, or take the one at PATH, time its commands on plans of 100, 1,000 and 10,000 activities,
                    and print the table of docs/performance.md
  measure-editor [PATH]
                    the same for its language server: a session of editing, keystroke by keystroke";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["ci"] => match ci::run(root()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => {
                eprintln!("\n{problem}");
                ExitCode::FAILURE
            }
        },
        #[cfg(unix)]
        ["measure", roadmapc @ ..] => told(measure::run(root(), roadmapc.first().map(Path::new))),
        #[cfg(unix)]
        ["measure-editor", roadmapc @ ..] => told(measure::editor(root(), roadmapc.first().map(Path::new))),
        #[cfg(unix)]
        [measure::ONE, command @ ..] => measure::one(command),
        ["generate"] => write(),
        ["generate", "--check"] => check(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Says what went wrong, where something did.
#[cfg(unix)]
fn told(done: Result<(), String>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> ExitCode {
    match generate::write(root()) {
        Ok(written) => {
            for path in written {
                println!("wrote {path}");
            }
            parser(false)
        }
        Err(error) => fail(&error),
    }
}

fn check() -> ExitCode {
    match generate::stale(root()) {
        Ok(stale) if stale.is_empty() => parser(true),
        Ok(stale) => {
            for path in stale {
                eprintln!("{path} is stale");
            }
            eprintln!("run `cargo xtask generate` and commit what it writes");
            ExitCode::FAILURE
        }
        Err(error) => fail(&error),
    }
}

/// The parser that editors use: made behind its keywords.
fn parser(check: bool) -> ExitCode {
    match generate::parser(root(), check) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn fail(error: &generate::Error) -> ExitCode {
    eprintln!("{error}");
    ExitCode::FAILURE
}

/// The root of the repository.
fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}
