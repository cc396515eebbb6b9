//! `launch/touchpoint-missing`

use roadmap_diag::Message;

use crate::model::{Activity, Id};
use crate::rules::facts::metric_list;
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!(
    "launch/touchpoint-missing",
    "launch-touchpoint-missing",
    Hint,
    Check::Item(check),
    "touchpoint_missing.md"
);

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Activity(id) = item else { return };
    let activity = &cx.model[id];
    if !cx.practices.touchpoints || !cx.is_open_campaign(id) {
        return;
    }
    let Some(place) = activity.head.place.filter(|place| !place.damaged) else { return };
    let Some(kinds) = kinds(cx, id) else { return };
    let leads = cx.metric_names(&activity.kpis, |kpi| cx.is_lead_kpi(kpi));
    let trials = cx.metric_names(&activity.kpis, |kpi| cx.builtin_of(kpi) == Some("trials"));
    let lacks_door = !leads.is_empty() && !kinds.contains(&"landing") && !kinds.contains(&"form");
    let lacks_welcome = !trials.is_empty() && !kinds.contains(&"onboarding");
    let (message, metrics, lines): (_, Vec<&str>, &[&str]) = match (lacks_door, lacks_welcome) {
        (true, false) => ("launch-touchpoint-missing", leads, &["touchpoint landing", "touchpoint form"]),
        (false, true) => ("launch-touchpoint-missing.trials", trials, &["touchpoint onboarding"]),
        (true, true) => (
            "launch-touchpoint-missing.both",
            [leads, trials].concat(),
            &["touchpoint landing, onboarding", "touchpoint form, onboarding"],
        ),
        (false, false) => return,
    };
    let mut finding = sink
        .missing(place)
        .message(message)
        .with("noun", cx.campaign_noun(id))
        .with("name", activity.head.id.as_str())
        .with("metrics", metric_list(&metrics))
        .with("line", lines.first().copied().unwrap_or_default());
    for line in lines {
        let title = Message::new("fix-add").with("line", *line);
        finding = finding.fix_all(title, false, vec![edit::add_line(place, line)]);
    }
    finding.emit();
}

/// The touchpoints of a campaign and its launches; none where one could be any.
fn kinds<'a>(cx: &Cx<'a>, id: Id<Activity>) -> Option<Vec<&'a str>> {
    let activity = cx.model.activities.get(id);
    let launches = cx.launches_of(id)?.into_iter().map(|launch| cx.model.launches.get(launch));
    let mut touchpoints: Vec<_> = activity.touchpoints.iter().collect();
    let mut unread = activity.touchpoint_unread;
    for launch in launches {
        touchpoints.extend(&launch.touchpoints);
        unread |= launch.touchpoint_unread;
    }
    (!unread).then(|| touchpoints.into_iter().map(|touchpoint| touchpoint.kind.as_str()).collect())
}
