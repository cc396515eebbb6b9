//! Going to what a name names, and to where it is named.

use roadmap_db::Analysis;
use roadmap_diag::{FileId, TextRange};

use crate::locate;

/// A place in the project.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// What to select there.
    pub range: TextRange,
    /// The whole of what stands there: a statement with its block, for a declaration.
    pub whole: TextRange,
}

/// Where the name at `offset` is declared; nowhere for what is built in.
#[must_use]
pub fn definition(analysis: &Analysis, file: FileId, offset: u32) -> Option<Location> {
    let name = locate::at(analysis, file, offset)?;
    let head = analysis.model.head_of(name.named);
    let place = head.place?;
    let span = head.id_span.unwrap_or(place.keyword);
    Some(Location { file: span.file, range: analysis.resolve(span), whole: analysis.resolve(place.whole) })
}

/// Every place where the thing at `offset` is named, by file and offset; with its declaration where that is wanted.
#[must_use]
pub fn references(analysis: &Analysis, file: FileId, offset: u32, with_declaration: bool) -> Vec<Location> {
    let Some(name) = locate::at(analysis, file, offset) else { return Vec::new() };
    locate::all(analysis, name.named)
        .into_iter()
        .filter(|found| with_declaration || !found.declares)
        .map(|found| Location { file: found.file, range: found.range, whole: found.range })
        .collect()
}

/// The places in the same file where the thing at `offset` is named, and whether each is its declaration.
#[must_use]
pub fn highlight(analysis: &Analysis, file: FileId, offset: u32) -> Vec<(TextRange, bool)> {
    let Some(name) = locate::at(analysis, file, offset) else { return Vec::new() };
    locate::all(analysis, name.named)
        .into_iter()
        .filter(|found| found.file == file)
        .map(|found| (found.range, found.declares))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::fixture::Fixture;

    use super::*;

    /// The line that `$0` leads to, with what is selected there in `⟦⟧`.
    fn leads_to(text: &str) -> String {
        let fixture = Fixture::new(text);
        let found = definition(&fixture.analysis, fixture.file, fixture.offset);
        found.map_or_else(|| "nowhere".to_owned(), |found| fixture.line_of(found.file, found.range))
    }

    fn named_at(text: &str) -> Vec<String> {
        let fixture = Fixture::new(text);
        let found = references(&fixture.analysis, fixture.file, fixture.offset, true);
        found.into_iter().map(|found| fixture.line_of(found.file, found.range)).collect()
    }

    #[test]
    fn a_name_leads_to_its_declaration() {
        let table = [
            ("person lan \"Lan\"\ngoal g \"G\" { owner l$0an }", "person ⟦lan⟧ \"Lan\""),
            ("person lan \"Lan\"\ngoal g \"G\" { owner lan$0 }", "person ⟦lan⟧ \"Lan\""),
            ("person lan \"Lan\"\ngoal g \"G\" { owner $0lan }", "person ⟦lan⟧ \"Lan\""),
            ("team c \"C\" { members l$0an }\nperson lan \"Lan\"", "person ⟦lan⟧ \"Lan\""),
            ("metric m \"M\"\nactivity a \"A\" { kpi $0m >= 5 }", "metric ⟦m⟧ \"M\""),
            ("metric m \"M\"\nmetric n \"N\" = m$0 / m", "metric ⟦m⟧ \"M\""),
            ("activity a \"A\"\nactivity b \"B\" { after $0a +3d }", "activity ⟦a⟧ \"A\""),
            (
                "phase p \"P\" 2026 { activity a \"A\" }\nactivity b \"B\" { after p.$0a }",
                "phase p \"P\" 2026 { activity ⟦a⟧ \"A\" }",
            ),
            (
                "phase p \"P\" 2026 { activity a \"A\" }\nactivity b \"B\" { after $0p.a }",
                "phase ⟦p⟧ \"P\" 2026 { activity a \"A\" }",
            ),
            ("channel c \"C\"\nactivity a \"A\" { channel $0c 70%, seo 30% }", "channel ⟦c⟧ \"C\""),
            (
                "field size on activity { type number }\nactivity a \"A\" { si$0ze 5 }",
                "field ⟦size⟧ on activity { type number }",
            ),
            (
                "launch l \"L\" { deadline 2026-02-02 }\nscript s \"S\" { for $0l }",
                "launch ⟦l⟧ \"L\" { deadline 2026-02-02 }",
            ),
            // What is built in stands nowhere, and what nobody declared neither.
            ("activity a \"A\" { kpi $0leads >= 5 }", "nowhere"),
            ("goal g \"G\" { owner $0nobody }", "nowhere"),
            ("goal g \"$0G\"", "nowhere"),
        ];
        for (text, line) in table {
            assert_eq!(leads_to(text), line, "{text}");
        }
    }

    #[test]
    fn names_are_followed_into_other_files() {
        let text = "//- main.roadmap\nroadmap \"R\" { period 2026 }\ninclude \"people.roadmap\"\ngoal g \"G\" { owner hu$0ệ }\n\
                    //- people.roadmap\nperson huệ \"Huệ\"\n";
        assert_eq!(leads_to(text), "people.roadmap: person ⟦huệ⟧ \"Huệ\"");
    }

    #[test]
    fn a_name_in_two_unicode_forms_is_one() {
        // Declared composed, used as other keyboards type it.
        let text = "person hu\u{1ec7} \"H\"\ngoal g \"G\" { owner hue\u{323}\u{302}$0 }";
        assert_eq!(leads_to(text), "person ⟦hu\u{1ec7}⟧ \"H\"");
    }

    #[test]
    fn every_use_is_found() {
        let text =
            "person l$0an \"Lan\"\nteam t \"T\" { lead lan; members lan }\ngoal g \"G\" { owner lan }\n";
        assert_eq!(
            named_at(text),
            [
                "person ⟦lan⟧ \"Lan\"",
                "team t \"T\" { lead ⟦lan⟧; members lan }",
                "team t \"T\" { lead lan; members ⟦lan⟧ }",
                "goal g \"G\" { owner ⟦lan⟧ }"
            ]
        );
    }

    #[test]
    fn what_is_built_in_has_uses_and_no_declaration() {
        let text = "activity a \"A\" { kpi lea$0ds >= 5; channel seo }\nalert leads behind 15%\n";
        assert_eq!(
            named_at(text),
            ["activity a \"A\" { kpi ⟦leads⟧ >= 5; channel seo }", "alert ⟦leads⟧ behind 15%"]
        );
    }

    #[test]
    fn names_in_broken_text_are_found_where_they_are_whole() {
        let text = "person lan \"Lan\"\nphase p \"P 2026-Q1 {\n  goal g \"G\" { owner $0lan\n";
        assert_eq!(leads_to(text), "person ⟦lan⟧ \"Lan\"");
    }

    #[test]
    fn a_highlight_stays_in_its_file() {
        let text = "//- main.roadmap\nroadmap \"R\" { period 2026 }\ninclude \"a.roadmap\"\nperson lan \"Lan\"\ngoal g \"G\" { owner l$0an }\n\
                    //- a.roadmap\ngoal h \"H\" { owner lan }\n";
        let fixture = Fixture::new(text);
        let found = highlight(&fixture.analysis, fixture.file, fixture.offset);
        let kinds: Vec<bool> = found.iter().map(|(_, declares)| *declares).collect();
        assert_eq!(kinds, [true, false]);
    }
}
