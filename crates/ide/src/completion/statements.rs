//! Whole statements with places to fill in.

use jiff::ToSpan;
use jiff::civil::Date;
use roadmap_diag::Message;
use roadmap_schema::Kind;
use roadmap_sema::hir::Cadence;
use roadmap_sema::model::{Model, Phase, Who};

use super::context::{Block, Context};
use super::list::{List, Offer};
use super::snippet::Snippet;
use crate::scope::Scope;

/// Below single keywords that are missing, above what may be repeated.
const WHOLE: u8 = 2;

/// Offers the statements that stand in `block` as a rule.
pub(super) fn offer(context: &Context<'_>, block: Block<'_>, list: &mut List<'_>) {
    let model = &*context.analysis.model;
    let scope = block.cursor.map(|cursor| Scope::of(context.analysis, &cursor, block.parent));
    let phase = scope.and_then(|scope| scope.phase).map(|phase| &model[phase]);
    let mut whole = Whole { model, phase, list };
    match block.kind {
        Kind::File => {
            if model.plan.place.is_none() {
                whole.roadmap();
            }
            whole.phase();
            whole.goal();
            whole.activity();
            whole.launch();
            whole.script();
            whole.person();
            whole.review();
        }
        Kind::Phase => {
            whole.goal();
            whole.activity();
            whole.launch();
            whole.script();
        }
        Kind::Goal => whole.activity(),
        Kind::Script => {
            let written = block.hir.zip(block.parent).is_some_and(|(hir, parent)| {
                let mut children = hir.children(parent).filter(|child| Some(*child) != block.current);
                children.any(|child| hir.stmt(child).is_some_and(|stmt| stmt.keyword == "objection"))
            });
            if !written {
                whole.objections();
            }
        }
        _ => {}
    }
}

struct Whole<'l, 'a, 'm> {
    model: &'m Model,
    phase: Option<&'m Phase>,
    list: &'l mut List<'a>,
}

impl Whole<'_, '_, '_> {
    fn say(&self, id: &'static str) -> String {
        self.list.say(&Message::new(id))
    }

    fn add(&mut self, label: &str, detail: &'static str, snippet: Snippet) {
        let detail = self.say(detail);
        self.list.offer(Offer::snippet(label, snippet.build()).detail(detail).group(WHOLE), []);
    }

    /// `keyword id "Title" {`
    fn head(&self, keyword: &str) -> Snippet {
        let id = self.say("ide-stop.id");
        let title = self.say("ide-stop.title");
        Snippet::new(keyword).text(" ").stop(&id).text(" \"").stop(&title).text("\"")
    }

    /// Who most likely answers for it: the phase's owner, else the first person.
    fn owner(&self) -> String {
        let of_phase = self.phase.and_then(|phase| phase.owners.first()?.target);
        let person = match of_phase {
            Some(Who::Person(id)) => Some(&self.model[id].head.id),
            _ => self.model.people.rows().first().map(|person| &person.head.id),
        };
        person.map_or_else(|| self.say("ide-stop.person"), ToString::to_string)
    }

    /// The end of the phase, else of the plan, else in two weeks.
    fn end(&self) -> String {
        let phase = self.phase.and_then(|phase| phase.range);
        let range = phase.or(self.model.plan.period).map(|range| range.value);
        let day = range.map(|range| range.end).or(self.model.today.checked_add(14.days()).ok());
        day.map_or_else(String::new, |day| day.to_string())
    }

    fn metric(&self) -> String {
        let kpi = self.model.kpis.rows().iter().find_map(|kpi| kpi.metric.target);
        kpi.map_or_else(|| "leads".to_owned(), |metric| self.model[metric].head.id.to_string())
    }

    fn roadmap(&mut self) {
        let title = self.say("ide-stop.title");
        let year = self.model.today.year().to_string();
        let snippet = Snippet::new("roadmap \"")
            .stop(&title)
            .text("\" {\n  period   ")
            .stop(&year)
            .text("\n  currency ")
            .stop("VND")
            .text("\n  budget   ")
            .stop("1_000M VND")
            .text("\n  cadence  ")
            .stop("weekly mon, monthly 1")
            .text("\n  ")
            .end()
            .text("\n}");
        let detail = self.say("ide-whole.roadmap");
        self.list.offer(Offer::snippet("roadmap … { }", snippet.build()).detail(detail).group(0), []);
    }

    fn phase(&mut self) {
        let focus = self.say("ide-stop.focus");
        let quarter = format!("{}-Q{}", self.model.today.year(), (self.model.today.month() - 1) / 3 + 1);
        let snippet = self
            .head("phase")
            .text(" ")
            .stop(&quarter)
            .text(" {\n  focus \"")
            .stop(&focus)
            .text("\"\n  channel ")
            .stop("seo")
            .text(" primary\n  ")
            .end()
            .text("\n}");
        self.add("phase … { }", "ide-whole.phase", snippet);
    }

    fn goal(&mut self) {
        let snippet = self
            .head("goal")
            .text(" {\n  owner ")
            .stop(&self.owner())
            .text("\n  kpi ")
            .stop(&self.metric())
            .text(" ")
            .stop("0 -> 1_000")
            .text(" by ")
            .stop(&self.end())
            .text("\n  ")
            .end()
            .text("\n}");
        self.add("goal … { }", "ide-whole.goal", snippet);
    }

    fn activity(&mut self) {
        let snippet = self
            .head("activity")
            .text(" {\n  owner ")
            .stop(&self.owner())
            .text("\n  kpi ")
            .stop(&self.metric())
            .text(" >= ")
            .stop("100")
            .text("\n  deadline ")
            .stop(&self.end())
            .text("\n  ")
            .end()
            .text("\n}");
        self.add("activity … { }", "ide-whole.activity", snippet);
    }

    fn launch(&mut self) {
        let snippet = self
            .head("launch")
            .text(" {\n  owner ")
            .stop(&self.owner())
            .text("\n  deadline ")
            .stop(&self.end())
            .text("\n  value \"")
            .stop(&self.say("ide-stop.value"))
            .text("\"\n  material deck, faq, pricing\n  ")
            .end()
            .text("\n}");
        self.add("launch … { }", "ide-whole.launch", snippet);
    }

    fn script(&mut self) {
        let of_phase = self.phase.and_then(|phase| phase.activities.first());
        let campaign = match of_phase {
            Some(id) => self.model[*id].head.id.to_string(),
            None => match self.model.activities.rows().first() {
                Some(activity) => activity.head.path.to_string(),
                None => self.say("ide-stop.id"),
            },
        };
        let snippet = self
            .head("script")
            .text(" {\n  owner ")
            .stop(&self.owner())
            .text("\n  deadline ")
            .stop(&self.end())
            .text("\n  for ")
            .stop(&campaign);
        let snippet = self.with_objections(snippet.text("\n  "), "\n  ");
        self.add("script … { }", "ide-whole.script", snippet.end().text("\n}"));
    }

    fn objections(&mut self) {
        let snippet = self.with_objections(Snippet::new(""), "\n").end();
        self.add("objection × 4", "ide-whole.objections", snippet);
    }

    /// The four objections that every script answers.
    fn with_objections(&self, snippet: Snippet, line: &str) -> Snippet {
        let objections = [
            ("price", "ide-stop.price"),
            ("trust", "ide-stop.trust"),
            ("need", "ide-stop.need"),
            ("rival", "ide-stop.rival"),
        ];
        let answer = self.say("ide-stop.answer");
        objections.into_iter().fold(snippet, |snippet, (kind, words)| {
            snippet
                .text(&format!("objection {kind} \""))
                .stop(&self.say(words))
                .text("\" { answer \"")
                .stop(&answer)
                .text(&format!("\" }}{line}"))
        })
    }

    fn person(&mut self) {
        let name = self.say("ide-stop.name");
        let snippet = Snippet::new("person ")
            .stop(&self.say("ide-stop.id"))
            .text(" \"")
            .stop(&name)
            .text("\" { role ")
            .stop("marketing")
            .text(" }")
            .end();
        self.add("person … { }", "ide-whole.person", snippet);
    }

    /// The review that is due by the plan's cadence, of today.
    fn review(&mut self) {
        let due = self.model.plan.cadence.iter().map(|cadence| cadence.value).find(|due| self.is_due(*due));
        let rhythm = due.or(self.model.plan.cadence.first().map(|cadence| cadence.value));
        let rhythm = rhythm.map_or("weekly", |cadence| cadence.rhythm);
        let detail = if due.is_some() { "ide-whole.review-due" } else { "ide-whole.review" };
        let today = self.model.today;
        let snippet = Snippet::new(&format!("review {today} {rhythm} {{\n  owner "))
            .stop(&self.owner())
            .text("\n  finding \"")
            .stop(&self.say("ide-stop.finding"))
            .text("\"\n  decision \"")
            .stop(&self.say("ide-stop.decision"))
            .text("\"\n  ")
            .end()
            .text("\n}");
        let detail = self.say(detail);
        let offer = Offer::snippet(format!("review {today} {rhythm}"), snippet.build()).detail(detail);
        self.list.offer(offer.group(if due.is_some() { 0 } else { WHOLE }), []);
    }

    /// Whether a review of this rhythm is due today and none is written since the rhythm began anew.
    fn is_due(&self, cadence: Cadence) -> bool {
        let Some(since) = due_since(self.model, cadence) else { return false };
        let reviews = self.model.reviews.rows().iter();
        !reviews
            .filter(|review| review.cadence == cadence.rhythm)
            .any(|review| review.date.is_some_and(|date| since <= date && date <= self.model.today))
    }
}

/// The first day of the week, month or quarter whose review may be held today: on its day or later.
fn due_since(model: &Model, cadence: Cadence) -> Option<Date> {
    let today = model.today;
    match (cadence.rhythm, cadence.weekday, cadence.day) {
        ("weekly", weekday, _) => {
            let now = today.weekday().to_monday_zero_offset();
            let back = i64::from(now) - weekday.map_or(0, i64::from);
            (back >= 0).then(|| today.checked_sub(back.days()).ok()).flatten()
        }
        ("monthly", _, day) => {
            let day = i8::try_from(day.unwrap_or(1)).ok()?.min(today.days_in_month());
            (today.day() >= day).then(|| today.with().day(day).build().ok()).flatten()
        }
        _ => {
            let fiscal = i64::from(model.plan.fiscal_year);
            let into = (i64::from(today.month()) + 12 - fiscal) % 3;
            today.first_of_month().checked_sub(into.months()).ok()
        }
    }
}
