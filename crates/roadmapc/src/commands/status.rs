//! `status`: how the plan stands, in the terminal.

use roadmap_db::Analysis;
use roadmap_report::{find_owner, plan_status, render_status, render_status_markdown};

use crate::arguments::{Global, Status as Arguments, StatusFormat};
use crate::commands::build::report_of;
use crate::environment::Environment;
use crate::error::{CommandError, Status};
use crate::output;
use crate::project::Loaded;

/// Shows how the plan stands. What is wrong with its text is counted there, and does not decide the exit status: the
/// state of a plan is what was asked for.
pub(super) fn run(
    arguments: &Arguments,
    global: &Global,
    environment: &mut Environment,
) -> Result<Status, CommandError> {
    let loaded = Loaded::open(arguments.path.as_deref(), global, environment)?;
    let analysis: Analysis = loaded.analysis()?;
    let report = report_of(&analysis, environment.locale);
    drop((analysis, loaded));
    let owner = arguments.owner.as_deref().map(|name| find_owner(&report, name)).transpose();
    let owner = owner.map_err(|error| CommandError(error.message()))?;
    let status = plan_status(&report, owner.as_deref(), environment.locale);
    environment.out(&match arguments.format {
        StatusFormat::Human => render_status(&report, &status, environment.locale, environment.page),
        StatusFormat::Md => render_status_markdown(&report, &status, environment.locale),
        StatusFormat::Json => output::to_text(&status),
    });
    Ok(Status::Clean)
}
