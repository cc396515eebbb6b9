//! Readings, reviews, lead criteria, alerts and the company's own rules.

use roadmap_diag::Span;
use roadmap_schema::Kind;
use smol_str::SmolStr;

use super::amounts::InUnit;
use super::builder::Builder;
use super::records::Row;
use super::refs::{path_of, single};
use super::view::View;
use crate::hir::Value;
use crate::model::{Actual, Change, CustomRule, Dimension, Proposal, Qualify, Ref, Review, WorkRef};

impl<'h> Builder<'h> {
    /// Reads the statements that have no name, and those that nobody knows.
    pub(super) fn unnamed_statements(&mut self) {
        for view in self.roots() {
            if !view.stmt.known {
                self.read(view, Row::Unknown);
            }
            match view.stmt.kind() {
                Kind::Qualify => self.read(view, Row::Qualify(self.model.qualifies.next_id())),
                Kind::Actual => self.read(view, Row::Actual(self.model.actuals.next_id())),
                Kind::Review => self.read(view, Row::Review(self.model.reviews.next_id())),
                Kind::Alert => self.read(view, Row::Alert),
                Kind::Rule => {
                    self.rule(view);
                    self.set_apart();
                }
                _ => {}
            }
        }
    }

    pub(super) fn qualify(&mut self, view: View<'h>) -> Qualify {
        let owners = self.who_of(view, "owner");
        let extras = self.extras(view);
        self.unknown_properties(view, Kind::Qualify);
        Qualify {
            place: view.place(),
            stage: view.word("stage").unwrap_or_default(),
            criteria: view.text("criteria").unwrap_or_default(),
            owners,
            feedback: view.word_of("feedback", "cadence"),
            feedback_written: view.has("feedback"),
            extras,
        }
    }

    pub(super) fn actual(&mut self, view: View<'h>) -> Actual {
        let metric = match Self::one_named(view, "metric") {
            Some((path, span)) => self.metric(&path, span),
            None => Ref { span: view.keyword_span(), target: None },
        };
        let when = view.when("when");
        let fiscal = self.model.plan.fiscal_year;
        let end = when.map(|(when, _)| when.end(fiscal));
        let unit = metric.target.and_then(|metric| self.model[metric].unit);
        let value = view.value("value").and_then(|value| {
            let Value::Amount(amount) = value.value else { return None };
            let span = view.span(value.range);
            match self.in_unit(amount, unit, span, end) {
                InUnit::Value(number) => Some(number),
                InUnit::Broken => None,
                InUnit::Relative(_) | InUnit::Points(_) | InUnit::Other(..) => {
                    self.reading_unit(view, span);
                    None
                }
            }
        });
        let mut by = Vec::new();
        let children: Vec<_> = view.children_of("by").collect();
        for child in children {
            by.extend(self.dimension(child));
        }
        let extras = self.extras(view);
        self.unknown_properties(view, Kind::Actual);
        Actual {
            place: view.place(),
            metric,
            when: when.map(|(when, _)| when),
            start: when.map(|(when, _)| when.start(fiscal)),
            end,
            value,
            by,
            source: view.text_of("source"),
            extras,
        }
    }

    fn reading_unit(&mut self, view: View<'h>, span: Span) {
        let error = self
            .error("value/unit", span, roadmap_diag::Message::new("value-reading-unit"))
            .help(roadmap_diag::Message::new("value-reading-unit.help"));
        self.diagnostics.push(error.about(view.keyword_span()));
    }

    fn dimension(&mut self, view: View<'h>) -> Option<Dimension> {
        let dimension = view.word("dimension")?;
        let value = view.value("name")?;
        let path = path_of(value)?;
        let span = view.span(value.range);
        let mut found = Dimension {
            dimension: dimension.clone(),
            name: single(&path),
            span,
            activity: None,
            channel: None,
        };
        match dimension.as_str() {
            "channel" => found.channel = self.channel(&path, span).target,
            "segment" => drop(self.segment(&path, span)),
            "product" => drop(self.product(&path, span)),
            // A campaign is an activity.
            _ => {
                let work = self.work(&path, span, None, roadmap_schema::Namespace::ScriptTarget);
                if let Some(WorkRef::Activity(activity)) = work.target {
                    found.activity = Some(activity);
                }
            }
        }
        Some(found)
    }

    pub(super) fn review(&mut self, view: View<'h>) -> Review {
        let owners = self.who_of(view, "owner");
        let named: Vec<_> =
            view.children_of("attended").flat_map(|child| Self::named(child, "person")).collect();
        let attended = named.into_iter().map(|(path, span)| self.person(&path, span)).collect();
        for (path, span) in view.children_of("changes").flat_map(|child| Self::named(child, "property")) {
            self.uses_in_log(&path, span);
        }
        let changes = view.children_of("changes").filter_map(change).collect();
        let proposals = view.children_of("proposal").filter_map(|child| {
            Some(Proposal {
                place: child.place(),
                text: child.text("text")?,
                state: child.word("state").unwrap_or(SmolStr::new_static("open")),
            })
        });
        let proposals = proposals.collect();
        let because = view
            .children_of("because")
            .flat_map(|child| child.values_in("cause"))
            .filter_map(|value| match value.value {
                Value::Choice(word) => Some(SmolStr::new_static(word)),
                _ => None,
            })
            .collect();
        let date = self.day(view, "date");
        let is_broken = |slot| view.value(slot).is_some_and(|value| matches!(value.value, Value::Broken));
        let unread = is_broken("date") || is_broken("cadence");
        let extras = self.extras(view);
        self.unknown_properties(view, Kind::Review);
        Review {
            place: view.place(),
            date,
            cadence: view.word("cadence").unwrap_or(SmolStr::new_static("extra")),
            unread,
            owners,
            findings: view.texts_of("finding"),
            bottlenecks: view.texts_of("bottleneck"),
            decisions: view.texts_of("decision"),
            because,
            proposals,
            changes,
            attended,
            extras,
        }
    }

    fn rule(&mut self, view: View<'h>) {
        let Some(Value::RuleName(name)) = view.value("name").map(|value| &value.value) else { return };
        let on = view.word_of("on", "kind").and_then(|word| Kind::named(&word));
        let when = view.child("when").and_then(|child| match &child.value("condition")?.value {
            Value::Condition(condition) => Some((**condition).clone()),
            _ => None,
        });
        let when_span =
            view.child("when").and_then(|child| Some(child.span(child.value("condition")?.range)));
        let extras = self.extras(view);
        self.required(view);
        self.unknown_properties(view, Kind::Rule);
        let first =
            self.model.rules.rows().iter().find(|rule| rule.name == *name).map(|rule| rule.place.head);
        if let (Some(first), Some(value)) = (first, view.value("name")) {
            self.duplicate(name, view.span(value.range), first, view.keyword_span());
        }
        self.reserved_rule(view, name);
        self.model.rules.push(CustomRule {
            place: view.place(),
            name: name.clone(),
            title: view.text("title").unwrap_or_default(),
            on,
            when,
            when_span,
            say: view.text_of("say").unwrap_or_default(),
            level: view.word_of("level", "level").unwrap_or(SmolStr::new_static("warning")),
            extras,
        });
    }
}

/// Groups of the language's own codes: a company's findings would pass for them, and could not be allowed.
const OWN_GROUPS: [&str; 6] = ["syntax", "name", "value", "schema", "config", "allow"];

impl<'h> Builder<'h> {
    /// Reports a rule that takes a name of the compiler's own.
    fn reserved_rule(&mut self, view: View<'h>, name: &SmolStr) {
        let group = name.split('/').next().unwrap_or_default();
        if !OWN_GROUPS.contains(&group) && crate::rules::find(name).is_none() {
            return;
        }
        let span = view.value("name").map_or(view.keyword_span(), |value| view.span(value.range));
        let message = roadmap_diag::Message::new("name-rule-reserved").with("name", name.as_str());
        let error = self
            .error("name/reserved", span, message)
            .help(roadmap_diag::Message::new("name-rule-reserved.help"));
        self.diagnostics.push(error.about(view.keyword_span()));
    }
}

fn change(view: View<'_>) -> Option<Change> {
    let path = path_of(view.value("property")?)?;
    let Value::Change(values) = &view.value("change")?.value else { return None };
    let (old, new) = (**values).clone();
    Some(Change { place: view.place(), property: single(&path), old, new })
}
