//! `roadmapc`: checks and builds a marketing roadmap that is written as code.
//!
//! This crate is the edge: arguments, files, the environment, the terminal and exit codes live here and nowhere else.
//! Each command asks [`project`] for a loaded project and hands what follows from it to [`output`].

// The world is reached here: files are read and written, the environment and the clock are looked at.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod arguments;
mod commands;
mod disk;
mod environment;
mod error;
mod git;
mod help;
mod history;
mod output;
mod project;
mod usage;
mod write;

use std::process::ExitCode;

use crate::environment::Environment;

fn main() -> ExitCode {
    let arguments = match usage::parse(environment::first_locale()) {
        Ok(arguments) => arguments,
        Err(stop) if stop.print() => return ExitCode::SUCCESS,
        Err(_) => return error::Status::Failed.into(),
    };
    let mut environment = Environment::new(&arguments.global);
    match commands::run(&arguments, &mut environment) {
        Ok(_) if environment.output_failed() => error::Status::Failed.into(),
        Ok(status) => status.into(),
        Err(error) => {
            error.print(&environment);
            error::Status::Failed.into()
        }
    }
}
