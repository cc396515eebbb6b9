//! `data/source-missing`

use roadmap_diag::{Edit, Message};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use super::{outcomes, read_from};
use crate::model::{Id, Metric, Model};
use crate::rules::facts::metric_list;
use crate::rules::{Check, Cx, Sink, edit, rule};

rule!("data/source-missing", "data-source-missing", Warning, Check::Project(check), "source_missing.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    if !cx.practices.data {
        return;
    }
    let model = cx.model;
    let by_hand: FxHashSet<_> =
        model.actuals.rows().iter().filter_map(|actual| actual.metric.target).collect();
    // What a broken metric lacks may only have been lost.
    let is_read = |metric: Id<Metric>| {
        let row = &model[metric];
        !row.from.is_empty() || by_hand.contains(&metric) || row.head.damaged()
    };
    let columns = columns(model);
    let mut told = FxHashSet::default();
    for outcome in outcomes(cx) {
        let missing = read_from(cx, outcome.metric, is_read).into_iter().filter(|metric| !is_read(*metric));
        let missing: Vec<_> = missing.filter(|metric| told.insert(*metric)).collect();
        let Some(first) = missing.first().copied() else { continue };
        let kpi = &model[outcome.kpi];
        let names: Vec<&str> = missing.iter().map(|metric| model[*metric].head.id.as_str()).collect();
        let mut finding =
            sink.report(kpi.metric.span, kpi.place).with("metric", model[outcome.metric].head.id.as_str());
        if first != outcome.metric {
            finding = finding.message("data-source-missing.part");
        }
        finding = finding.with("parts", metric_list(&names)).with("first", model[first].head.id.as_str());
        for metric in missing {
            if let Some((line, edit)) =
                columns.get(model[metric].head.id.as_str()).and_then(|column| bind(model, metric, column))
            {
                finding = finding.fix_all(Message::new("fix-add").with("line", line), false, vec![edit]);
            }
        }
        finding.emit();
    }
}

/// Columns of the plan's sources by their names: those whose name only one source has.
fn columns(model: &Model) -> FxHashMap<&str, SmolStr> {
    let mut columns: FxHashMap<&str, Option<SmolStr>> = FxHashMap::default();
    for source in model.sources.rows() {
        for (column, _) in &source.columns {
            let path = SmolStr::new(format!("{}.{column}", source.head.id));
            columns.entry(column).and_modify(|known| *known = None).or_insert(Some(path));
        }
    }
    columns.into_iter().filter_map(|(name, path)| Some((name, path?))).collect()
}

/// The line that reads `metric` from `column`, and where it goes.
fn bind(model: &Model, metric: Id<Metric>, column: &SmolStr) -> Option<(String, Edit)> {
    let metric = &model[metric];
    let line = format!("from {column}");
    if let Some(place) = metric.head.place {
        return Some((line.clone(), edit::add_line(place, &line)));
    }
    // A built-in metric is written down for it.
    let title = metric.head.title.replace(['"', '\\'], "");
    let line = format!("metric {} \"{title}\" {{ {line} }}", metric.head.id);
    let edit = Edit { span: model.plan.place?.whole.end(), text: format!("\n\n{line}") };
    Some((line, edit))
}
