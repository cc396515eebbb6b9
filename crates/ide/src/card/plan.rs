//! Cards of what has a name in the plan.

use jiff::civil::Date;
use roadmap_db::Analysis;
use roadmap_diag::{Arg, Locale, Message, format_date, format_decimal, format_money, format_percent, render};
use roadmap_sema::catalog::{BuiltinChannel, BuiltinMetric, metric as builtin};
use roadmap_sema::model::{
    Activity, Budget, Channel, Direction, Goal, Id, Kpi, Launch, Metric, MetricKind, Model, Named, Person,
    Phase, Ref, Slack, Status, StatusKind, Team, Unit, Who, WorkRef,
};
use roadmap_sema::track::{self, KpiState};
use rust_decimal::Decimal;

use super::lines::{Card, escape};
use super::{channel_kind, first, label, of_builtin, unit};

/// The card of something with a name.
pub(super) fn named(analysis: &Analysis, named: Named, locale: Locale) -> String {
    let model = &*analysis.model;
    let head = model.head_of(named);
    let title = match named {
        Named::Metric(id) => metric_title(&model[id], locale),
        Named::Channel(id) => channel_title(&model[id], locale),
        _ => head.title.as_str(),
    };
    let mut card = Card::new(title, &kind(named), &head.path, locale);
    match named {
        Named::Person(id) => person(&mut card, model, id),
        Named::Team(id) => team(&mut card, model, &model[id]),
        Named::Channel(id) => channel(&mut card, model, id),
        Named::Metric(id) => metric(&mut card, analysis, &model[id]),
        Named::Source(id) => {
            let source = &model[id];
            card.line(&Message::verbatim(format!("`{}` · {}", source.kind, escape(&source.location))));
            for (column, heading) in &source.columns {
                card.item(&format!("`{column}`: {}", escape(heading)));
            }
        }
        Named::Segment(id) => owners(&mut card, model, &model[id].owners),
        Named::Product(id) => owners(&mut card, model, &model[id].owners),
        Named::Phase(id) => phase(&mut card, model, &model[id]),
        Named::Work(work) => self::work(&mut card, analysis, work),
        Named::Calendar(_) | Named::Field(_) => {}
    }
    for note in head.extras.notes.iter().take(1) {
        card.line(&Message::verbatim(note.as_str()));
    }
    card.finish()
}

/// The card of a built-in metric that the plan does not use.
pub(super) fn builtin_metric(analysis: &Analysis, metric: &BuiltinMetric, locale: Locale) -> String {
    let title = first(metric.en, metric.vi, locale);
    let mut card = Card::new(title, &Message::new("kind-metric"), metric.id, locale);
    let unit = unit(of_builtin(metric.unit, &analysis.model), locale);
    measure(&mut card, &unit, Some(metric.kind), Some(metric.direction));
    formula(&mut card, metric.formula);
    drives(&mut card, metric.drives.iter().map(|id| (*id).to_owned()));
    card.line(&Message::new("ide-card-built-in"));
    card.finish()
}

/// The card of a built-in channel that the plan does not use.
pub(super) fn builtin_channel(channel: &BuiltinChannel, locale: Locale) -> String {
    let title = first(channel.en, channel.vi, locale);
    let mut card = Card::new(title, &Message::new("kind-channel"), channel.id, locale);
    card.line(&Message::verbatim(channel_kind(channel.kind, locale)));
    card.line(&Message::new("ide-card-built-in"));
    card.finish()
}

fn kind(named: Named) -> Message {
    Message::new(match named {
        Named::Person(_) => "kind-person",
        Named::Team(_) => "kind-team",
        Named::Channel(_) => "kind-channel",
        Named::Metric(_) => "kind-metric",
        Named::Source(_) => "kind-source",
        Named::Calendar(_) => "kind-calendar",
        Named::Segment(_) => "kind-segment",
        Named::Product(_) => "kind-product",
        Named::Phase(_) => "kind-phase",
        Named::Field(_) => "kind-field",
        Named::Work(WorkRef::Goal(_)) => "kind-goal",
        Named::Work(WorkRef::Activity(_)) => "kind-activity",
        Named::Work(WorkRef::Launch(_)) => "kind-launch",
        Named::Work(WorkRef::Script(_)) => "kind-script",
        Named::Work(WorkRef::Milestone(_)) => "kind-milestone",
    })
}

fn metric_title(metric: &Metric, locale: Locale) -> &str {
    match builtin(&metric.head.id)
        .filter(|_| metric.head.title == metric.head.id || metric.head.place.is_none())
    {
        Some(builtin) => first(builtin.en, builtin.vi, locale),
        None => &metric.head.title,
    }
}

fn channel_title(channel: &Channel, locale: Locale) -> &str {
    let builtin = roadmap_sema::catalog::channel(&channel.head.id);
    match builtin.filter(|_| channel.head.title == channel.head.id || channel.head.place.is_none()) {
        Some(builtin) => first(builtin.en, builtin.vi, locale),
        None => &channel.head.title,
    }
}

fn person(card: &mut Card, model: &Model, id: Id<Person>) {
    let person = &model[id];
    let roles = person.roles.iter().map(|(role, which)| match which {
        Some(which) => escape(which),
        None => label("ROLE", role, card.locale).unwrap_or(role).to_owned(),
    });
    let roles = roles.collect::<Vec<_>>().join(", ");
    if !roles.is_empty() {
        card.line(&Message::verbatim(roles));
    }
    let teams: Vec<Arg> =
        person.teams.iter().map(|team| Arg::from(escape(&model[*team].head.title))).collect();
    if !teams.is_empty() {
        card.line(&Message::new("ide-card-teams").with("names", teams));
    }
    let open = track::open_items(model).get(id.raw() as usize).copied().unwrap_or_default();
    card.line(&Message::new("ide-open-items").with("count", open));
}

fn team(card: &mut Card, model: &Model, team: &Team) {
    if let Some(lead) = team.lead.as_ref().and_then(|lead| lead.target) {
        card.line(&Message::new("ide-card-lead").with("name", escape(&model[lead].head.title)));
    }
    let members: Vec<Arg> =
        team.everybody.iter().map(|person| Arg::from(escape(&model[*person].head.title))).collect();
    if !members.is_empty() {
        card.line(&Message::new("ide-card-members").with("names", members));
    }
}

fn channel(card: &mut Card, model: &Model, id: Id<Channel>) {
    let channel = &model[id];
    if let Some(kind) = channel.kind {
        card.line(&Message::verbatim(channel_kind(kind, card.locale)));
    }
    owners(card, model, &channel.owners);
    budget(card, model, &channel.budget);
    for phase in model.phases.rows() {
        let here = phase.channels.iter().filter(|used| used.channel.target == Some(id));
        for used in here {
            let rank = match used.rank {
                roadmap_sema::model::Rank::Primary => "primary",
                roadmap_sema::model::Rank::Support => "support",
            };
            let mut line = format!(
                "{}: {}",
                escape(&phase.head.title),
                label("RANK", rank, card.locale).unwrap_or(rank)
            );
            if let Some(total) = used.budget.total() {
                line.push_str(&format!(", {}", money(model, total, card.locale)));
            }
            card.item(&line);
        }
    }
}

fn metric(card: &mut Card, analysis: &Analysis, metric: &Metric) {
    let model = &*analysis.model;
    let counted = metric.unit.map(|own| unit(own, card.locale)).unwrap_or_default();
    measure(card, &counted, metric.kind, metric.direction);
    let written = metric.formula.as_ref().and_then(|formula| formula.span).map(|span| analysis.text(span));
    let standard = metric.builtin.and_then(builtin).and_then(|builtin| builtin.formula);
    formula(card, written.or(standard.filter(|_| metric.formula.is_some())));
    let driven = metric.drives.iter().filter_map(|driven| driven.target);
    drives(card, driven.map(|driven| model[driven].head.id.to_string()));
    if metric.head.place.is_none() {
        card.line(&Message::new("ide-card-built-in"));
    }
}

fn measure(card: &mut Card, unit: &str, kind: Option<MetricKind>, direction: Option<Direction>) {
    let kind = kind.and_then(|kind| {
        let word = match kind {
            MetricKind::Activity => "activity",
            MetricKind::Exposure => "exposure",
            MetricKind::Engagement => "engagement",
            MetricKind::Cost => "cost",
            MetricKind::Outcome => "outcome",
            MetricKind::Business => "business",
        };
        label("METRIC_KIND", word, card.locale)
    });
    let direction = direction.and_then(|direction| {
        let word = match direction {
            Direction::Up => "up",
            Direction::Down => "down",
            Direction::Band => "band",
        };
        label("DIRECTION", word, card.locale)
    });
    let parts = [unit, kind.unwrap_or_default(), direction.unwrap_or_default()];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if !parts.is_empty() {
        card.line(&Message::verbatim(parts.join(" · ")));
    }
}

fn formula(card: &mut Card, formula: Option<&str>) {
    if let Some(formula) = formula {
        card.line(&Message::new("ide-card-formula").with("formula", format!("`{formula}`")));
    }
}

fn drives(card: &mut Card, names: impl Iterator<Item = String>) {
    let names: Vec<Arg> = names.map(|name| Arg::from(format!("`{name}`"))).collect();
    if !names.is_empty() {
        card.line(&Message::new("ide-card-drives").with("names", names));
    }
}

fn phase(card: &mut Card, model: &Model, phase: &Phase) {
    if let Some(range) = phase.range {
        days(card, range.value.start, range.value.end, false);
    }
    owners(card, model, &phase.owners);
    if let Some(focus) = &phase.focus {
        card.line(&Message::verbatim(escape(&focus.value)));
    }
    budget(card, model, &phase.budget);
    let activities = phase.activities.iter().map(|id| &model[*id]).filter(|work| work.status.counts());
    card.line(&Message::new("ide-activities").with("count", activities.count()));
}

fn work(card: &mut Card, analysis: &Analysis, work: WorkRef) {
    let model = &*analysis.model;
    match work {
        WorkRef::Goal(id) => goal(card, analysis, &model[id]),
        WorkRef::Activity(id) => activity(card, analysis, id),
        WorkRef::Launch(id) => launch(card, analysis, &model[id]),
        WorkRef::Script(id) => {
            let script = &model[id];
            owners(card, model, &script.owners);
            due(card, model, script.deadline.map(|deadline| deadline.value));
            status(card, &script.status);
            slack(card, script.slack);
            kpis(card, analysis, &script.kpis);
        }
        WorkRef::Milestone(id) => {
            let milestone = &model[id];
            due(card, model, milestone.date.map(|date| date.value));
            owners(card, model, &milestone.owners);
            slack(card, milestone.slack);
            kpis(card, analysis, &milestone.kpis);
        }
    }
}

fn goal(card: &mut Card, analysis: &Analysis, goal: &Goal) {
    owners(card, &analysis.model, &goal.owners);
    kpis(card, analysis, &goal.kpis);
}

fn activity(card: &mut Card, analysis: &Analysis, id: Id<Activity>) {
    let model = &*analysis.model;
    let activity = &model[id];
    owners(card, model, &activity.owners);
    if let (Some(start), Some(end)) = (activity.dates.start, activity.dates.end) {
        days(card, start, end, activity.dates.computed_start || activity.dates.computed_end);
    } else {
        due(card, model, activity.dates.end);
    }
    status(card, &activity.status);
    if let Some(late) = track::track_activity(model, id).days_late {
        card.line(&Message::new("ide-card-late").with("count", i64::from(late)));
    }
    slack(card, activity.slack);
    budget(card, model, &activity.budget);
    kpis(card, analysis, &activity.kpis);
}

fn launch(card: &mut Card, analysis: &Analysis, launch: &Launch) {
    owners(card, &analysis.model, &launch.owners);
    due(card, &analysis.model, launch.date);
    status(card, &launch.status);
    slack(card, launch.slack);
    if !launch.materials.is_empty() {
        let done = launch.materials.iter().filter(|material| material.done).count();
        let message = Message::new("ide-card-materials").with("done", done);
        card.line(&message.with("total", launch.materials.len()));
    }
    kpis(card, analysis, &launch.kpis);
}

fn owners(card: &mut Card, model: &Model, owners: &[Ref<Who>]) {
    let found = owners.iter().filter_map(|owner| owner.target);
    let names: Vec<Arg> = found.map(|who| Arg::from(escape(&model.head_of(who.into()).title))).collect();
    if !names.is_empty() {
        card.line(&Message::new("ide-card-owner").with("names", names));
    }
}

fn days(card: &mut Card, start: Date, end: Date, computed: bool) {
    let id = if computed { "ide-card-days-computed" } else { "ide-card-days" };
    card.line(&Message::new(id).with("start", start).with("end", end));
}

fn due(card: &mut Card, model: &Model, day: Option<Date>) {
    let Some(day) = day else { return };
    let message = Message::new("ide-card-due").with("date", day);
    card.line(&message.with("away", away(day, model.today)));
}

/// How far a day lies from today: “in 3 days”.
pub(crate) fn away(day: Date, today: Date) -> Message {
    let days = day.duration_since(today).as_hours() / 24;
    match days {
        0 => Message::new("ide-away-today"),
        1.. => Message::new("ide-away-ahead").with("count", days),
        _ => Message::new("ide-away-ago").with("count", -days),
    }
}

fn status(card: &mut Card, status: &Status) {
    if status.kind == StatusKind::Planned {
        return;
    }
    let word = match status.kind {
        StatusKind::Idea => "idea",
        StatusKind::Planned => "planned",
        StatusKind::InProgress => "in_progress",
        StatusKind::Blocked => "blocked",
        StatusKind::Done => "done",
        StatusKind::Cancelled => "cancelled",
    };
    let mut text = label("STATUS", word, card.locale).unwrap_or(word).to_owned();
    if let Some(percent) = status.percent {
        text.push_str(&format!(", {}", format_percent(percent, card.locale)));
    }
    if let Some(why) = &status.why {
        text.push_str(&format!(": {}", escape(why)));
    }
    card.line(&Message::new("ide-card-status").with("status", text));
}

fn slack(card: &mut Card, slack: Option<Slack>) {
    let Some(slack) = slack else { return };
    let id = match slack.days {
        ..0 => "ide-card-slack-late",
        _ if slack.critical => "ide-card-critical",
        _ => "ide-card-slack",
    };
    let message = Message::new(id).with("count", i64::from(slack.days.abs()));
    card.line(&message.with("latest", slack.latest));
}

fn budget(card: &mut Card, model: &Model, budget: &Budget) {
    if let Some(total) = budget.total() {
        let amount = Arg::Money(total, model.plan.currency.code().to_owned());
        card.line(&Message::new("ide-card-budget").with("amount", amount));
    }
}

fn money(model: &Model, amount: Decimal, locale: Locale) -> String {
    format_money(amount, model.plan.currency.code(), locale)
}

fn kpis(card: &mut Card, analysis: &Analysis, kpis: &[Id<Kpi>]) {
    for id in kpis {
        let line = kpi(analysis, *id, card.locale);
        card.item(&line);
    }
}

/// A KPI in one line: from where to where by when, its figure today and how it is going.
pub(crate) fn kpi(analysis: &Analysis, id: Id<Kpi>, locale: Locale) -> String {
    let model = &*analysis.model;
    let kpi = &model[id];
    let show = |amount: Decimal| value(amount, kpi.unit, locale);
    let metric = kpi.metric.target.map_or("", |metric| metric_title(&model[metric], locale));
    let mut out = escape(metric);
    if let Some(target) = kpi.target {
        use roadmap_sema::hir::Comparison;
        let aim = match (target.upper, target.baseline) {
            (Some(upper), _) => format!("{} – {}", show(target.value), show(upper)),
            (None, Some(baseline)) => format!("{} → {}", show(baseline), show(target.value)),
            (None, None) => {
                let sign = match target.comparison {
                    Comparison::AtMost => "≤ ",
                    Comparison::Less => "< ",
                    Comparison::More => "> ",
                    Comparison::AtLeast => "≥ ",
                    Comparison::Equal | Comparison::NotEqual => "",
                };
                format!("{sign}{}", show(target.value))
            }
        };
        out.push_str(&format!(": {aim}"));
        if let Some(per) = &kpi.per {
            out.push_str(&format!(" {}", label("PER", per, locale).unwrap_or(per)));
        }
    }
    if let Some(end) = kpi.end {
        out.push_str(&format!(" · {}", format_date(end, locale)));
    }
    let track = track::track_kpi(model, &analysis.settings.limits, id);
    if let Some((current, day)) = track.current {
        let now = Message::new("ide-card-now").with("value", show(current)).with("date", day);
        out.push_str(&format!(" · {}", render(&now, locale)));
    }
    if let Some(expected) = track.expected.filter(|_| track.state != KpiState::NotStarted) {
        let pace = Message::new("ide-card-pace").with("value", show(expected));
        out.push_str(&format!(" · {}", render(&pace, locale)));
    }
    out.push_str(&format!(" · {}", render(&kpi_state(track.state), locale)));
    out
}

/// How a KPI is going, in two words.
pub(crate) fn kpi_state(state: KpiState) -> Message {
    Message::new(match state {
        KpiState::NotStarted => "report-kpi-state-not-started",
        KpiState::NoData => "report-kpi-state-no-reading",
        KpiState::OnPace => "report-kpi-state-on-pace",
        KpiState::AtRisk => "report-kpi-state-at-risk",
        KpiState::OffPace => "report-kpi-state-off-pace",
        KpiState::Reached => "report-kpi-state-reached",
        KpiState::Missed => "report-kpi-state-missed",
    })
}

/// A figure in its unit.
pub(crate) fn value(amount: Decimal, unit: Option<Unit>, locale: Locale) -> String {
    match unit {
        Some(Unit::Money(currency)) => format_money(amount, currency.code(), locale),
        Some(Unit::Percent) => format_percent(amount, locale),
        // Nobody counts a fifth of a lead.
        _ if amount.abs() >= Decimal::TEN => format_decimal(amount.round_dp(0), locale),
        _ => format_decimal(amount.round_dp(2), locale),
    }
}
