//! What an item lacks: owner, KPI, deadline and whatever else its kind needs, at once and with places to fill in.

use std::collections::BTreeMap;

use jiff::ToSpan;
use roadmap_diag::{Arg, Diagnostic, Message, TextRange, render};
use roadmap_schema::{Kind, Required, Row, in_order};
use roadmap_sema::model::{Id, Phase, StmtRef, Who};

use super::draft::{Draft, Piece};
use super::measure;
use super::place::{At, Here};
use super::{Action, ActionKind, Change};
use crate::scope::{phase_at, work_at};

/// An item and what it lacks.
struct Lack<'a> {
    at: At<'a>,
    rows: Vec<&'static Row>,
    findings: Vec<&'a Diagnostic>,
}

/// Adds what the innermost item around the place lacks; and what all items of its phase lack, where several do.
pub(super) fn offer<'a>(here: &Here<'a>, found: &mut Vec<Action<'a>>) {
    let Some(inner) = here.around().next() else { return };
    let findings = by_subject(here, inner);
    let lacks = |at: At<'a>| lack(here, at, &findings);
    let own = here.around().find_map(lacks);
    // One lack that has mends of its own needs no other.
    let is_worth =
        |lack: &Lack<'_>| lack.rows.len() > 1 || lack.findings.iter().all(|finding| finding.fixes.is_empty());
    let phase = here.around().find(|at| at.stmt.kind() == Kind::Phase);
    let is_about = own.is_some();
    if let Some(lack) = own.filter(is_worth) {
        let parts: Vec<Arg> = lack.rows.iter().map(|row| part(row)).collect();
        let title =
            Message::new("ide-fill").with("parts", parts).with("name", lack.at.name().unwrap_or_default());
        let analysis = *here;
        let mends = lack.findings.clone();
        let lack = vec![lack];
        found.push(Action::new(ActionKind::Mend, title, move || change(&analysis, &lack)).mends(mends));
    }
    let Some(phase) = phase else { return };
    let on_head = inner.index == phase.index && here.range.start <= phase.in_file(phase.stmt.head).end;
    if !is_about && !on_head {
        return;
    }
    let inside = (phase.index + 1..phase.stmt.next).filter_map(|index| phase.at(index));
    let all: Vec<Lack<'a>> = inside.filter_map(lacks).collect();
    if all.len() > 1 {
        let title = Message::new("ide-fill.phase")
            .with("count", all.len())
            .with("name", phase.name().unwrap_or_default());
        let mends: Vec<_> = here.findings().filter(|finding| has(&all, finding)).collect();
        let analysis = *here;
        found.push(Action::new(ActionKind::Mend, title, move || change(&analysis, &all)).mends(mends));
    }
}

fn has(all: &[Lack<'_>], finding: &Diagnostic) -> bool {
    all.iter().any(|lack| lack.findings.iter().any(|other| std::ptr::eq(*other, finding)))
}

/// The findings about statements of one top-level statement, by the keyword that they are about.
fn by_subject<'a>(here: &Here<'a>, at: At<'a>) -> BTreeMap<TextRange, Vec<&'a Diagnostic>> {
    let mut map: BTreeMap<TextRange, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in here.analysis.diagnostics.iter() {
        if let Some(subject) = finding.subject.filter(|span| (span.file, span.item) == (at.id, at.item)) {
            map.entry(subject.range).or_default().push(finding);
        }
    }
    map
}

/// What the checker says that `at` lacks, as far as there is something to write for it.
fn lack<'a>(
    here: &Here<'a>,
    at: At<'a>,
    findings: &BTreeMap<TextRange, Vec<&'a Diagnostic>>,
) -> Option<Lack<'a>> {
    let about = findings.get(&at.stmt.keyword_range)?;
    let mut lack = Lack { at, rows: Vec::new(), findings: Vec::new() };
    for row in in_order(at.stmt.kind()) {
        let says = |finding: &&&Diagnostic| match row.required {
            Required::Rule(code) => finding.code.as_str() == code,
            Required::Schema => {
                finding.code.as_str() == "schema/missing"
                    && finding.message.args.contains(&("keyword", Arg::from(row.keyword)))
            }
            Required::No => false,
        };
        let is_written = at.children().any(|child| child.keyword() == row.keyword);
        if let Some(finding) = about.iter().find(says).filter(|_| !is_written && !at.stmt.damaged)
            && line(here, at, row).is_some()
        {
            lack.rows.push(row);
            lack.findings.push(finding);
        }
    }
    (!lack.rows.is_empty()).then_some(lack)
}

/// What a property is called in a sentence.
fn part(row: &Row) -> Arg {
    let id = match row.keyword {
        "owner" => "ide-part.owner",
        "kpi" => "ide-part.kpi",
        "deadline" => "ide-part.deadline",
        "supports" => "ide-part.supports",
        "focus" => "ide-part.focus",
        "channel" => "ide-part.channel",
        keyword => return Arg::from(format!("`{keyword}`")),
    };
    Arg::from(Message::new(id))
}

fn change(here: &Here<'_>, all: &[Lack<'_>]) -> Option<Change> {
    let first = all.first()?;
    let mut draft = Draft::new(first.at.id, first.at.file);
    for lack in all {
        add(here, lack, &mut draft);
    }
    draft.finish()
}

/// Adds each line behind what comes before it in an ordered block.
fn add(here: &Here<'_>, lack: &Lack<'_>, draft: &mut Draft<'_>) {
    let at = lack.at;
    let indent = " ".repeat(at.stmt.indent as usize + 2);
    let order = in_order(at.stmt.kind());
    let rank = |keyword: &str| order.iter().position(|row| row.keyword == keyword);
    let lines: Vec<(usize, Piece)> =
        lack.rows.iter().filter_map(|row| Some((rank(row.keyword)?, line(here, at, row)?))).collect();
    let is_empty = at.children().next().is_none();
    let Some(open) = at.stmt.open.filter(|_| !(is_empty && at.stmt.begins_on_line)) else {
        // All of a block that is not there, or has nothing in it.
        let mut block = Piece::new(" {");
        for (_, line) in &lines {
            block = block.text("\n").text(&indent).piece(line);
        }
        let end = " ".repeat(at.stmt.indent as usize);
        let head = at.in_file(at.stmt.head).end;
        let whole = TextRange::new(head, at.in_file(at.stmt.range).end.max(head));
        let keeps = at.stmt.open.is_some() && at.stmt.close.is_none();
        if !keeps && !has_comment(at) {
            return draft.replace(whole, block.text(&format!("\n{end}}}")));
        }
        return;
    };
    let open = at.in_file(open).end;
    for (own, line) in lines {
        let before = at.children().filter(|child| rank(child.keyword()).is_some_and(|rank| rank <= own));
        let (end, piece) = match before.last() {
            Some(child) => {
                let indent = child.line().map_or(&*indent, |(_, blanks)| blanks);
                let end = child.in_file(child.stmt.range).end;
                let (end, shares) = end_of_line(at.file.text.get(end as usize..).unwrap_or_default(), end);
                let gap = if shares { "; ".to_owned() } else { format!("\n{indent}") };
                draft.replace(TextRange::empty(end), Piece::new(&gap).piece(&line));
                continue;
            }
            None if at.stmt.begins_on_line => (open, Piece::new(" ").piece(&line).text(";")),
            None => {
                // A comment on the line of the `{` stays there.
                let rest = at.file.text.get(open as usize..).unwrap_or_default();
                (end_of_line(rest, open).0, Piece::new(&format!("\n{indent}")).piece(&line))
            }
        };
        draft.replace(TextRange::empty(end), piece);
    }
}

/// Whether a comment stands in the block.
fn has_comment(at: At<'_>) -> bool {
    let comments = at.tree.tokens().filter(|token| token.kind == roadmap_syntax::TokenKind::Comment);
    comments.into_iter().any(|token| at.stmt.range.contains_range(token.range))
}

/// Where a line put behind a statement begins: behind a comment that ends its line, else right behind it, where something
/// else shares the line.
fn end_of_line(rest: &str, at: u32) -> (u32, bool) {
    let line = rest.split('\n').next().unwrap_or_default();
    let line = line.strip_suffix('\r').unwrap_or(line);
    let behind = line.trim_start();
    if behind.is_empty() || behind.starts_with('#') {
        let length = if behind.is_empty() { 0 } else { line.trim_end().len() };
        return (at + u32::try_from(length).unwrap_or(0), false);
    }
    (at, true)
}

/// The line that a property is written as; none where nothing is known to write.
fn line(here: &Here<'_>, at: At<'_>, row: &Row) -> Option<Piece> {
    let model = &*here.analysis.model;
    let stop = |id: &'static str| render(&Message::new(id), model.plan.lang);
    let place = StmtRef { file: at.id, item: at.item, index: at.index };
    let work = work_at(here.analysis, at.stmt.kind(), place);
    let phase = phase_of(here, at);
    let keyword = Piece::new(row.keyword).text(" ");
    Some(match (row.keyword, at.stmt.kind()) {
        ("owner", _) => keyword.stop(&owner(here, phase)),
        ("kpi", _) => {
            let fitting = measure::fitting(model, measure::home_of(work?));
            let best = fitting.first()?;
            let line = keyword.stop(best.name).text(" ");
            match at.stmt.kind() {
                Kind::Goal => {
                    let end = end(here, phase)?;
                    line.stop(&best.way()).text(" by ").stop(&end)
                }
                _ => line.text(best.comparison()).text(" ").stop(&best.number()),
            }
        }
        ("deadline", _) => keyword.stop(&end(here, phase)?),
        ("supports", Kind::Activity) => {
            let goals = match phase.map(|phase| &model[phase]) {
                Some(phase) if !phase.goals.is_empty() => phase.goals.clone(),
                Some(phase) => phase.supports.iter().filter_map(|goal| goal.target).collect(),
                None => model.goals.ids().filter(|goal| model[*goal].phase.is_none()).collect(),
            };
            keyword.stop(&model[*goals.first()?].head.id)
        }
        ("focus", Kind::Phase) => keyword.text("\"").stop(&stop("ide-stop.focus")).text("\""),
        ("channel", Kind::Phase) => {
            let declared = model.channels.rows().iter().find(|channel| channel.head.place.is_some());
            keyword.stop(declared.map_or("seo", |channel| &channel.head.id)).text(" primary")
        }
        ("for", Kind::Script) => {
            let of_phase = phase.and_then(|phase| model[phase].activities.first().copied());
            let activity = &model[of_phase.or_else(|| model.activities.ids().next())?].head;
            keyword.stop(if of_phase.is_some() { &activity.id } else { &activity.path })
        }
        _ => return None,
    })
}

/// The phase that `at` stands in.
fn phase_of(here: &Here<'_>, at: At<'_>) -> Option<Id<Phase>> {
    let around = std::iter::successors(Some(at), |at| at.at(at.stmt.parent?));
    let mut phases = around.filter(|at| at.stmt.kind() == Kind::Phase);
    let place = phases.next().map(|at| StmtRef { file: at.id, item: at.item, index: at.index });
    phase_at(here.analysis, place?)
}

/// Who most likely answers for it: the phase's owner, else the first person.
fn owner(here: &Here<'_>, phase: Option<Id<Phase>>) -> String {
    let model = &*here.analysis.model;
    let of_phase = phase.and_then(|phase| model[phase].owners.first()?.target);
    let person = match of_phase {
        Some(Who::Person(id)) => Some(&model[id].head.id),
        _ => model.people.rows().first().map(|person| &person.head.id),
    };
    person.map_or_else(|| render(&Message::new("ide-stop.person"), model.plan.lang), ToString::to_string)
}

/// The last day of the phase, else of the plan, else in two weeks.
fn end(here: &Here<'_>, phase: Option<Id<Phase>>) -> Option<String> {
    let model = &*here.analysis.model;
    let range = phase.and_then(|phase| model[phase].range).or(model.plan.period);
    let day = range.map(|range| range.value.end).or(model.today.checked_add(14.days()).ok());
    day.map(|day| day.to_string())
}
