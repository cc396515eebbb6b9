//! Giving something another name, everywhere, or saying why not.

use roadmap_db::Analysis;
use roadmap_diag::{FileId, Message, TextRange};
use roadmap_schema::Kind;
use roadmap_sema::catalog;
use roadmap_sema::model::{Field, Id, Model, Named, Phase, WorkRef};
use roadmap_sema::names::normalize;
use roadmap_sema::property_names;
use roadmap_sema::value::is_identifier;
use smol_str::SmolStr;

use crate::locate::{self, Occurrence};

/// What a rename changes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Renaming {
    /// What to replace, by file and offset; the same text everywhere, save the part of a path.
    pub edits: Vec<(FileId, TextRange, String)>,
}

/// Why something cannot be renamed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RenameError {
    /// No name stands here, or one that nothing has.
    Nothing,
    /// It is built in: no plan declares it.
    BuiltIn(SmolStr),
    /// Its statement has a title alone, and no name to change.
    Unnamed(SmolStr),
    /// The new name is no identifier.
    NoIdentifier(SmolStr),
    /// The new name is taken, or would then be read as another thing that has it.
    Taken {
        /// The new name.
        name: SmolStr,
        /// What has it.
        by: SmolStr,
    },
    /// The new name is that of a metric or channel that is built in.
    TakenByBuiltIn(SmolStr),
    /// The new name of a field is a property already.
    TakenByProperty {
        /// The new name.
        name: SmolStr,
        /// The kind of statement that has it.
        kind: Kind,
    },
    /// A rule of the company's would then be read in another way.
    TakenInRule {
        /// The new name.
        name: SmolStr,
        /// The rule.
        rule: SmolStr,
    },
}

impl RenameError {
    /// It in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Nothing => Message::new("ide-rename-nothing"),
            Self::BuiltIn(name) => Message::new("ide-rename-built-in").with("name", name.as_str()),
            Self::Unnamed(title) => Message::new("ide-rename-unnamed").with("title", title.as_str()),
            Self::NoIdentifier(name) => Message::new("ide-rename-no-identifier").with("name", name.as_str()),
            Self::Taken { name, by } => {
                Message::new("ide-rename-taken").with("name", name.as_str()).with("by", by.as_str())
            }
            Self::TakenByBuiltIn(name) => {
                Message::new("ide-rename-taken-built-in").with("name", name.as_str())
            }
            Self::TakenByProperty { name, kind } => Message::new("ide-rename-taken-property")
                .with("name", name.as_str())
                .with("kind", kind.keyword()),
            Self::TakenInRule { name, rule } => {
                Message::new("ide-rename-taken-rule").with("name", name.as_str()).with("rule", rule.as_str())
            }
        }
    }
}

/// What a rename at `offset` would change the name of: its place and its words.
///
/// # Errors
/// Where nothing there can be renamed.
pub fn prepare_rename(
    analysis: &Analysis,
    file: FileId,
    offset: u32,
) -> Result<(TextRange, SmolStr), RenameError> {
    let name = renameable(analysis, file, offset)?;
    Ok((name.range, analysis.model.head_of(name.named).id.clone()))
}

/// Gives what is named at `offset` the name `new`, in every file.
///
/// # Errors
/// Where nothing there can be renamed, `new` is no identifier, or the plan would then mean something else.
pub fn rename(analysis: &Analysis, file: FileId, offset: u32, new: &str) -> Result<Renaming, RenameError> {
    let name = renameable(analysis, file, offset)?;
    let new = normalize(new.trim());
    if !is_identifier(&new) {
        return Err(RenameError::NoIdentifier(new));
    }
    if analysis.model.head_of(name.named).id == new {
        return Ok(Renaming::default());
    }
    check(analysis, name.named, &new)?;
    let places = locate::all(analysis, name.named);
    let edits = places.into_iter().map(|place| (place.file, place.range, new.to_string()));
    Ok(Renaming { edits: edits.collect() })
}

fn renameable(analysis: &Analysis, file: FileId, offset: u32) -> Result<Occurrence, RenameError> {
    let name = locate::at(analysis, file, offset).ok_or(RenameError::Nothing)?;
    let head = analysis.model.head_of(name.named);
    if head.place.is_none() {
        return Err(RenameError::BuiltIn(head.id.clone()));
    }
    if locate::declaration(analysis, name.named).is_none() {
        return Err(RenameError::Unnamed(head.title.clone()));
    }
    Ok(name)
}

/// Whether everything means the same when `named` is called `new`.
fn check(analysis: &Analysis, named: Named, new: &SmolStr) -> Result<(), RenameError> {
    let model = &*analysis.model;
    let others = || model.all_named().filter(|other| *other != named && model.head_of(*other).id == *new);
    let taken = |by: Named| RenameError::Taken { name: new.clone(), by: called(model, by) };
    match named {
        Named::Work(work) => {
            work_clash(analysis, work, new).map_or(Ok(()), |other| Err(taken(Named::Work(other))))
        }
        Named::Person(_) | Named::Team(_) => {
            let other = others().find(|other| matches!(other, Named::Person(_) | Named::Team(_)));
            other.map_or(Ok(()), |other| Err(taken(other)))
        }
        Named::Field(field) => field_clash(analysis, field, new).map_or(Ok(()), Err),
        _ => {
            let built_in = match named {
                Named::Metric(_) => catalog::metric(new).is_some(),
                Named::Channel(_) => catalog::channel(new).is_some(),
                _ => false,
            };
            let same = std::mem::discriminant(&named);
            let other = others().find(|other| std::mem::discriminant(other) == same);
            match other {
                Some(other) if model.head_of(other).place.is_some() => Err(taken(other)),
                _ if built_in => Err(RenameError::TakenByBuiltIn(new.clone())),
                _ => Ok(()),
            }
        }
    }
}

/// A property of that name which the kind has, or a rule in which the name stands for something else.
fn field_clash(analysis: &Analysis, field: Id<Field>, new: &SmolStr) -> Option<RenameError> {
    let model = &*analysis.model;
    let kind = model[field].on?;
    let mut others = model.fields.iter().filter(|(id, _)| *id != field);
    if let Some((other, _)) = others.find(|(_, other)| other.on == Some(kind) && other.head.id == *new) {
        return Some(RenameError::Taken { name: new.clone(), by: called(model, Named::Field(other)) });
    }
    // A channel of a phase takes the fields of channels.
    let inside = [kind, if kind == Kind::Channel { Kind::PhaseChannel } else { kind }];
    let is_keyword = inside.iter().any(|kind| roadmap_schema::find(*kind, new).is_some());
    if is_keyword || property_names(model, kind).contains(&new.as_str()) {
        return Some(RenameError::TakenByProperty { name: new.clone(), kind });
    }
    let sees = |on: Option<Kind>| on == Some(kind) || kind == Kind::Phase;
    let in_rule = locate::in_rules(analysis).filter(|(rule, _)| sees(rule.on)).find(|(_, names)| {
        let hides = |(id, words): &(Id<Field>, Vec<SmolStr>)| *id == field && words.contains(new);
        names.words.contains(new) || names.beside.iter().any(hides)
    });
    in_rule.map(|(rule, _)| RenameError::TakenInRule { name: new.clone(), rule: rule.name.clone() })
}

/// “Landing page (foundation.landing)”: enough to find it.
fn called(model: &Model, named: Named) -> SmolStr {
    let head = model.head_of(named);
    SmolStr::new(format!("{} ({})", head.title, head.path))
}

/// Work that `new` would stand for in some place instead of what is meant there: in the same block, or because a name of
/// a phase hides one of the top level, or because two phases have it and nothing decides.
fn work_clash(analysis: &Analysis, renamed: WorkRef, new: &SmolStr) -> Option<WorkRef> {
    let model = &*analysis.model;
    let works = || {
        model.all_named().filter_map(|named| if let Named::Work(work) = named { Some(work) } else { None })
    };
    let namesakes: Vec<WorkRef> =
        works().filter(|work| *work != renamed && model.head_of(Named::Work(*work)).id == *new).collect();
    if let Some(same) = namesakes.iter().find(|work| home(model, **work) == home(model, renamed)) {
        return Some(*same);
    }
    let called: Vec<WorkRef> = namesakes.iter().copied().chain([renamed]).collect();
    // A name alone is looked for in its own phase, then at the top level, then wherever there is only one.
    let means =
        |from: Option<Id<Phase>>| {
            let at = |wanted| called.iter().copied().find(|work| home(model, *work) == wanted);
            from.and_then(|phase| at(Some(phase)))
                .or_else(|| at(None))
                .or(if let [only] = called.as_slice() { Some(*only) } else { None })
        };
    let uses = model.uses.iter().filter(|name| name.part == 0 && !analysis.text(name.span).contains('.'));
    for name in uses {
        let Named::Work(work) = name.named else { continue };
        if !called.contains(&work) {
            continue;
        }
        let phase = phase_around(model, name.span);
        if means(phase) != Some(work) {
            return means(phase).filter(|other| *other != renamed).or(namesakes.first().copied());
        }
    }
    None
}

fn home(model: &Model, work: WorkRef) -> Option<Id<Phase>> {
    match work {
        WorkRef::Goal(id) => model[id].phase,
        WorkRef::Activity(id) => model[id].phase,
        WorkRef::Launch(id) => model[id].phase,
        WorkRef::Script(id) => model[id].phase,
        WorkRef::Milestone(id) => model[id].phase,
    }
}

/// The phase in whose block a place stands.
fn phase_around(model: &Model, span: roadmap_diag::Span) -> Option<Id<Phase>> {
    model.phases.iter().find_map(|(id, phase)| {
        let whole = phase.head.place?.whole;
        let inside =
            (whole.file, whole.item) == (span.file, span.item) && whole.range.contains_range(span.range);
        inside.then_some(id)
    })
}

#[cfg(test)]
mod tests {
    use roadmap_diag::{Locale, render};

    use super::*;
    use crate::fixture::Fixture;

    /// The text after the name at `$0` became `new`, else why not.
    fn renamed(text: &str, new: &str) -> String {
        let fixture = Fixture::new(text);
        match rename(&fixture.analysis, fixture.file, fixture.offset, new) {
            Ok(renaming) => fixture.edited(&renaming.edits),
            Err(error) => render(&error.message(), Locale::En),
        }
    }

    #[test]
    fn every_place_gets_the_new_name_and_nothing_else() {
        let table = [
            (
                "person l$0an \"lan lan\"\ngoal g \"lan\" { owner lan; note \"lan\" }",
                "person hoa \"lan lan\"\ngoal g \"lan\" { owner hoa; note \"lan\" }",
            ),
            (
                "phase p \"P\" 2026 { activity lan$0 \"A\" }\nactivity b \"B\" { after p.lan +3d }",
                "phase p \"P\" 2026 { activity hoa \"A\" }\nactivity b \"B\" { after p.hoa +3d }",
            ),
            (
                "phase l$0an \"P\" 2026 { activity a \"A\" }\nactivity b \"B\" { after lan.a }",
                "phase hoa \"P\" 2026 { activity a \"A\" }\nactivity b \"B\" { after hoa.a }",
            ),
            (
                "channel lan \"L\"\nactivity a \"A\" { channel la$0n 70%, seo 30% }",
                "channel hoa \"L\"\nactivity a \"A\" { channel hoa 70%, seo 30% }",
            ),
            (
                "metric lan \"L\"\nmetric n \"N\" = $0lan / lan",
                "metric hoa \"L\"\nmetric n \"N\" = hoa / hoa",
            ),
            (
                "activity lan$0 \"A\" { deadline 2026-02-02 }\nreview 2026-02-01 weekly { changes lan.deadline 2026-02-01 -> 2026-02-02 }",
                "activity hoa \"A\" { deadline 2026-02-02 }\nreview 2026-02-01 weekly { changes hoa.deadline 2026-02-01 -> 2026-02-02 }",
            ),
        ];
        for (text, expected) in table {
            assert_eq!(renamed(text, "hoa"), expected, "{text}");
        }
    }

    #[test]
    fn a_rename_reaches_every_file() {
        let text = "//- main.roadmap\nroadmap \"R\" { period 2026 }\ninclude \"people.roadmap\"\ngoal g \"G\" { owner l$0an }\n\
                    //- people.roadmap\nperson lan \"Lan\"\n";
        assert_eq!(
            renamed(text, "huệ"),
            "//- main.roadmap\nroadmap \"R\" { period 2026 }\ninclude \"people.roadmap\"\ngoal g \"G\" { owner huệ }\n\
             //- people.roadmap\nperson huệ \"Lan\"\n"
        );
    }

    #[test]
    fn what_cannot_be_renamed_says_why() {
        let table = [
            ("goal g \"G\" { owner $0nobody }", "hoa", "no name that can be changed stands here"),
            ("activity a \"A\" { kpi $0leads >= 5 }", "hoa", "`leads` is built in, and keeps its name"),
            (
                "person $0lan \"Lan\"",
                "two words",
                "`two words` is no name: write letters, digits and `_`, and no digit first",
            ),
            (
                "person $0lan \"Lan\"",
                "landing-page",
                "`landing-page` is no name: write letters, digits and `_`, and no digit first",
            ),
            ("person $0lan \"Lan\"", "", "`` is no name: write letters, digits and `_`, and no digit first"),
            ("person $0lan \"Lan\"\nteam c \"Content\"", "c", "the name `c` is taken by Content (c)"),
            ("metric $0m \"M\"\nalert m behind 5%", "leads", "`leads` is the name of something built in"),
            (
                "phase p \"P\" 2026 { activity $0a \"A\"; launch b \"B\" { } }",
                "b",
                "the name `b` is taken by B (p.b)",
            ),
            // Inside the phase, the name of the top level would be hidden.
            (
                "phase p \"P\" 2026 { activity $0a \"A\"; activity c \"C\" { after b } }\nactivity b \"B\"",
                "b",
                "the name `b` is taken by B (b)",
            ),
            // From outside, two phases would have it.
            (
                "phase p \"P\" 2026-Q1 { activity $0a \"A\" }\nphase q \"Q\" 2026-Q2 { activity b \"B\" }\nactivity c \"C\" { after b }",
                "b",
                "the name `b` is taken by B (q.b)",
            ),
        ];
        for (text, new, why) in table {
            assert_eq!(renamed(text, new), why, "{text} to {new}");
        }
    }

    #[test]
    fn a_field_is_renamed_in_the_companys_rules() {
        let table = [
            (
                "field si$0ze on activity { type number }\nrule a/b \"B\" { on activity; when size > 5 and not size; say \"{title}: { size } {{size}} \\u{2014} {size}\" }\nactivity a \"A\" { size 5 }",
                "field area on activity { type number }\nrule a/b \"B\" { on activity; when area > 5 and not area; say \"{title}: { area } {{size}} \\u{2014} {area}\" }\nactivity a \"A\" { area 5 }",
            ),
            (
                "field size on phase { type number }\nrule a/b \"B\" { on activity; when phase.si$0ze in (5, 6); say \"{phase.size}\" }",
                "field area on phase { type number }\nrule a/b \"B\" { on activity; when phase.area in (5, 6); say \"{phase.area}\" }",
            ),
            // The same word of another kind, or for itself, stays.
            (
                "field size on activity { type text }\nfield size on goal { type one_of \"size\", \"x\" }\nrule a/b \"B\" { on goal; when size = size; say \"{size}\" }\nrule a/c \"C\" { on activity; when kind = size; say \"\"\"\n  \\{si$0ze}\n\"\"\" }",
                "field area on activity { type text }\nfield size on goal { type one_of \"size\", \"x\" }\nrule a/b \"B\" { on goal; when size = size; say \"{size}\" }\nrule a/c \"C\" { on activity; when kind = area; say \"\"\"\n  \\{area}\n\"\"\" }",
            ),
        ];
        for (text, expected) in table {
            assert_eq!(renamed(text, "area"), expected, "{text}");
        }
    }

    #[test]
    fn what_a_rule_compares_with_is_renamed() {
        let text = "person l$0an \"Lan\"\nphase p \"P\" 2026\nrule a/b \"B\" { on activity; when owner in (lan, \"Lan\") and phase = p; say \"lan\" }";
        assert_eq!(renamed(text, "hoa"), text.replace("l$0an", "hoa").replace("(lan", "(hoa"));
        let text = text.replace("l$0an", "lan").replace("phase p ", "phase $0p ");
        assert_eq!(
            renamed(&text, "q"),
            text.replace("phase $0p ", "phase q ").replace("phase = p", "phase = q")
        );
    }

    #[test]
    fn a_field_takes_no_name_that_means_something() {
        let field = "field $0size on activity { type text }\nfield area on activity { type text }\n";
        let rule = "rule a/b \"B\" { on activity; when kind = webinar and owner = size; say \"\" }\nperson lan \"Lan\"\n";
        let table = [
            ("area", "the name `area` is taken by area (area)"),
            ("budget", "`budget` is a property of `activity` already"),
            ("title", "`title` is a property of `activity` already"),
            ("webinar", "in the rule `a/b`, `webinar` would mean something else"),
            ("lan", "in the rule `a/b`, `lan` would mean something else"),
        ];
        for (new, why) in table {
            assert_eq!(renamed(&format!("{field}{rule}"), new), why, "{new}");
        }
    }

    #[test]
    fn the_same_name_in_another_phase_is_no_clash() {
        let text = "phase p \"P\" 2026-Q1 { activity $0a \"A\"; activity c \"C\" { after a } }\nphase q \"Q\" 2026-Q2 { activity b \"B\" }";
        assert_eq!(
            renamed(text, "b"),
            "phase p \"P\" 2026-Q1 { activity b \"A\"; activity c \"C\" { after b } }\nphase q \"Q\" 2026-Q2 { activity b \"B\" }"
        );
    }

    #[test]
    fn what_is_renamed_is_the_name_alone() {
        let fixture =
            Fixture::new("phase p \"P\" 2026 { activity a \"A\" }\nactivity b \"B\" { after p.a$0 +3d }");
        let (range, name) = prepare_rename(&fixture.analysis, fixture.file, fixture.offset).unwrap();
        assert_eq!(name, "a");
        assert_eq!(fixture.line_of(fixture.file, range), "activity b \"B\" { after p.⟦a⟧ +3d }");
    }
}
