//! The same value in another form: a target as a number or by how much, a day as the end of a period.

use jiff::civil::Date;
use roadmap_diag::{Message, TextRange};
use roadmap_schema::{Form, Kind, Row};
use roadmap_sema::hir::{Amount, AmountUnit, Target, Value, When};
use roadmap_sema::model::{Kpi, StmtRef};
use rust_decimal::Decimal;

use super::place::{At, Here};
use super::{Action, ActionKind, Change};
use crate::completion::amounts::{source_money, source_number};
use crate::scope::kpi_at;

/// Offers the other forms of the value at the place.
pub(super) fn offer<'a>(here: &Here<'a>, found: &mut Vec<Action<'a>>) {
    let Some(at) = here.around().next().filter(|at| !at.stmt.damaged) else { return };
    for value in at.hir.values_of(at.stmt) {
        let range = at.in_file(value.range);
        if !(range.touches(here.range.start) && range.touches(here.range.end)) {
            continue;
        }
        match &value.value {
            Value::When(when) => {
                let form = at.stmt.row.and_then(|row| form_of(row, value.slot));
                let fiscal = here.analysis.model.plan.fiscal_year;
                let forms = form.into_iter().flat_map(|form| dates(*when, form, fiscal));
                found.extend(forms.map(|text| action(at, range, text)));
            }
            Value::Target(Target::Change(from, to)) if at.stmt.kind() == Kind::Kpi => {
                let place = StmtRef { file: at.id, item: at.item, index: at.index };
                let kpi = kpi_at(here.analysis, place).map(|id| &here.analysis.model[id]);
                let text = kpi.and_then(|kpi| target(kpi, *from, *to));
                let end = behind_arrow(at, value.range).map(|range| at.in_file(range));
                found.extend(text.zip(end).map(|(text, range)| action(at, range, text)));
            }
            _ => {}
        }
    }
}

fn action<'a>(at: At<'a>, range: TextRange, text: String) -> Action<'a> {
    let title = Message::new("ide-write-as").with("text", text.as_str());
    let file = at.id;
    let change = move || Some(Change::plain([(file, range, text.clone())]));
    Action::new(ActionKind::Rewrite, title, change)
}

fn form_of(row: &Row, slot: &str) -> Option<Form> {
    let clauses = row.clauses.iter().map(|clause| &clause.slot);
    row.slots.iter().chain(clauses).find(|known| known.name == slot).map(|known| known.form)
}

/// A period as the day that it stands for, a day as the month or quarter that it stands for.
fn dates(when: When, form: Form, fiscal: u8) -> Vec<String> {
    let is_end = form == Form::Deadline;
    match when {
        When::Period(_) if is_end => vec![when.end(fiscal).to_string()],
        When::Period(_) if form == Form::Start => vec![when.start(fiscal).to_string()],
        When::Day(day) if is_end && day == day.last_of_month() => periods(day, day.month() % 3 == 0, fiscal),
        When::Day(day) if form == Form::Start && day.day() == 1 => periods(day, day.month() % 3 == 1, fiscal),
        _ => Vec::new(),
    }
}

fn periods(day: Date, is_of_quarter: bool, fiscal: u8) -> Vec<String> {
    let month = format!("{:04}-{:02}", day.year(), day.month());
    // Where years begin with another month, quarters have other numbers.
    let quarter =
        (is_of_quarter && fiscal == 1).then(|| format!("{:04}-Q{}", day.year(), (day.month() - 1) / 3 + 1));
    [Some(month), quarter].into_iter().flatten().collect()
}

/// What a target is said by instead: a number by how much it is more, and the other way round.
fn target(kpi: &Kpi, from: Amount, to: Amount) -> Option<String> {
    let wanted = kpi.target?;
    let (baseline, value) = (wanted.baseline?, wanted.value);
    if to.signed {
        // The number counts what the baseline is written in.
        return (from.value == baseline).then(|| written(value, from.unit));
    }
    if from.unit != to.unit || from.value != baseline || to.value != value {
        return None;
    }
    let more = value.checked_sub(baseline)?;
    let (number, sign) = match from.unit {
        AmountUnit::Percent => (more, "pp"),
        _ if baseline <= Decimal::ZERO => return None,
        _ => (more.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(baseline)?, "%"),
    };
    let number = number.normalize();
    let plus = if number.is_sign_negative() { "" } else { "+" };
    // What has no end, or no short one, is better said as a number.
    (number.scale() <= 2 && !number.is_zero())
        .then(|| format!("{plus}{}{sign}", source_number(number, false)))
}

fn written(value: Decimal, unit: AmountUnit) -> String {
    match unit {
        AmountUnit::Money(currency) => source_money(value, currency),
        AmountUnit::Percent | AmountUnit::Points => format!("{}%", source_number(value.normalize(), false)),
        AmountUnit::Plain => source_number(value.normalize(), false),
    }
}

/// What stands behind the arrow of a target.
fn behind_arrow(at: At<'_>, range: TextRange) -> Option<TextRange> {
    let inside = |token: &roadmap_syntax::Token<'_>| range.contains_range(token.range);
    let mut tokens = at.tree.tokens().filter(inside).skip_while(|token| token.text != "->").skip(1);
    let first = tokens.next()?;
    Some(TextRange::new(first.range.start, range.end))
}
