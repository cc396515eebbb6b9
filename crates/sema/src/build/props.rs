//! Properties that many kinds share, and those that nobody knows.

use roadmap_diag::{Arg, Fix, Message};
use roadmap_schema::Kind;
use smol_str::SmolStr;

use super::builder::Builder;
use super::view::View;
use crate::hir::{FIELD_SLOT, Scalar, Value};
use crate::model::{Approval, Extras, MessageUse, Written};
use crate::names;
use crate::names_of::kind_message;

impl<'h> Builder<'h> {
    /// `note`, `tag`, `link`, `why`; the company's own fields come with [`Self::unknown_properties`].
    pub(super) fn extras(&mut self, view: View<'h>) -> Extras {
        let mut extras = Extras::default();
        for child in view.children() {
            match child.keyword() {
                "note" => extras.notes.extend(child.text("text")),
                "why" => extras.whys.extend(child.text("text")),
                "link" => extras.links.extend(child.text("address")),
                "tag" => {
                    for value in child.values_in("tag") {
                        if let Value::Message { name, text } = &value.value {
                            extras.tags.extend(text.clone().or_else(|| name.clone()));
                        }
                    }
                }
                _ => {}
            }
        }
        extras.fields = self.field_values(view);
        extras
    }

    /// `approved PERSON DATE`
    pub(super) fn approvals(&mut self, view: View<'h>) -> Vec<Approval> {
        let mut approvals = Vec::new();
        for child in view.children_of("approved") {
            let (Some((path, span)), Some((when, day_span))) =
                (Self::one_named(child, "person"), child.when("day"))
            else {
                continue;
            };
            let day = Written { value: when.start(self.model.plan.fiscal_year), span: day_span };
            approvals.push((self.person(&path, span), day));
        }
        approvals
    }

    /// Messages or USPs in the properties `keyword`; named ones are remembered for the whole project. What could not be
    /// read keeps its place, without name and text.
    pub(super) fn messages(
        &mut self,
        view: View<'h>,
        keyword: &'static str,
        slot: &'static str,
    ) -> Vec<MessageUse> {
        let mut found = Vec::new();
        for child in view.children_of(keyword) {
            let mut values = child.values_in(slot).peekable();
            if values.peek().is_none() {
                found.push(MessageUse { span: child.keyword_span(), name: None, text: None });
            }
            for value in values {
                let (name, text) = match &value.value {
                    Value::Message { name, text } => (name.clone(), text.clone()),
                    _ => (None, None),
                };
                if let (Some(name), Some(text)) = (&name, &text) {
                    self.name_message(name, text);
                }
                found.push(MessageUse { span: child.span(value.range), name, text });
            }
        }
        found
    }

    /// Whether `child`'s keyword is a field of the company's own for statements of `kind`.
    fn is_field(&self, child: View<'h>, kind: Kind) -> bool {
        self.names.fields.contains_key(&(field_kind(kind), child.stmt.keyword.clone()))
    }

    /// Reports properties in the block of `view`, a statement of `kind`, that neither the schema nor the company knows.
    pub(super) fn unknown_properties(&mut self, view: View<'h>, kind: Kind) {
        for child in view.children().filter(|child| !child.stmt.known) {
            if self.is_field(child, kind) {
                self.field_problems(child);
                continue;
            }
            let keyword = child.stmt.keyword.clone();
            let mut message = Message::new("schema-keyword-unknown").with("kind", kind_message(kind));
            message = message.with("keyword", keyword.as_str());
            let mut error = self.error("schema/keyword-unknown", child.keyword_span(), message);
            let fields = self
                .names
                .fields
                .keys()
                .filter(|(on, _)| *on == field_kind(kind))
                .map(|(_, name)| name.clone());
            let mut fields: Vec<SmolStr> = fields.collect();
            fields.sort();
            let near_field =
                names::suggest(&keyword, fields.iter().map(|name| (name.as_str(), name.as_str())));
            let near = child.stmt.row.map(|row| row.keyword).or(near_field);
            if let Some(near) = near {
                let title = Message::new("fix-replace").with("text", near);
                error = error.help(Message::new("name-unknown.near").with("near", near)).fix(Fix::replace(
                    title,
                    false,
                    child.keyword_span(),
                    near,
                ));
            } else if let Some(help) = elsewhere(&keyword) {
                error = error.help(help);
            } else {
                let known =
                    roadmap_schema::inside(kind).iter().map(|row| Arg::from(format!("`{}`", row.keyword)));
                let help =
                    Message::new("schema-keyword-unknown.help").with("known", known.collect::<Vec<_>>());
                error = error.help(help);
            }
            self.diagnostics.push(error.about(child.keyword_span()));
        }
    }

    /// Reports a statement at the top level whose keyword nobody knows.
    pub(super) fn unknown_statement(&mut self, view: View<'h>) {
        let keyword = view.stmt.keyword.clone();
        let message = Message::new("schema-keyword-unknown.top").with("keyword", keyword.as_str());
        let mut error = self.error("schema/keyword-unknown", view.keyword_span(), message);
        if let Some(row) = view.stmt.row {
            let title = Message::new("fix-replace").with("text", row.keyword);
            error = error
                .help(Message::new("name-unknown.near").with("near", row.keyword))
                .fix(Fix::replace(title, false, view.keyword_span(), row.keyword));
        } else if let Some(help) = elsewhere(&keyword) {
            error = error.help(help);
        } else {
            let mut known: Vec<&str> =
                roadmap_schema::inside(Kind::File).iter().map(|row| row.keyword).collect();
            known.dedup();
            let known =
                known.into_iter().map(|keyword| Arg::from(format!("`{keyword}`"))).collect::<Vec<_>>();
            error = error.help(Message::new("schema-keyword-unknown.help").with("known", known));
        }
        self.diagnostics.push(error.about(view.keyword_span()));
    }

    /// The value behind an unknown keyword.
    pub(super) fn field_scalar(child: View<'h>) -> Option<(Scalar, roadmap_diag::Span)> {
        let value = child.value(FIELD_SLOT)?;
        match &value.value {
            Value::Scalar(scalar) => Some((scalar.clone(), child.span(value.range))),
            _ => None,
        }
    }

    fn field_problems(&mut self, child: View<'h>) {
        for (stmt, problem) in &child.hir.field_problems {
            if *stmt == child.index {
                self.diagnostics.push(problem.at(child.file, child.item));
            }
        }
    }
}

/// Fields belong to what their declaration calls by keyword; a phase's channel is a channel.
pub(super) fn field_kind(kind: Kind) -> Kind {
    if kind == Kind::PhaseChannel { Kind::Channel } else { kind }
}

/// “`x` belongs in …”, for a keyword that the schema knows in other places.
fn elsewhere(keyword: &str) -> Option<Message> {
    let mut places: Vec<&'static str> = roadmap_schema::rows()
        .filter(|row| row.keyword == keyword)
        .flat_map(|row| row.parents)
        .map(|parent| parent.keyword())
        .collect();
    places.sort_unstable();
    places.dedup();
    if places.is_empty() {
        return None;
    }
    let places = places.into_iter().map(|place| Arg::from(format!("`{place}`"))).collect::<Vec<_>>();
    Some(Message::new("schema-keyword-unknown.elsewhere").with("keyword", keyword).with("places", places))
}
