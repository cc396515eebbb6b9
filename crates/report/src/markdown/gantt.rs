//! The timeline as a mermaid gantt block, which GitHub draws.

use roadmap_api::{Schedule, State};

use super::escape::mermaid;
use crate::context::{Context, day};
use crate::group::Group;
use crate::label;

/// With more rows than this the block would be longer than mermaid reads (50,000 characters): then phases, launches
/// and milestones alone are drawn.
const MOST_ROWS: usize = 300;

/// The lines inside the block; empty where nothing has a date.
pub(crate) fn gantt(context: &Context<'_>, groups: &[Group<'_>]) -> String {
    let rows: usize = groups.iter().map(|group| group.activities.len() + group.scripts.len()).sum();
    let mut out = String::new();
    for group in groups {
        let name = match group.phase {
            Some(phase) => format!("{}. {}", group.number, phase.title),
            None => context.word("report-always-on"),
        };
        let mut lane = String::new();
        if rows > MOST_ROWS {
            if let Some(phase) = group.phase {
                let span = (day(&phase.period.start), day(&phase.period.end));
                if let (Some(start), Some(end)) = span {
                    lane.push_str(&format!("    {} :{start}, {end}\n", mermaid(&phase.title)));
                }
            }
        } else {
            let activities = group.activities.iter().map(|x| (x.title.clone(), &x.schedule));
            let scripts = group.scripts.iter().map(|x| (label::script(context, &x.title), &x.schedule));
            for (title, schedule) in activities.chain(scripts) {
                push_bar(&mut lane, &title, schedule);
            }
        }
        for launch in &group.launches {
            let title = label::launch(context, &launch.title);
            push_point(&mut lane, &title, launch.schedule.end.as_ref().and_then(day), launch.schedule.state);
        }
        for milestone in &group.milestones {
            push_point(&mut lane, &milestone.title, day(&milestone.date), milestone.state);
        }
        if !lane.is_empty() {
            out.push_str(&format!("    section {}\n{lane}", mermaid(&name)));
        }
    }
    out
}

fn push_bar(out: &mut String, title: &str, schedule: &Schedule) {
    let end = schedule.end.as_ref().and_then(day);
    let start = schedule.start.as_ref().and_then(day).or(end);
    if let (Some(start), Some(end)) = (start, end) {
        let tags = tags(schedule.state);
        out.push_str(&format!("    {} :{tags}{start}, {}\n", mermaid(title), end.max(start)));
    }
}

fn push_point(out: &mut String, title: &str, date: Option<jiff::civil::Date>, state: State) {
    if let Some(date) = date {
        out.push_str(&format!("    {} :{}milestone, {date}, 0d\n", mermaid(title), tags(state)));
    }
}

/// mermaid knows three looks: finished, under way, and what needs somebody.
fn tags(state: State) -> &'static str {
    match state {
        State::Done => "done, ",
        State::InProgress => "active, ",
        State::Late | State::Blocked => "crit, active, ",
        State::AtRisk => "active, ",
        State::Idea | State::NotStarted | State::Cancelled => "",
    }
}
