//! Where findings go.

use roadmap_diag::{Arg, Code, Diagnostic, Edit, Fix, Message, Severity, Span};

use super::Rule;
use crate::model::Place;

/// Collects what one rule finds.
pub struct Sink<'a> {
    rule: &'a Rule,
    found: &'a mut Vec<Diagnostic>,
}

/// A finding in the making; it is reported when it is finished with [`Finding::emit`].
#[must_use = "a finding is reported by `emit`"]
pub struct Finding<'s, 'a> {
    sink: &'s mut Sink<'a>,
    diagnostic: Diagnostic,
    args: Vec<(&'static str, Arg)>,
    variant: Option<&'static str>,
    help: Option<&'static str>,
}

impl<'a> Sink<'a> {
    /// A sink for the findings of `rule`.
    pub fn new(rule: &'a Rule, found: &'a mut Vec<Diagnostic>) -> Self {
        Self { rule, found }
    }

    /// A finding at `span` about the statement at `place`, with the rule's message and its `.help`.
    pub fn report(&mut self, span: Span, place: Place) -> Finding<'_, 'a> {
        let code = Code::new(self.rule.code);
        let diagnostic = Diagnostic::new(code, self.rule.severity, span, Message::new(self.rule.message))
            .about(place.keyword);
        Finding { sink: self, diagnostic, args: Vec::new(), variant: None, help: None }
    }

    /// A finding about the project, where no statement is there to be about.
    pub fn report_at(&mut self, span: Span) -> Finding<'_, 'a> {
        let diagnostic = Diagnostic::new(
            Code::new(self.rule.code),
            self.rule.severity,
            span,
            Message::new(self.rule.message),
        );
        Finding { sink: self, diagnostic, args: Vec::new(), variant: None, help: None }
    }

    /// A finding about something that the statement at `place` lacks: on its keyword.
    pub fn missing(&mut self, place: Place) -> Finding<'_, 'a> {
        self.report(place.keyword, place)
    }
}

impl<'s, 'a> Finding<'s, 'a> {
    /// Fills in a variable of the message, its help and its label.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Another severity than the rule's own, where its page says so.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.diagnostic.severity = severity;
        self
    }

    /// Another sentence than the rule's main one: a message id of the rule’s own, such as `plan-goal-count.many`.
    pub fn message(mut self, id: &'static str) -> Self {
        self.variant = Some(id);
        self
    }

    /// Another help than the rule's `.help`, by its whole id.
    pub fn help(mut self, id: &'static str) -> Self {
        self.help = Some(id);
        self
    }

    /// Words under the place: a message id, filled in with the same variables.
    pub fn label(mut self, id: &'static str) -> Self {
        self.diagnostic.label = Some(Message::new(id));
        self
    }

    /// Another place that belongs to it.
    pub fn related(mut self, span: Span, message: Message) -> Self {
        self.diagnostic = self.diagnostic.related(span, message);
        self
    }

    /// A mend that replaces `span`; an empty span inserts.
    pub fn fix(mut self, title: Message, safe: bool, span: Span, text: impl Into<String>) -> Self {
        self.diagnostic.fixes.push(Fix { title, safe, edits: vec![Edit { span, text: text.into() }] });
        self
    }

    /// A mend of several edits.
    pub fn fix_all(mut self, title: Message, safe: bool, edits: Vec<Edit>) -> Self {
        self.diagnostic.fixes.push(Fix { title, safe, edits });
        self
    }

    /// Reports it.
    pub fn emit(mut self) {
        let rule = self.sink.rule;
        let id = self.variant.unwrap_or(rule.message);
        self.diagnostic.message = Message::new(id).with_all(&self.args);
        let help = self.help.map_or_else(|| super::registry::help_id(rule), Some);
        self.diagnostic.help = help.map(|id| Message::new(id).with_all(&self.args));
        if let Some(label) = self.diagnostic.label.take() {
            self.diagnostic.label = Some(label.with_all(&self.args));
        }
        self.sink.found.push(self.diagnostic);
    }
}
