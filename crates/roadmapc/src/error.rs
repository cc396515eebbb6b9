//! How a command ends.

use std::process::ExitCode;

use roadmap_diag::Message;

use crate::environment::Environment;

/// What the exit status says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Status {
    /// Nothing at or above the denied level.
    Clean,
    /// Findings.
    Findings,
    /// The command could not be done.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Clean => Self::SUCCESS,
            Status::Findings => Self::from(1),
            Status::Failed => Self::from(2),
        }
    }
}

/// Why a command could not be done.
#[derive(Debug)]
pub(crate) struct CommandError(pub(crate) Message);

impl CommandError {
    /// A file that could not be read.
    pub(crate) fn read(path: &str, error: &std::io::Error) -> Self {
        Self(Message::new("cli-cannot-read").with("path", path).with("reason", error.to_string()))
    }

    /// A file that could not be written.
    pub(crate) fn write(path: &str, error: &std::io::Error) -> Self {
        Self(Message::new("cli-cannot-write").with("path", path).with("reason", error.to_string()))
    }

    /// A report that no program would open.
    pub(crate) fn open(path: &str, error: &std::io::Error) -> Self {
        Self(Message::new("cli-cannot-open").with("path", path).with("reason", error.to_string()))
    }

    /// Says it on standard error.
    pub(crate) fn print(&self, environment: &Environment) {
        let text = roadmap_diag::render(&self.0, environment.locale);
        let lead = roadmap_diag::render(&Message::new("severity-error"), environment.locale);
        environment.err(&format!("{lead}: {}\n", crate::output::visible(&text)));
    }
}
