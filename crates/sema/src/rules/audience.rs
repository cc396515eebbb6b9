//! Whom a finding concerns: by its rule, and by the item it is about.

use roadmap_diag::{Code, Diagnostic, FileId, ItemIndex, Span, TextRange};
use rustc_hash::FxHashMap;

use crate::model::{Head, Model, Person, Place, Ref, Who};

/// A reader of the plan (methodology 1.4).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// The head of marketing: goals, KPIs, budget, channels, message, decisions.
    Cmo,
    /// The marketing leader: the plan of the month and the week.
    Marketing,
    /// The product owner: launches and what they need.
    Product,
    /// The sales team: scripts, leads and their quality.
    Sales,
}

impl Role {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Cmo, Self::Marketing, Self::Product, Self::Sales];

    /// Its word on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cmo => "cmo",
            Self::Marketing => "marketing",
            Self::Product => "product",
            Self::Sales => "sales",
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Cmo => "audience-cmo",
            Self::Marketing => "audience-marketing",
            Self::Product => "audience-product",
            Self::Sales => "audience-sales",
        }
    }
}

/// Some of the roles.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Audience(u8);

impl Audience {
    /// Nobody.
    pub const NOBODY: Self = Self(0);
    /// Everybody.
    pub const EVERYBODY: Self = Self::of(&Role::ALL);

    /// These roles.
    #[must_use]
    pub const fn of(roles: &[Role]) -> Self {
        let mut bits = 0;
        let mut rest = roles;
        while let [role, tail @ ..] = rest {
            bits |= 1 << *role as u8;
            rest = tail;
        }
        Self(bits)
    }

    /// Whether `role` is among them.
    #[must_use]
    pub fn contains(self, role: Role) -> bool {
        self.0 & (1 << role as u8) != 0
    }

    /// These and those.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is nobody.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its roles.
    pub fn roles(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.contains(*role))
    }
}

const LEADERS: Audience = Audience::of(&[Role::Cmo, Role::Marketing]);
const MARKETING: Audience = Audience::of(&[Role::Marketing]);
const SALES: Audience = Audience::of(&[Role::Sales]);
const PRODUCT: Audience = Audience::of(&[Role::Product]);

/// Whom the rules of a group concern; a group that is not listed is the company's own, and its leaders'.
const GROUPS: &[(&str, Audience)] = &[
    // Nobody can go on before these are mended.
    ("syntax", Audience::EVERYBODY),
    ("name", Audience::EVERYBODY),
    ("value", Audience::EVERYBODY),
    ("schema", Audience::EVERYBODY),
    ("config", Audience::EVERYBODY),
    ("allow", MARKETING),
    ("budget", LEADERS),
    ("channel", LEADERS),
    ("data", MARKETING),
    ("goal", LEADERS),
    ("kpi", LEADERS),
    ("launch", Audience::of(&[Role::Product, Role::Marketing])),
    ("people", MARKETING),
    ("plan", LEADERS),
    ("review", LEADERS),
    ("sales", Audience::of(&[Role::Sales, Role::Marketing])),
    ("text", MARKETING),
    ("time", MARKETING),
    ("track", LEADERS),
];

/// Rules that concern others than their group: methodology 1.1, the last column.
const EXCEPTIONS: &[(&str, Audience)] = &[
    // Names and values by another code.
    ("people/owner-unknown", Audience::EVERYBODY),
    ("text/date-ambiguous", Audience::EVERYBODY),
    ("text/number-ambiguous", Audience::EVERYBODY),
    ("plan/incomplete", Audience::EVERYBODY),
    // What has nobody, or several, is on the list of the head of marketing.
    ("people/owner-missing", LEADERS),
    ("people/owner-not-single", LEADERS),
    ("people/owner-is-team", LEADERS),
    // The plan of the month and the week.
    ("plan/all-at-once", MARKETING),
    ("plan/category-unset", MARKETING),
    ("plan/phase-empty", MARKETING),
    ("channel/activity-off-channel", MARKETING),
    ("kpi/volume-as-kpi", MARKETING),
    ("review/roadmap-stale", MARKETING),
    ("track/status-stale", MARKETING),
    // Figures on which the KPI tree of the head of marketing stands.
    ("data/metric-redefined", LEADERS),
    ("data/no-breakdown", LEADERS),
    ("data/source-conflict", LEADERS),
    // The whole date chain breaks.
    ("time/deadline-unreachable", LEADERS),
    // Across teams, and the one message.
    ("launch/assets-missing", Audience::of(&[Role::Product, Role::Sales])),
    ("launch/message-missing", LEADERS),
    ("launch/ops-unprepared", LEADERS),
    ("launch/value-missing", Audience::of(&[Role::Product, Role::Marketing, Role::Sales])),
    ("sales/kpi-missing", Audience::of(&[Role::Sales, Role::Cmo])),
    ("sales/objections-missing", SALES),
    ("sales/usp-conflict", Audience::of(&[Role::Sales, Role::Marketing, Role::Cmo])),
];

/// Whom the rule or error `code` concerns wherever it speaks.
#[must_use]
pub fn audience(code: &Code) -> Audience {
    let listed = |list: &[(&str, Audience)], wanted: &str| {
        list.iter().find(|(name, _)| *name == wanted).map(|(_, audience)| *audience)
    };
    listed(EXCEPTIONS, code.as_str()).or_else(|| listed(GROUPS, code.group())).unwrap_or(LEADERS)
}

/// Whom findings on a plan concern, beside what their rules say: who sells a script, who launches, who owns an item.
#[derive(Debug, Default)]
pub struct Readers {
    /// The statements that concern somebody, by top-level statement, from first byte to last; an outer one comes before
    /// those in it.
    places: FxHashMap<(FileId, ItemIndex), Vec<Concern>>,
}

#[derive(Debug, Clone, Copy)]
struct Concern {
    range: TextRange,
    /// Whom the statement concerns by what it is: it holds for all that stands in it.
    kind: Audience,
    /// Whom it concerns by its owner, where it has one: what stands in it and has its own is theirs.
    owner: Option<Audience>,
    /// The next statement around it, by its place in the list.
    around: Option<usize>,
}

impl Readers {
    /// The readers of `model`.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        let mut readers = Self::default();
        let owners = |owners: &[Ref<Who>]| of_owners(model, owners);
        let mut note = |place: Option<Place>, kind: Audience, owner: Option<Audience>| {
            let Some(place) = place.filter(|_| owner.is_some() || !kind.is_empty()) else { return };
            let concern = Concern { range: place.whole.range, kind, owner, around: None };
            readers.places.entry((place.whole.file, place.whole.item)).or_default().push(concern);
        };
        let nobody = Audience::NOBODY;
        let place = |head: &Head| head.place;
        for person in model.people.rows() {
            note(place(&person.head), of_person(person), None);
        }
        for phase in model.phases.rows() {
            note(place(&phase.head), nobody, owners(&phase.owners));
        }
        for goal in model.goals.rows() {
            note(place(&goal.head), nobody, owners(&goal.owners));
        }
        for activity in model.activities.rows() {
            let kind = match activity.category.as_deref() {
                Some("sales") => SALES,
                Some("product") => PRODUCT,
                _ => nobody,
            };
            note(place(&activity.head), kind, owners(&activity.owners));
            for task in &activity.tasks {
                note(Some(task.place), nobody, owners(&task.owners));
            }
        }
        for launch in model.launches.rows() {
            note(place(&launch.head), PRODUCT, owners(&launch.owners));
            for material in &launch.materials {
                note(Some(material.place), PRODUCT, owners(&material.owners));
            }
        }
        for product in model.products.rows() {
            note(place(&product.head), PRODUCT, owners(&product.owners));
        }
        for script in model.scripts.rows() {
            note(place(&script.head), SALES, owners(&script.owners));
        }
        for qualify in model.qualifies.rows() {
            note(Some(qualify.place), SALES, owners(&qualify.owners));
        }
        for milestone in model.milestones.rows() {
            note(place(&milestone.head), nobody, owners(&milestone.owners));
        }
        for kpi in model.kpis.rows() {
            note(Some(kpi.place), nobody, owners(&kpi.owners));
        }
        for channel in model.channels.rows() {
            note(place(&channel.head), nobody, owners(&channel.owners));
        }
        readers.places.values_mut().for_each(|list| nest(list));
        readers
    }

    /// Whom `finding` concerns.
    #[must_use]
    pub fn of_finding(&self, finding: &Diagnostic) -> Audience {
        let by_rule = audience(&finding.code);
        // What is said about a statement may be shown at another place in it, or not in it at all.
        let by_item = finding.subject.map_or(Audience::NOBODY, |subject| self.at(subject));
        by_rule.and(by_item).and(self.at(finding.span))
    }

    /// Whom the statements around `span` concern.
    fn at(&self, span: Span) -> Audience {
        let Some(list) = self.places.get(&(span.file, span.item)) else { return Audience::NOBODY };
        let mut next = list.partition_point(|concern| concern.range.start <= span.range.start).checked_sub(1);
        let mut found = Audience::NOBODY;
        let mut is_owned = false;
        while let Some(concern) = next.and_then(|index| list.get(index)) {
            if concern.range.contains_range(span.range) {
                found = found.and(concern.kind);
                if let Some(owner) = concern.owner.filter(|_| !is_owned) {
                    found = found.and(owner);
                    is_owned = true;
                }
            }
            next = concern.around;
        }
        found
    }
}

/// Puts the statements in the order of the text, and notes which one stands in which.
fn nest(list: &mut [Concern]) {
    list.sort_by_key(|concern| (concern.range.start, std::cmp::Reverse(concern.range.end)));
    let mut open: Vec<(usize, TextRange)> = Vec::new();
    for (index, concern) in list.iter_mut().enumerate() {
        while open.last().is_some_and(|(_, range)| !range.contains_range(concern.range)) {
            open.pop();
        }
        concern.around = open.last().map(|(index, _)| *index);
        open.push((index, concern.range));
    }
}

/// The roles of those who answer; nothing where nobody known does.
fn of_owners(model: &Model, owners: &[Ref<Who>]) -> Option<Audience> {
    let known = owners.iter().filter_map(|owner| owner.target);
    known
        .map(|who| match who {
            Who::Person(person) => of_person(&model[person]),
            Who::Team(team) => model[team]
                .everybody
                .iter()
                .fold(Audience::NOBODY, |all, person| all.and(of_person(&model[*person]))),
        })
        .reduce(Audience::and)
}

/// The roles of a person, as readers of the plan.
fn of_person(person: &Person) -> Audience {
    person.roles.iter().fold(Audience::NOBODY, |all, (role, _)| {
        all.and(match role.as_str() {
            "cmo" => Audience::of(&[Role::Cmo]),
            "marketing_leader" | "marketing" | "content" | "performance" | "design" => MARKETING,
            "product_owner" => PRODUCT,
            "sales" => SALES,
            _ => Audience::NOBODY,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::all;

    #[test]
    fn every_rule_concerns_somebody_and_every_role_has_rules() {
        for rule in all() {
            assert!(!audience(&Code::new(rule.code)).is_empty(), "{}", rule.code);
        }
        for role in Role::ALL {
            let of_all = EXCEPTIONS.iter().chain(GROUPS).filter(|(_, audience)| audience.contains(role));
            assert!(of_all.count() > 3, "{role:?}");
        }
    }

    #[test]
    fn every_group_of_the_catalogue_is_listed() {
        for rule in all() {
            let group = rule.code.split('/').next().unwrap();
            assert!(GROUPS.iter().any(|(name, _)| *name == group), "{group}");
        }
        for (code, audience) in EXCEPTIONS {
            let group = GROUPS.iter().find(|(name, _)| Some(*name) == code.split('/').next()).unwrap();
            assert_ne!(group.1, *audience, "{code} is as its group");
        }
    }

    /// Findings of the code with whom they concern, in the order of the text.
    fn concerned(source: &str, code: &str) -> Vec<Vec<&'static str>> {
        let checked = crate::testing::check(source, "2026-02-02");
        let readers = Readers::of(&checked.built.model);
        let found = checked.findings.iter().filter(|finding| finding.code.as_str() == code);
        found.map(|finding| readers.of_finding(finding).roles().map(Role::as_str).collect()).collect()
    }

    const PLAN: &str = r#"roadmap "R" { period 2026-Q1 }
person mai "Mai" { role cmo }
person lan "Lan" { role marketing }
person tu  "Tú"  { role sales }
person po  "Pô"  { role product_owner }
phase a "A" 2026-Q1 {
  owner mai
  focus "x"
  channel seo
  goal g "G" { owner lan; kpi leads 0 -> 5 by 2026-03-31 }
  activity x "X" { owner tu; kpi leads >= 5; deadline 2026-01-09; task "T" { owner po; deadline 2026-01-08 } }
  activity y "Y" { owner lan; kpi leads >= 5; deadline 2026-01-09 }
  launch l "L" { owner lan; deadline 2026-01-09 }
  script s "S" { owner lan; for x; deadline 2026-01-09 }
}
"#;

    #[test]
    fn an_item_concerns_its_owner_and_whoever_it_is_made_for() {
        assert_eq!(
            concerned(PLAN, "time/overdue"),
            [
                vec!["marketing", "sales"],
                vec!["marketing", "product"],
                vec!["marketing"],
                vec!["marketing", "product"],
                vec!["marketing", "sales"],
            ],
            "an activity of sales, a task of product in it, an activity of marketing, a launch and a script"
        );
    }

    #[test]
    fn what_has_no_owner_concerns_whoever_answers_for_what_it_stands_in() {
        let source = PLAN
            .replace("owner mai", "owner po")
            .replace("activity y \"Y\" { owner lan; ", "activity y \"Y\" { ");
        assert_eq!(concerned(&source, "people/owner-missing"), [["cmo", "marketing", "product"]]);
    }

    #[test]
    fn errors_of_the_language_concern_everybody() {
        let source = PLAN.replace("kpi leads >= 5", "kpi leeds >= 5");
        assert_eq!(concerned(&source, "name/unknown"), vec![vec!["cmo", "marketing", "product", "sales"]; 2]);
    }
}
