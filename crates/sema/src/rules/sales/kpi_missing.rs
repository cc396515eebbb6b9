//! `sales/kpi-missing`

use roadmap_diag::Message;

use crate::model::{Id, Kpi, KpiHome, Phase, Ref, Who};
use crate::rules::facts::metric_list;
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("sales/kpi-missing", "sales-kpi-missing", Warning, Check::Phase(check), "kpi_missing.md");

/// What sales is measured by, beside revenue.
const OF_SALES: [&str; 4] = ["consultations", "appointments", "lead_to_appt", "close_rate"];

fn check(cx: &Cx<'_>, id: Id<Phase>, sink: &mut Sink<'_>) {
    let phase = &cx.model[id];
    let Some(place) = phase.head.place.filter(|place| !place.damaged) else { return };
    if !cx.practices.sales || cx.is_phase_over(id) || cx.selling().script_for_unknown {
        return;
    }
    let asked = asked(cx, id);
    let leads = cx.metric_names(&asked, |kpi| cx.is_lead_kpi(kpi));
    if leads.is_empty() || asked.into_iter().chain(inside(cx, id)).any(|kpi| is_of_sales(cx, kpi)) {
        return;
    }
    let mut finding =
        sink.missing(place).with("phase", phase.head.id.as_str()).with("metrics", metric_list(&leads));
    let first = self::asked(cx, id).into_iter().find(|kpi| cx.is_lead_kpi(*kpi));
    if let Some(kpi) = first {
        finding = finding.related(cx.model[kpi].metric.span, Message::new("sales-kpi-missing.leads"));
    }
    finding.emit();
}

/// The KPIs of a phase itself, of its months and of its goals.
fn asked(cx: &Cx<'_>, id: Id<Phase>) -> Vec<Id<Kpi>> {
    let phase = &cx.model[id];
    let months = phase.months.iter().flat_map(|month| &month.kpis);
    let goals = phase.goals.iter().flat_map(|goal| &cx.model[*goal].kpis);
    phase.kpis.iter().chain(months).chain(goals).copied().collect()
}

/// The KPIs of what stands in a phase, and of the scripts for it.
fn inside(cx: &Cx<'_>, id: Id<Phase>) -> Vec<Id<Kpi>> {
    let model = cx.model;
    let phase = &model[id];
    let of_goals = phase.goals.iter().flat_map(|goal| &model[*goal].milestones);
    let activities = cx.activities_of(id).flat_map(|activity| &activity.kpis);
    let launches = phase.launches.iter().flat_map(|launch| &model[*launch].kpis);
    let scripts =
        phase.scripts.iter().chain(cx.selling().scripts(id)).flat_map(|script| &model[*script].kpis);
    let milestones = phase.milestones.iter().chain(of_goals).flat_map(|milestone| &model[*milestone].kpis);
    let kpis = activities.chain(launches).chain(scripts).chain(milestones).copied();
    kpis.filter(|kpi| !cx.is_kpi_out_of_plan(*kpi)).collect()
}

/// Whether a KPI shows what sales makes of leads: by its metric, or because somebody of sales answers for it. What is
/// unknown may be.
fn is_of_sales(cx: &Cx<'_>, id: Id<Kpi>) -> bool {
    let kpi = &cx.model[id];
    let by_metric = match cx.metric_of(id) {
        Some(metric) => {
            metric.builtin.is_some_and(|metric| OF_SALES.contains(&metric)) || cx.is_revenue_kpi(id)
        }
        None => true,
    };
    by_metric || is_sales(cx, &kpi.owners) || home(kpi.home).is_some_and(|home| is_sales(cx, cx.owners(home)))
}

fn is_sales(cx: &Cx<'_>, owners: &[Ref<Who>]) -> bool {
    owners.iter().any(|owner| match owner.target {
        Some(Who::Person(person)) => cx.model[person].has_role("sales"),
        Some(Who::Team(team)) => {
            cx.model[team].everybody.iter().any(|person| cx.model[*person].has_role("sales"))
        }
        None => true,
    })
}

/// The item that a KPI belongs to.
fn home(home: KpiHome) -> Option<Item> {
    Some(match home {
        KpiHome::Goal(id) => Item::Goal(id),
        KpiHome::Activity(id) => Item::Activity(id),
        KpiHome::Launch(id) => Item::Launch(id),
        KpiHome::Script(id) => Item::Script(id),
        KpiHome::Milestone(id) => Item::Milestone(id),
        KpiHome::Phase(_) | KpiHome::Month(..) => return None,
    })
}
