//! `diff`: what changed between two versions of a plan.

mod version;

use roadmap_diag::{Message, render as text};
use roadmap_report::{render_diff, render_diff_markdown};

use crate::arguments::{Diff, DiffFormat, Global};
use crate::commands::build::report_of;
use crate::environment::Environment;
use crate::error::{CommandError, Status};
use crate::output;

use version::{Asked, Version};

/// Shows what changed. It ends well whether or not anything did: a difference is the answer, and no finding.
pub(super) fn run(
    arguments: &Diff,
    global: &Global,
    environment: &mut Environment,
) -> Result<Status, CommandError> {
    let before = Asked::of(&arguments.before);
    let after = arguments.after.as_deref().map(Asked::of);
    // A revision is one of what the other side names; without another side, of what is here.
    let old = before.open(after.as_ref().and_then(Asked::path), global, environment)?;
    let new = match &after {
        Some(after) => after.open(before.path(), global, environment)?,
        None => Asked::Path(old.now.clone()).open(None, global, environment)?,
    };
    let report = |version: &Version| {
        if version.analysis.config.broken {
            return Err(CommandError(Message::new("diff-settings").with("name", version.name.as_str())));
        }
        Ok(report_of(&version.analysis, environment.locale))
    };
    let (was, is) = (report(&old)?, report(&new)?);
    let name = |version: &Version| match version.name.is_empty() {
        true => text(&Message::new("diff-now"), environment.locale),
        false => version.name.clone(),
    };
    let diff = roadmap_diff::diff(&was, &is, (&name(&old), &name(&new)));
    environment.out(&match arguments.format {
        DiffFormat::Human => render_diff(&is, &diff, environment.locale, environment.page),
        DiffFormat::Md => render_diff_markdown(&is, &diff, environment.locale),
        DiffFormat::Json => output::to_text(&diff),
    });
    Ok(Status::Clean)
}
