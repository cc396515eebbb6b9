//! What dates are computed from: where none of it changes, no date does.

use jiff::civil::Date;

use crate::build::records::Row;
use crate::model::{Id, Launch, Model, ScriptTarget, Status, StatusKind, WorkRef};
use crate::value::{DateRange, Duration, Lag};

/// What a row adds to the schedule.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Inputs {
    Activity {
        start: Option<Date>,
        deadline: Option<Date>,
        duration: Option<Duration>,
        is_series: bool,
        after: Vec<(Option<WorkRef>, Option<Lag>)>,
        before: Vec<Option<Id<Launch>>>,
        status: (StatusKind, Option<Date>),
    },
    Launch {
        date: Option<Date>,
        after: Vec<(Option<WorkRef>, Option<Lag>)>,
        status: (StatusKind, Option<Date>),
    },
    Script {
        deadline: Option<Date>,
        targets: Vec<Option<ScriptTarget>>,
        status: (StatusKind, Option<Date>),
    },
    Milestone(Option<Date>),
    Phase(Option<DateRange>),
    Nothing,
}

impl Inputs {
    /// What `row` adds.
    pub(crate) fn of(model: &Model, row: Row) -> Self {
        let status = |status: &Status| (status.kind, status.day);
        match row {
            Row::Activity(id) => {
                let activity = &model[id];
                Self::Activity {
                    start: activity.start.map(|start| start.value),
                    deadline: activity.deadline.map(|deadline| deadline.value),
                    duration: activity.duration.map(|duration| duration.value),
                    is_series: activity.every_written,
                    after: activity.after.iter().map(|one| (one.work.target, one.lag)).collect(),
                    before: activity.before.iter().map(|launch| launch.target).collect(),
                    status: status(&activity.status),
                }
            }
            Row::Launch(id) => {
                let launch = &model[id];
                Self::Launch {
                    date: launch.date,
                    after: launch.after.iter().map(|one| (one.work.target, one.lag)).collect(),
                    status: status(&launch.status),
                }
            }
            Row::Script(id) => {
                let script = &model[id];
                Self::Script {
                    deadline: script.deadline.map(|deadline| deadline.value),
                    targets: script.targets.iter().map(|target| target.target).collect(),
                    status: status(&script.status),
                }
            }
            Row::Milestone(id) => Self::Milestone(model[id].date.map(|date| date.value)),
            Row::Phase(id) => Self::Phase(model[id].range.map(|range| range.value)),
            Row::Goal(_)
            | Row::Qualify(_)
            | Row::Actual(_)
            | Row::Review(_)
            | Row::Alert
            | Row::Unknown
            | Row::Definition => Self::Nothing,
        }
    }
}
