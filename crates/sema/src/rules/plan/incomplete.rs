//! `plan/incomplete`

use roadmap_diag::{Arg, Edit, FileId, Message, Span, TextRange};

use crate::rules::{Check, Cx, Sink, edit, rule};

rule!("plan/incomplete", "plan-incomplete", Error, Check::Project(check), "incomplete.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let missing = missing(cx);
    let Some(first) = missing.first() else { return };
    let parts: Vec<Arg> = missing.iter().map(|part| Arg::from(format!("`{part}`"))).collect();
    let finding = match cx.model.plan.place {
        Some(place) => sink.missing(place),
        None => sink.report_at(start_of_project()),
    };
    let mut finding = finding.with("parts", parts);
    if let Some((line, edit)) = mend(cx, first) {
        finding = finding.fix_all(Message::new("fix-add").with("line", line), false, vec![edit]);
    }
    finding.emit();
}

/// The parts that the plan lacks, the outermost first.
pub(crate) fn missing(cx: &Cx<'_>) -> Vec<&'static str> {
    let model = cx.model;
    let mut missing = Vec::new();
    match model.plan.place {
        None => missing.push("roadmap"),
        // What a broken block lacks may only have been lost.
        Some(place) if place.damaged => return missing,
        Some(_) if !model.plan.period_written => missing.push("period"),
        Some(_) => {}
    }
    if model.phases.is_empty() {
        missing.push("phase");
        if model.goals.is_empty() {
            missing.push("goal");
        }
    }
    missing
}

/// A line that adds `part`, and how; the years are the plan's, else today's.
fn mend(cx: &Cx<'_>, part: &str) -> Option<(String, Edit)> {
    let plan = &cx.model.plan;
    let first_day =
        cx.model.phases.rows().iter().filter_map(|phase| phase.range.map(|range| range.value.start)).min();
    let year = first_day.unwrap_or(cx.model.today).year();
    Some(match (part, plan.place) {
        ("roadmap", _) => {
            let line = format!("roadmap \"…\" {{ period {year} }}");
            let edit = Edit { span: start_of_project(), text: format!("{line}\n") };
            (line, edit)
        }
        ("period", Some(place)) => {
            let line = format!("period {year}");
            let edit = edit::add_line(place, &line);
            (line, edit)
        }
        ("phase", Some(place)) => {
            let line = format!("phase p1 \"…\" {}", plan.period?.value);
            let edit = Edit { span: place.whole.end(), text: format!("\n\n{line} {{\n}}") };
            (line, edit)
        }
        _ => return None,
    })
}

/// The first byte of the entry file.
fn start_of_project() -> Span {
    Span::in_file(FileId(0), TextRange::empty(0))
}
