//! The budget by channel and phase: planned, committed and spent as one bar each.

use roadmap_api::{BudgetFigures, BudgetMatrix};
use roadmap_diag::{Locale, Message, format_money};
use rust_decimal::Decimal;
use serde::Serialize;

use crate::context::{Context, maybe, number};
use crate::percent::Percent;
use crate::text::{html, push_html};
use crate::verdict;

/// What `page.html.hbs` sees of the budget.
#[derive(Serialize)]
pub(crate) struct Section {
    heading: String,
    caption: String,
    head_html: String,
    rows_html: String,
    foot_html: String,
}

/// One amount in a unit that leaves few digits, such as millions.
pub(crate) struct Scale {
    size: Decimal,
    /// The unit in words: `triệu ₫`.
    pub(crate) word: String,
}

impl Scale {
    /// The scale in which the largest amount of `matrix` has four digits or fewer before the point.
    pub(crate) fn new(context: &Context<'_>, matrix: &BudgetMatrix) -> Self {
        let most = amounts(matrix).max().unwrap_or_default();
        let (size, id) = match most {
            most if most >= Decimal::from(1_000_000_000_000_i64) => (1_000_000_000, "report-scale-billion"),
            most if most >= Decimal::from(10_000_000) => (1_000_000, "report-scale-million"),
            most if most >= Decimal::from(100_000) => (1_000, "report-scale-thousand"),
            _ => (1, "report-scale-none"),
        };
        let currency = format_money(Decimal::ONE, &matrix.currency, Locale::En);
        let currency = currency.split_once('\u{a0}').map_or(matrix.currency.as_str(), |(_, symbol)| symbol);
        Self { size: Decimal::from(size), word: context.with(id, "currency", currency) }
    }

    /// `value` in this unit; one digit behind the point where it is small.
    pub(crate) fn text(&self, context: &Context<'_>, value: Decimal) -> String {
        let scaled = value.checked_div(self.size).unwrap_or_default();
        context.decimal(scaled, if scaled.abs() < Decimal::TEN { 1 } else { 0 })
    }
}

fn amounts(matrix: &BudgetMatrix) -> impl Iterator<Item = Decimal> + '_ {
    let rows = matrix.rows.iter().map(|row| &row.total);
    rows.chain([&matrix.total])
        .flat_map(|x| [x.planned.as_ref(), Some(&x.committed), Some(&x.spent)])
        .filter_map(|value| number(value?))
}

/// The largest of the three amounts.
fn largest(figures: &BudgetFigures) -> Decimal {
    [maybe(figures.planned.as_ref()), number(&figures.committed), number(&figures.spent)]
        .into_iter()
        .flatten()
        .max()
        .unwrap_or_default()
}

/// The name of a column: the phase's title with its number, or that of always-on work.
pub(crate) fn column(context: &Context<'_>, phase: Option<&String>) -> String {
    let Some(id) = phase else { return context.word("report-always-on") };
    match context.phase_number(id) {
        Some(number) => format!("{number}. {}", context.title(id)),
        None => context.title(id).to_owned(),
    }
}

/// The name of a row.
pub(crate) fn channel(context: &Context<'_>, channel: Option<&String>) -> String {
    channel.map_or_else(|| context.word("report-budget-no-channel"), |id| context.channel(id).to_owned())
}

/// The section; `None` where the plan has no amount.
pub(crate) fn section(context: &Context<'_>) -> Option<Section> {
    let matrix = context.report.budget.as_ref()?;
    let scale = Scale::new(context, matrix);
    let most_cell = matrix.rows.iter().flat_map(|row| &row.cells).map(|cell| largest(&cell.figures)).max();
    let most_total = matrix.rows.iter().map(|row| largest(&row.total)).max();
    let mut head = format!("<th scope=\"col\">{}</th>", html(&context.word("report-col-channel")));
    for name in matrix.columns.iter().map(|phase| column(context, phase.as_ref())) {
        head.push_str(&format!("<th scope=\"col\">{}</th>", html(&name)));
    }
    head.push_str(&format!("<th scope=\"col\">{}</th>", html(&context.word("report-col-total"))));
    let mut rows = String::new();
    for row in &matrix.rows {
        rows.push_str("<tr><th scope=\"row\">");
        push_html(&mut rows, &channel(context, row.channel.as_ref()));
        rows.push_str("</th>");
        for cell in &row.cells {
            push_cell(&mut rows, context, &scale, &cell.figures, most_cell);
        }
        push_cell(&mut rows, context, &scale, &row.total, most_total);
        rows.push_str("</tr>");
    }
    let mut foot = format!("<th scope=\"row\">{}</th>", html(&context.word("report-col-total")));
    for figures in matrix.column_totals.iter().chain([&matrix.total]) {
        push_cell(&mut foot, context, &scale, figures, None);
    }
    Some(Section {
        heading: verdict::budget_heading(context),
        caption: context.with("report-budget-unit", "unit", scale.word.as_str()),
        head_html: head,
        rows_html: rows,
        foot_html: foot,
    })
}

/// A cell: spent at the left, planned at the right, committed where it exceeds the plan; below them the bar, which is
/// left out of the totals.
fn push_cell(
    out: &mut String,
    context: &Context<'_>,
    scale: &Scale,
    figures: &BudgetFigures,
    most: Option<Decimal>,
) {
    let planned = maybe(figures.planned.as_ref());
    let committed = number(&figures.committed).unwrap_or_default();
    let spent = number(&figures.spent).unwrap_or_default();
    let dash = context.word("report-none");
    if planned.is_none() && committed.is_zero() && spent.is_zero() {
        out.push_str(&format!("<td class=\"m\">{}</td>", html(&dash)));
        return;
    }
    let planned_text = planned.map_or(dash, |planned| scale.text(context, planned));
    let words = Message::new("report-budget-cell")
        .with("planned", planned_text.as_str())
        .with("committed", scale.text(context, committed))
        .with("spent", scale.text(context, spent));
    out.push_str("<td><span class=\"vh\">");
    push_html(out, &context.say(&words));
    out.push_str("</span><div class=\"bg\" aria-hidden=\"true\"><b>");
    out.push_str(&html(&scale.text(context, spent)));
    out.push_str("</b><span>");
    if planned.is_none_or(|planned| committed > planned) && !committed.is_zero() {
        out.push_str("<b class=\"t-risk\">");
        if planned.is_some() {
            out.push_str("<svg><use href=\"#s-risk\"/></svg>");
        }
        out.push_str(&html(&scale.text(context, committed)));
        out.push_str("</b> / ");
    }
    push_html(out, &planned_text);
    out.push_str("</span></div>");
    if let Some(most) = most.filter(|most| !most.is_zero()) {
        let width = |value| Percent::of_decimal(value, most);
        out.push_str("<div class=\"bb\">");
        if let Some(planned) = planned {
            out.push_str(&format!("<i class=\"tr\" style=\"width:{}\"></i>", width(planned)));
        }
        out.push_str(&format!("<i class=\"co\" style=\"width:{}\"></i>", width(committed)));
        out.push_str(&format!("<i class=\"sp\" style=\"width:{}\"></i></div>", width(spent)));
    }
    out.push_str("</td>");
}
