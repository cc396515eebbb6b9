//! `plan/phase-range`

use roadmap_diag::Message;

use crate::model::{Phase, Place, Written};
use crate::rules::{Check, Cx, Sink, edit, rule};
use crate::value::DateRange;

rule!("plan/phase-range", "plan-phase-range", Warning, Check::Project(check), "phase_range.md");

/// A phase whose days are known.
#[derive(Clone, Copy)]
struct Dated<'a> {
    phase: &'a Phase,
    place: Place,
    range: Written<DateRange>,
}

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let phases = cx.model.phases.rows().iter();
    let mut phases: Vec<_> = phases
        .filter_map(|phase| Some(Dated { phase, place: phase.head.place?, range: phase.range? }))
        .collect();
    if let Some(period) = cx.model.plan.period {
        for dated in &phases {
            outside(*dated, period.value, sink);
        }
        // A phase in another year is one mistake, not also a gap.
        phases.retain(|dated| dated.range.value.intersection(period.value).is_some());
    }
    // Stable: of two that start on one day the first in the text comes first.
    phases.sort_by_key(|dated| dated.range.value.start);
    gaps(cx, &phases, sink);
    overlaps(&phases, sink);
}

fn outside(dated: Dated<'_>, period: DateRange, sink: &mut Sink<'_>) {
    let range = dated.range.value;
    if period.start <= range.start && range.end <= period.end {
        return;
    }
    let mut finding = sink
        .report(dated.range.span, dated.place)
        .with("name", dated.phase.head.id.as_str())
        .with("from", period.start)
        .with("to", period.end);
    if let Some(inside) = range.intersection(period) {
        let text = inside.to_string();
        let title = Message::new("fix-replace").with("text", text.as_str());
        finding = finding.fix(title, false, dated.range.span, text);
    }
    finding.emit();
}

/// Working days between two phases; `phases` by start.
fn gaps(cx: &Cx<'_>, phases: &[Dated<'_>], sink: &mut Sink<'_>) {
    let mut phases = phases.iter();
    let Some(mut last) = phases.next() else { return };
    for next in phases {
        let between = last.range.value.end.tomorrow().ok().zip(next.range.value.start.yesterday().ok());
        let between = between.and_then(|(from, to)| DateRange::new(from, to));
        if let Some(days) = between.filter(|days| cx.model.calendar.working_days(*days) > 0) {
            sink.report(next.range.span, next.place)
                .message("plan-phase-range.gap")
                .with("name", next.phase.head.id.as_str())
                .with("other", last.phase.head.id.as_str())
                .with("from", days.start)
                .with("to", days.end)
                .related(last.range.span, Message::new("plan-phase-range.other"))
                .emit();
        }
        if next.range.value.end > last.range.value.end {
            last = next;
        }
    }
}

/// Days that two phases share, where neither says that it may overlap; `phases` by start.
fn overlaps(phases: &[Dated<'_>], sink: &mut Sink<'_>) {
    let mut phases = phases.iter().filter(|dated| !dated.phase.overlap_ok);
    let Some(mut last) = phases.next() else { return };
    for next in phases {
        if let Some(days) = last.range.value.intersection(next.range.value) {
            let line = "overlap ok";
            let title = Message::new("fix-add").with("line", line);
            sink.report(next.range.span, next.place)
                .message("plan-phase-range.overlap")
                .help("plan-phase-range.overlap-help")
                .with("name", next.phase.head.id.as_str())
                .with("other", last.phase.head.id.as_str())
                .with("from", days.start)
                .with("to", days.end)
                .related(last.range.span, Message::new("plan-phase-range.other"))
                .fix_all(title, false, vec![edit::add_line(next.place, line)])
                .emit();
        }
        if next.range.value.end > last.range.value.end {
            last = next;
        }
    }
}
