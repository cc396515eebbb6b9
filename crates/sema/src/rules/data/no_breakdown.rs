//! `data/no-breakdown`

use roadmap_diag::Message;
use rustc_hash::FxHashSet;

use super::{outcomes, read_from};
use crate::model::{Id, Metric};
use crate::rules::{Check, Cx, Sink, edit, rule};

rule!("data/no-breakdown", "data-no-breakdown", Hint, Check::Project(check), "no_breakdown.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    if !cx.practices.data || !cx.practices.breakdowns {
        return;
    }
    let model = cx.model;
    let divided = model.actuals.rows().iter().filter(|actual| !actual.by.is_empty());
    let divided: FxHashSet<_> = divided.filter_map(|actual| actual.metric.target).collect();
    // What a broken metric lacks may only have been lost.
    let is_divided = |metric: Id<Metric>| {
        let row = &model[metric];
        !row.by.is_empty() || divided.contains(&metric) || row.head.damaged()
    };
    let by_hand: FxHashSet<_> =
        model.actuals.rows().iter().filter_map(|actual| actual.metric.target).collect();
    let is_read = |metric: Id<Metric>| !model[metric].from.is_empty() || by_hand.contains(&metric);
    for outcome in outcomes(cx) {
        // Without any figure there is nothing to divide: `data/source-missing`.
        if !read_from(cx, outcome.metric, is_read).into_iter().all(is_read) {
            continue;
        }
        // What is worked out can be divided where all that it is worked out from is.
        if read_from(cx, outcome.metric, is_divided).into_iter().all(is_divided) {
            continue;
        }
        let (kpi, metric) = (&model[outcome.kpi], &model[outcome.metric]);
        let mut finding = sink.report(kpi.metric.span, kpi.place).with("metric", metric.head.id.as_str());
        if let Some(place) = metric.head.place {
            let line = "by channel";
            let title = Message::new("fix-add").with("line", line);
            finding = finding.fix_all(title, false, vec![edit::add_line(place, line)]);
        }
        finding.emit();
    }
}
