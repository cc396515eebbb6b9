//! A KPI as readers see it: now, the difference to the plan's pace, and a bar from baseline to target.

use roadmap_api::{Comparison, Direction, Kpi, KpiState, MetricKind};
use roadmap_diag::Message;
use rust_decimal::Decimal;

use crate::context::{Context, maybe, number};
use crate::percent::Percent;
use crate::text::strong;
use crate::words::{self, Look};

/// A KPI in words and shares of a bar.
pub(crate) struct KpiView {
    /// The metric's name.
    pub(crate) title: String,
    /// How it stands.
    pub(crate) look: Look,
    /// The figure now and the word of its unit.
    pub(crate) now: Option<(String, String)>,
    /// What today's pace is, in a sentence with marked emphasis: the difference, or the pace alone.
    pub(crate) gap: String,
    /// What it was before, as text.
    pub(crate) baseline_text: String,
    /// Where the bar begins, as text; empty where nothing says it.
    pub(crate) from_text: String,
    /// The figure of the time before, where a sum begins again at nothing.
    pub(crate) before: Option<String>,
    /// What is planned for today.
    pub(crate) pace_text: String,
    /// The target: `5.000`, `≤ 120 nghìn ₫`, `2–4`.
    pub(crate) target: String,
    /// The bar, where baseline and target span one.
    pub(crate) bar: Option<Bar>,
    /// Whether less is better.
    pub(crate) lower: bool,
}

/// Places on the bar from baseline to target.
pub(crate) struct Bar {
    /// The figure now.
    pub(crate) now: Option<Percent>,
    /// What is planned for today.
    pub(crate) pace: Option<Percent>,
    /// The forecast and its figure.
    pub(crate) forecast: Option<(Percent, String)>,
}

impl KpiView {
    /// The view of `kpi`.
    pub(crate) fn new(context: &Context<'_>, kpi: &Kpi) -> Self {
        let figure = |value: Option<Decimal>| match value {
            None => context.word("report-none"),
            // Nothing needs no unit.
            Some(value) if value.is_zero() => "0".to_owned(),
            Some(value) => context.figure(value, &kpi.unit),
        };
        let reading = kpi.reading.as_ref().and_then(|reading| number(&reading.value));
        let baseline = maybe(kpi.baseline.as_ref());
        let start = maybe(kpi.from.as_ref()).or(baseline);
        let expected = maybe(kpi.expected.as_ref());
        Self {
            title: kpi.title.clone(),
            look: words::kpi_state(kpi.state),
            now: reading.map(|value| context.figure_parts(value, &kpi.unit)),
            gap: gap(context, kpi, reading, expected),
            baseline_text: figure(baseline),
            from_text: if baseline.is_some() { figure(start) } else { String::new() },
            before: baseline.filter(|_| start != baseline).map(|before| figure(Some(before))),
            pace_text: figure(expected),
            target: target(context, kpi),
            bar: bar(context, kpi, reading, expected),
            lower: kpi.direction == Direction::Down || kpi.comparison == Comparison::AtMost,
        }
    }

    /// The bar in words.
    pub(crate) fn bar_text(&self, context: &Context<'_>) -> String {
        let id = if self.now.is_some() { "report-kpi-bar" } else { "report-kpi-bar-empty" };
        let message = Message::new(id)
            .with("baseline", if self.from_text.is_empty() { "0" } else { self.from_text.as_str() })
            .with("target", self.target.as_str())
            .with("pace", self.pace_text.as_str());
        context.say(&match &self.now {
            Some(now) => message.with("now", joined(now)),
            None => message,
        })
    }
}

/// A figure and its unit as one text.
pub(crate) fn joined((figure, unit): &(String, String)) -> String {
    if unit.is_empty() { figure.clone() } else { format!("{figure}\u{a0}{unit}") }
}

/// The target alone: `5.000`, `≤ 120 nghìn ₫`, `2–4`, with its period.
pub(crate) fn target(context: &Context<'_>, kpi: &Kpi) -> String {
    let Some(high) = maybe(kpi.target.as_ref()) else { return kpi.text.clone() };
    let figure = |value| context.figure(value, &kpi.unit);
    let plain = match (kpi.comparison, maybe(kpi.target_low.as_ref())) {
        (Comparison::Within, Some(low)) => format!("{}–{}", figure(low), figure(high)),
        (Comparison::AtMost, _) if kpi.baseline.is_none() => format!("≤\u{a0}{}", figure(high)),
        _ => figure(high),
    };
    match kpi.per {
        Some(per) => format!("{plain} {}", context.word(words::per(per))),
        None => plain,
    }
}

/// Whether a KPI measures what is put in (work, reach, response, cost) and not what comes of it.
pub(crate) fn is_input(kpi: &Kpi) -> bool {
    matches!(
        kpi.kind,
        MetricKind::Activity | MetricKind::Exposure | MetricKind::Engagement | MetricKind::Cost
    )
}

/// Outcomes, then inputs, each in the order of the text.
pub(crate) fn outcomes_first(kpis: &[Kpi]) -> impl Iterator<Item = &Kpi> {
    kpis.iter().filter(|kpi| !is_input(kpi)).chain(kpis.iter().filter(|kpi| is_input(kpi)))
}

/// A KPI in one line for a table: `Leads: 1.250 / 5.000`.
pub(crate) fn line(context: &Context<'_>, kpi: &Kpi) -> String {
    let target = target(context, kpi);
    let reading = kpi.reading.as_ref().and_then(|reading| number(&reading.value));
    match reading {
        Some(value) => format!("{}: {} / {target}", kpi.title, context.figure(value, &kpi.unit)),
        None => format!("{}: {target}", kpi.title),
    }
}

fn gap(context: &Context<'_>, kpi: &Kpi, reading: Option<Decimal>, expected: Option<Decimal>) -> String {
    // What is over is measured by where it was to go.
    if let Some(gap) = to_target(context, kpi, reading) {
        return gap;
    }
    let pace = expected.map(|value| context.figure(value, &kpi.unit));
    match (reading, pace) {
        (Some(_), Some(pace)) => match difference(context, kpi) {
            Some(gap) => {
                context.say(&Message::new("report-kpi-gap").with("gap", strong(&gap)).with("pace", pace))
            }
            None => context.with("report-kpi-on-pace", "pace", pace),
        },
        (Some(_), None) => kpi
            .reading
            .as_ref()
            .map(|reading| context.with("report-kpi-read", "date", context.day(&reading.day)))
            .unwrap_or_default(),
        (None, _) if kpi.state == KpiState::NotStarted && kpi.start.is_some() => {
            context.with("report-kpi-starts", "date", context.day_or_dash(kpi.start.as_ref()))
        }
        (None, Some(pace)) => context.with("report-kpi-pace-today", "pace", pace),
        (None, None) => String::new(),
    }
}

/// How far a KPI that reached or missed its target is from it.
fn to_target(context: &Context<'_>, kpi: &Kpi, reading: Option<Decimal>) -> Option<String> {
    let is_over = matches!(kpi.state, KpiState::Reached | KpiState::Missed);
    let (reading, goal) = (reading?, maybe(kpi.target.as_ref())?);
    if !is_over || kpi.comparison == Comparison::Within {
        return None;
    }
    let difference = reading.checked_sub(goal)?;
    let share = difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(goal.abs());
    let target = context.figure(goal, &kpi.unit);
    Some(match signed(context, kpi, difference, share) {
        Some(gap) => context
            .say(&Message::new("report-kpi-gap-target").with("gap", strong(&gap)).with("target", target)),
        None => context.with("report-kpi-on-target", "target", target),
    })
}

/// The signed difference to the pace.
fn difference(context: &Context<'_>, kpi: &Kpi) -> Option<String> {
    let share = maybe(kpi.difference_percent.as_ref());
    signed(context, kpi, maybe(kpi.difference.as_ref())?, share)
}

/// A difference other than 0: points for a percent, else the share in percent, else the figure itself.
fn signed(context: &Context<'_>, kpi: &Kpi, difference: Decimal, share: Option<Decimal>) -> Option<String> {
    if difference.is_zero() {
        return None;
    }
    let plus = if difference.is_sign_positive() { "+" } else { "" };
    if kpi.unit.as_str() == "percent" {
        let points = format!("{plus}{}", context.decimal(difference, 1));
        return Some(context.with("report-kpi-points", "value", points));
    }
    Some(match share {
        Some(percent) if percent.abs() >= Decimal::ONE => format!("{plus}{}", context.percent(percent, 0)),
        _ => format!("{plus}{}", context.figure(difference, &kpi.unit)),
    })
}

fn bar(context: &Context<'_>, kpi: &Kpi, reading: Option<Decimal>, expected: Option<Decimal>) -> Option<Bar> {
    if kpi.comparison == Comparison::Within {
        return None;
    }
    let target = maybe(kpi.target.as_ref())?;
    let start = match maybe(kpi.baseline.as_ref()) {
        Some(baseline) => maybe(kpi.from.as_ref()).unwrap_or(baseline),
        // Without a baseline, a figure that must stay below a bound has no place to start from.
        None if kpi.comparison == Comparison::AtMost => return None,
        None => Decimal::ZERO,
    };
    let way = target.checked_sub(start).filter(|way| !way.is_zero())?;
    let place = |value: Decimal| Percent::of_decimal(value.checked_sub(start).unwrap_or_default(), way);
    let forecast = kpi.forecast.as_ref().and_then(|forecast| number(&forecast.value));
    Some(Bar {
        now: reading.map(place),
        pace: expected.map(place),
        forecast: forecast.map(|value| (place(value), context.figure(value, &kpi.unit))),
    })
}
