//! Channels, metrics, sources, segments and products.

use roadmap_diag::{Message, Span};
use roadmap_schema::{Kind, Namespace};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::builder::Builder;
use super::refs::path_of;
use super::view::View;
use crate::catalog::{self, BuiltinMetric, BuiltinUnit};
use crate::expr::FormulaStep;
use crate::hir::Value;
use crate::model::{
    ChannelKind, Direction, FormulaUse, Id, Metric, MetricKind, Named, Ref, SourceColumn, Unit, Use,
};
use crate::value::Currency;

impl<'h> Builder<'h> {
    pub(super) fn measures(&mut self) {
        self.channels();
        self.sources();
        self.metrics();
        self.metrics_again();
        for (view, id) in self.declared.segments.clone() {
            let size = self.size(view);
            let owners = self.who_of(view, "owner");
            let usps = self.messages(view, "usp", "usp");
            let extras = self.extras(view);
            self.unknown_properties(view, Kind::Segment);
            let row = self.model.segments.get_mut(id);
            (row.size, row.owners, row.usps, row.head.extras) = (size, owners, usps, extras);
        }
        for (view, id) in self.declared.products.clone() {
            let size = self.size(view);
            let owners = self.who_of(view, "owner");
            let usps = self.messages(view, "usp", "usp");
            let extras = self.extras(view);
            self.unknown_properties(view, Kind::Product);
            let row = self.model.products.get_mut(id);
            (row.size, row.owners, row.usps, row.head.extras) = (size, owners, usps, extras);
        }
    }

    fn size(&mut self, view: View<'h>) -> Option<Decimal> {
        let child = view.child("size")?;
        self.whole(child, "people", 0..=u32::MAX, "value-out-of-range.size")
            .map(|(size, _)| Decimal::from(size))
    }

    fn channels(&mut self) {
        for (view, id) in self.declared.channels.clone() {
            let builtin = catalog::channel(&self.model[id].head.id);
            let kind = view.word_of("kind", "kind").and_then(|word| channel_kind(&word));
            let budget = self.budget(view, None);
            let owners = self.who_of(view, "owner");
            let extras = self.extras(view);
            self.unknown_properties(view, Kind::Channel);
            let row = self.model.channels.get_mut(id);
            row.kind = kind.or(builtin.map(|builtin| builtin.kind));
            row.budget = budget;
            row.owners = owners;
            row.head.extras = extras;
        }
    }

    fn sources(&mut self) {
        for (view, id) in self.declared.sources.clone() {
            let columns = view
                .children_of("column")
                .filter_map(|child| Some((child.name("id")?.0, child.text("column")?)))
                .collect();
            let filters = view.children_of("where").filter_map(|child| match &child.value("test")?.value {
                Value::ColumnTest(column, op, value) => Some((column.clone(), *op, value.clone())),
                _ => None,
            });
            let filters = filters.collect();
            let as_of = view.child("as_of").and_then(|child| self.day(child, "day"));
            let extras = self.extras(view);
            self.unknown_properties(view, Kind::Source);
            let row = self.model.sources.get_mut(id);
            row.kind = view.word("kind").unwrap_or_default();
            row.location = view.text("location").unwrap_or_default();
            row.date_column = view.child("date").and_then(|child| child.text("column"));
            row.columns = columns;
            row.filters = filters;
            row.decimal = view
                .child("decimal")
                .and_then(|child| child.text("mark"))
                .unwrap_or(SmolStr::new_static("."));
            row.timezone = view.child("timezone").and_then(|child| child.text("zone"));
            row.refresh = view.word_of("refresh", "cadence");
            row.as_of = as_of;
            row.head.extras = extras;
        }
    }

    fn metrics(&mut self) {
        for (view, id) in self.declared.metrics.clone() {
            let builtin = catalog::metric(&self.model[id].head.id);
            let unit = self.unit(view);
            let kind = view.word_of("kind", "kind").and_then(|word| metric_kind(&word));
            let direction = view.word_of("direction", "direction").and_then(|word| direction(&word));
            let aggregate = view.word_of("aggregate", "aggregate");
            let from = self.columns(view);
            let by = view
                .children_of("by")
                .flat_map(|child| child.values_in("dimension"))
                .filter_map(|value| match value.value {
                    Value::Choice(word) => Some(SmolStr::new_static(word)),
                    _ => None,
                })
                .collect();
            let mut drives = self.metrics_of(view, "drives");
            if drives.is_empty() {
                drives = self.builtin_drives(builtin);
            }
            let formula = self.formula(view);
            let formula_written = view.value("formula").is_some();
            let formula = if formula_written { formula } else { self.builtin_formula(builtin) };
            let extras = self.extras(view);
            self.unknown_properties(view, Kind::Metric);
            let plan = self.currency();
            let row = self.model.metrics.get_mut(id);
            row.unit = unit.or(builtin.map(|builtin| builtin_unit(builtin.unit, plan)));
            row.kind = kind.or(builtin.map(|builtin| builtin.kind));
            row.direction = direction.or(builtin.map(|builtin| builtin.direction));
            row.aggregate = aggregate
                .or(builtin.map(|builtin| SmolStr::new_static(builtin.aggregate)))
                .unwrap_or_else(|| default_aggregate(row.unit));
            row.from = from;
            row.by = by;
            row.drives = drives;
            row.drives_written = view.has("drives");
            row.formula = formula;
            row.quality = view.text_of("quality");
            row.builtin = builtin.map(|builtin| builtin.id);
            row.head.extras = extras;
            let watched =
                Ref { span: view.keyword_span(), target: Some(crate::model::MetricUse::Metric(id)) };
            let alerts = self.alerts_in(view, &crate::model::AlertHome::Named(watched));
            self.model.metrics.get_mut(id).alerts = alerts;
        }
    }

    fn unit(&mut self, view: View<'h>) -> Option<Unit> {
        let child = view.child("unit")?;
        let (word, span) = child.name("unit")?;
        let unit = match word.as_str() {
            "count" => Unit::Count,
            "percent" => Unit::Percent,
            "ratio" => Unit::Ratio,
            "points" => Unit::Points,
            "seconds" => Unit::Seconds,
            "days" => Unit::Days,
            "months" => Unit::Months,
            code => match Currency::parse(code) {
                Some(currency) => Unit::Money(currency),
                None => {
                    let message = Message::new("value-unit-unknown").with("unit", code);
                    let error = self
                        .error("value/unit-unknown", span, message)
                        .help(Message::new("value-unit-unknown.help"));
                    self.diagnostics.push(error.about(child.keyword_span()));
                    return None;
                }
            },
        };
        Some(unit)
    }

    fn columns(&mut self, view: View<'h>) -> Vec<Ref<SourceColumn>> {
        let mut found = Vec::new();
        for child in view.children_of("from") {
            for value in child.values_in("column") {
                let Some(path) = path_of(value) else { continue };
                let span = child.span(value.range);
                let target = self.source_column(&path, span);
                found.push(Ref { span, target });
            }
        }
        found
    }

    fn source_column(&mut self, path: &[SmolStr], span: Span) -> Option<SourceColumn> {
        let (source, column) = match path {
            [source, column] => (source, column),
            other => {
                let candidates = self.column_names();
                self.unknown(&other.join("."), span, Kind::Source, candidates);
                return None;
            }
        };
        let Some(id) = self.names.sources.get(source).copied() else {
            let candidates = self.heads_of(Namespace::Source);
            self.unknown(source, span, Kind::Source, candidates);
            return None;
        };
        self.uses(span, 0, Named::Source(id));
        if self.model[id].columns.iter().any(|(name, _)| name == column) {
            return Some(SourceColumn { source: id, column: column.clone() });
        }
        let candidates = self.column_names();
        self.unknown(&path.join("."), span, Kind::Source, candidates);
        None
    }

    fn column_names(&self) -> Vec<(SmolStr, SmolStr)> {
        let mut names = Vec::new();
        for source in self.model.sources.rows() {
            for (column, title) in &source.columns {
                let path = SmolStr::new(format!("{}.{column}", source.head.id));
                names.push((path.clone(), path.clone()));
                names.push((path.clone(), column.clone()));
                names.push((path, title.clone()));
            }
        }
        names
    }

    /// Metrics behind the properties `keyword` of `view`.
    pub(super) fn metrics_of(&mut self, view: View<'h>, keyword: &'static str) -> Vec<Use<Metric>> {
        let named: Vec<_> =
            view.children_of(keyword).flat_map(|child| Self::named(child, "metric")).collect();
        named.into_iter().map(|(path, span)| self.metric(&path, span)).collect()
    }

    fn formula(&mut self, view: View<'h>) -> Option<FormulaUse> {
        let value = view.value("formula")?;
        let Value::Formula(formula) = &value.value else { return None };
        let mut metrics = Vec::new();
        for step in &formula.steps {
            if let FormulaStep::Metric(name, range) = step {
                metrics.push(self.metric(std::slice::from_ref(name), view.span(*range)));
            }
        }
        Some(FormulaUse { span: Some(view.span(value.range)), formula: (**formula).clone(), metrics })
    }

    /// The built-in metric `name` as a row of the model, made when it is first named.
    pub(super) fn builtin_metric(&mut self, name: &str) -> Option<Id<Metric>> {
        let builtin = catalog::metric(name)?;
        if let Some(id) = self.names.metrics.get(builtin.id) {
            return Some(*id);
        }
        let lang = self.model.plan.lang;
        let names = if lang == roadmap_diag::Locale::Vi { builtin.vi } else { builtin.en };
        let id = SmolStr::new_static(builtin.id);
        let head = crate::model::Head {
            id: id.clone(),
            path: id.clone(),
            title: names.first().map_or_else(|| id.clone(), |title| SmolStr::new_static(title)),
            ..Default::default()
        };
        let plan = self.currency();
        let row = Metric {
            head,
            unit: Some(builtin_unit(builtin.unit, plan)),
            kind: Some(builtin.kind),
            direction: Some(builtin.direction),
            aggregate: SmolStr::new_static(builtin.aggregate),
            builtin: Some(builtin.id),
            ..Metric::default()
        };
        let metric = self.model.metrics.push(row);
        self.names.metrics.insert(id, metric);
        // Known before what it leads to is looked up: drives and formulas may lead back.
        let drives = self.builtin_drives(Some(builtin));
        let formula = self.builtin_formula(Some(builtin));
        let row = self.model.metrics.get_mut(metric);
        row.drives = drives;
        row.formula = formula;
        Some(metric)
    }

    fn builtin_drives(&mut self, builtin: Option<&'static BuiltinMetric>) -> Vec<Use<Metric>> {
        let driven = builtin.map_or(&[][..], |builtin| builtin.drives);
        driven.iter().filter_map(|name| self.builtin_use(name)).collect()
    }

    fn builtin_use(&mut self, name: &str) -> Option<Use<Metric>> {
        let id = self.names.metrics.get(name).copied().or_else(|| self.builtin_metric(name))?;
        let nowhere = Span::in_file(roadmap_diag::FileId(0), roadmap_diag::TextRange::default());
        Some(Ref { span: self.model[id].head.id_span.unwrap_or(nowhere), target: Some(id) })
    }

    fn builtin_formula(&mut self, builtin: Option<&'static BuiltinMetric>) -> Option<FormulaUse> {
        let formula = catalog::formula(builtin?)?;
        let mut metrics = Vec::new();
        for step in &formula.steps {
            if let FormulaStep::Metric(name, _) = step {
                metrics.extend(self.builtin_use(name));
            }
        }
        Some(FormulaUse { span: None, formula, metrics })
    }

    /// The built-in channel `name` as a row of the model, made when it is first named.
    pub(super) fn builtin_channel(&mut self, name: &str) -> Option<Id<crate::model::Channel>> {
        let builtin = catalog::channel(name)?;
        let names = if self.model.plan.lang == roadmap_diag::Locale::Vi { builtin.vi } else { builtin.en };
        let id = SmolStr::new_static(builtin.id);
        let head = crate::model::Head {
            id: id.clone(),
            path: id.clone(),
            title: names.first().map_or_else(|| id.clone(), |title| SmolStr::new_static(title)),
            ..Default::default()
        };
        let row = crate::model::Channel { head, kind: Some(builtin.kind), ..Default::default() };
        let channel = self.model.channels.push(row);
        self.names.channels.insert(id, channel);
        Some(channel)
    }
}

/// The unit of a built-in metric; money is the plan's.
fn builtin_unit(unit: BuiltinUnit, plan: Currency) -> Unit {
    match unit {
        BuiltinUnit::Count => Unit::Count,
        BuiltinUnit::Percent => Unit::Percent,
        BuiltinUnit::Ratio => Unit::Ratio,
        BuiltinUnit::Points => Unit::Points,
        BuiltinUnit::Seconds => Unit::Seconds,
        BuiltinUnit::Days => Unit::Days,
        BuiltinUnit::Months => Unit::Months,
        BuiltinUnit::Money => Unit::Money(plan),
    }
}

/// Counts and money add up over time; rates and states do not.
fn default_aggregate(unit: Option<Unit>) -> SmolStr {
    SmolStr::new_static(match unit {
        Some(Unit::Count | Unit::Money(_)) | None => "sum",
        Some(_) => "last",
    })
}

fn channel_kind(word: &str) -> Option<ChannelKind> {
    Some(match word {
        "paid" => ChannelKind::Paid,
        "owned" => ChannelKind::Owned,
        "earned" => ChannelKind::Earned,
        "crm" => ChannelKind::Crm,
        _ => return None,
    })
}

fn metric_kind(word: &str) -> Option<MetricKind> {
    Some(match word {
        "activity" => MetricKind::Activity,
        "exposure" => MetricKind::Exposure,
        "engagement" => MetricKind::Engagement,
        "cost" => MetricKind::Cost,
        "outcome" => MetricKind::Outcome,
        "business" => MetricKind::Business,
        _ => return None,
    })
}

fn direction(word: &str) -> Option<Direction> {
    Some(match word {
        "up" => Direction::Up,
        "down" => Direction::Down,
        "band" => Direction::Band,
        _ => return None,
    })
}
