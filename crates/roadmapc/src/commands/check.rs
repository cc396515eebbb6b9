//! `check`: what is wrong or missing.

use roadmap_db::Analysis;
use roadmap_diag::{FileId, Message, Severity, render as text};
use roadmap_sema::rules::Role;

use crate::arguments::{Check, Deny, Format, Global};
use crate::commands::fix;
use crate::environment::Environment;
use crate::error::{CommandError, Status};
use crate::output::{self, Request};
use crate::project::Loaded;

pub(super) fn run(
    check: &Check,
    global: &Global,
    environment: &mut Environment,
) -> Result<Status, CommandError> {
    let loaded = Loaded::open(check.path.as_deref(), global, environment)?;
    let mut loaded = loaded.for_role(check.role.map(Role::from));
    let analysis = if check.fix {
        let fixed = fix::run(&mut loaded, check.dry_run)?;
        fixed.tell(check, environment);
        fixed.analysis
    } else {
        loaded.analysis()?
    };
    if environment.verbose {
        tell_what_takes_part(&analysis, &loaded, environment);
    }
    report(&analysis, &loaded, check, environment);
    let status = status(&analysis, check.deny);
    // The process ends here. Taking a large plan apart piece by piece would only keep its user waiting.
    std::mem::forget((analysis, loaded));
    Ok(status)
}

fn report(analysis: &Analysis, loaded: &Loaded, check: &Check, environment: &Environment) {
    // Nothing is drawn, and no message is looked for, where there is nothing to say.
    let is_silent = environment.quiet && analysis.asked().next().is_none() && check.format == Format::Human;
    if !is_silent {
        output::print(
            &Request { analysis, paths: loaded.paths(), environment, all: check.all },
            check.format,
        );
    }
}

/// What the findings amount to.
pub(super) fn status(analysis: &Analysis, deny: Option<Deny>) -> Status {
    let denied = match deny {
        None => Severity::Error,
        Some(Deny::Warnings) => Severity::Warning,
        Some(Deny::Hints) => Severity::Hint,
    };
    if analysis.config.broken {
        Status::Failed
    } else if analysis.asked().any(|diagnostic| diagnostic.severity >= denied) {
        Status::Findings
    } else {
        Status::Clean
    }
}

fn tell_what_takes_part(analysis: &Analysis, loaded: &Loaded, environment: &Environment) {
    for index in 0..analysis.files.len() {
        let id = if index < analysis.source_files { "verbose-file" } else { "verbose-settings" };
        let path = loaded.paths().shown(analysis, FileId(u32::try_from(index).unwrap_or(u32::MAX)));
        let line = text(&Message::new(id).with("path", path), environment.locale);
        environment.err(&format!("{}\n", output::visible(&line)));
    }
}
