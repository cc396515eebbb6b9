//! The calendar that the plan's dates count on.

use jiff::civil::Weekday;
use roadmap_diag::{Message, Span};
use roadmap_schema::{Kind, Namespace, WEEKDAYS};
use smol_str::SmolStr;

use super::builder::Builder;
use super::refs::single;
use super::view::View;
use crate::calendar::{BuiltIn, Calendar, CalendarBuilder};
use crate::model::{Named, Written};
use crate::value::DateRange;

/// Days with their name, if they have one.
type NamedDays = Vec<(DateRange, Option<SmolStr>)>;

impl<'h> Builder<'h> {
    /// Reads every `calendar` and works out the one that `roadmap` names.
    pub(super) fn calendars(&mut self) {
        for (view, id) in self.declared.calendars.clone() {
            let like = view.child("like").and_then(|child| Self::one_named(child, "calendar"));
            let weekend = view.child("weekend").map(|child| {
                let words = child.values_in("day").filter_map(|value| match value.value {
                    crate::hir::Value::Choice(word) => WEEKDAYS.iter().position(|day| *day == word),
                    _ => None,
                });
                words.filter_map(|index| u8::try_from(index).ok()).collect()
            });
            let holidays = self.days(view, "holiday");
            let workdays = self.days(view, "workday");
            let extras = self.extras(view);
            self.unknown_properties(view, Kind::Calendar);
            let row = self.model.calendars.get_mut(id);
            row.like = like.as_ref().map(|(path, _)| single(path));
            row.weekend = weekend;
            row.holidays = holidays;
            row.workdays = workdays;
            row.head.extras = extras;
            if let Some((path, span)) = like {
                self.known_calendar(&single(&path), span);
            }
        }
        let plan = self.roots().into_iter().find(|view| view.stmt.kind() == Kind::Roadmap);
        let Some((path, span)) =
            plan.and_then(|view| view.child("calendar")).and_then(|child| Self::one_named(child, "calendar"))
        else {
            return;
        };
        let name = single(&path);
        if !self.known_calendar(&name, span) {
            return;
        }
        self.model.plan.calendar = name.clone();
        self.model.calendar = self.resolve_calendar(&name);
    }

    fn days(&mut self, view: View<'h>, keyword: &'static str) -> NamedDays {
        let children: Vec<_> = view.children_of(keyword).collect();
        let mut days = Vec::new();
        for child in children {
            if let Some(Written { value, .. }) = self.range(child, "days") {
                days.push((value, child.text("name")));
            }
        }
        days
    }

    fn known_calendar(&mut self, name: &str, span: Span) -> bool {
        if let Some(id) = self.names.calendars.get(name).copied() {
            self.uses(span, 0, Named::Calendar(id));
            return true;
        }
        if BuiltIn::parse(name).is_some() {
            return true;
        }
        let mut candidates = self.heads_of(Namespace::Calendar);
        candidates.extend(
            ["vn", "weekdays", "none"].map(|name| (SmolStr::new_static(name), SmolStr::new_static(name))),
        );
        self.unknown(name, span, Kind::Calendar, candidates);
        false
    }

    /// A calendar with what it is like: the days of the nearest one win. A circle of `like` is reported and cut.
    fn resolve_calendar(&mut self, name: &str) -> Calendar {
        let mut chain = Vec::new();
        let mut current = SmolStr::new(name);
        let built_in = loop {
            let Some(id) = self.names.calendars.get(&current).copied() else {
                break BuiltIn::parse(&current).unwrap_or_default();
            };
            if chain.contains(&id) {
                let names: Vec<String> =
                    chain.iter().map(|id| format!("`{}`", self.model[*id].head.id)).collect();
                let span = self.model[id].head.id_span;
                if let Some(span) = span {
                    let message = Message::new("name-cycle-calendar").with("chain", names.join(" → "));
                    let error = self
                        .error("name/cycle", span, message)
                        .help(Message::new("name-cycle-calendar.help"));
                    self.diagnostics.push(error);
                }
                break BuiltIn::default();
            }
            chain.push(id);
            match &self.model[id].like {
                Some(like) => current = like.clone(),
                None => break BuiltIn::default(),
            }
        };
        let mut builder = CalendarBuilder::like(built_in);
        for id in chain.iter().rev() {
            let calendar = &self.model[*id];
            if let Some(weekend) = &calendar.weekend {
                builder = builder.weekend(weekend.iter().filter_map(|day| weekday(*day)).collect());
            }
            for (days, name) in &calendar.holidays {
                let name = name.clone().unwrap_or_else(|| calendar.head.title.clone());
                builder = builder.holiday(*days, Message::verbatim(name.as_str()));
            }
            for (days, _) in &calendar.workdays {
                builder = builder.workday(*days);
            }
        }
        builder.build()
    }
}

fn weekday(from_monday: u8) -> Option<Weekday> {
    Weekday::from_monday_zero_offset(i8::try_from(from_monday).ok()?).ok()
}
