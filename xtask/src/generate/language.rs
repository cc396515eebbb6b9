//! The language reference: an introduction written by hand, and a section for each block made from the table.

use roadmap_schema::{Doc, Kind, Required, Row, Times, inside, rows};

use super::notation;

/// A language that the reference is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Language {
    English,
    Vietnamese,
}

impl Language {
    /// The one of the two that is in this language.
    pub(crate) fn pick<T>(self, en: T, vi: T) -> T {
        match self {
            Self::English => en,
            Self::Vietnamese => vi,
        }
    }

    fn doc(self, doc: Doc) -> &'static str {
        self.pick(doc.en, doc.vi)
    }
}

/// Where the introduction wants the sections that are made from the table.
const MARK: &str = "<!-- the table -->\n";

/// The whole reference, as Markdown.
pub(crate) fn reference(language: Language) -> String {
    let introduction = language.pick(include_str!("language/en.md"), include_str!("language/vi.md"));
    let mut table = String::new();
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Leaf) {
        section(&mut table, kind, language);
    }
    common(&mut table, language);
    let notice =
        "<!-- Made by `cargo xtask generate` from crates/schema and xtask/src/generate/language. -->\n\n";
    format!("{notice}{}", introduction.replace("\r\n", "\n").replace(MARK, table.trim_end_matches('\n')))
}

/// One block: the statements that open it, then a table of what stands inside.
fn section(out: &mut String, kind: Kind, language: Language) {
    line(out, &format!("### {}", heading(kind, language)));
    line(out, "");
    for row in rows().filter(|row| row.kind == kind) {
        opener(out, row, language);
    }
    let inner: Vec<&Row> = inside(kind).iter().copied().filter(|row| !is_common(row)).collect();
    if !inner.is_empty() {
        table(out, &inner, language);
    }
}

/// What any block may have besides its own properties.
fn common(out: &mut String, language: Language) {
    line(out, &format!("### {}", language.pick("In any block", "Trong mọi khối")));
    line(out, "");
    let rows: Vec<&Row> = rows().filter(|row| is_common(row)).collect();
    table(out, &rows, language);
}

/// Whether the row may stand in every block, so that one table for all is enough.
fn is_common(row: &Row) -> bool {
    Kind::ALL.into_iter().all(|kind| matches!(kind, Kind::File | Kind::Leaf) || row.stands_in(kind))
}

fn opener(out: &mut String, row: &Row, language: Language) {
    let places: Vec<String> = row.parents.iter().map(|kind| link(*kind, language)).collect();
    line(out, &format!("`{} {{ … }}`", notation::signature(row)));
    line(out, "");
    line(out, language.doc(row.doc));
    line(out, "");
    let stands = language.pick("Stands in", "Đặt trong");
    line(out, &format!("- {stands}: {}; {}", places.join(", "), rules(row, language)));
    for (name, form) in notation::values(row, language) {
        line(out, &format!("- `{name}`: {form}"));
    }
    line(out, "");
    line(out, &format!("```roadmap\n{}\n```\n", row.example));
}

fn table(out: &mut String, rows: &[&Row], language: Language) {
    line(
        out,
        language.pick(
            "| Statement | Values | How often | Meaning | Example |",
            "| Câu lệnh | Giá trị | Số lần | Ý nghĩa | Ví dụ |",
        ),
    );
    line(out, "| --- | --- | --- | --- | --- |");
    for row in rows {
        let values: Vec<String> = notation::values(row, language)
            .into_iter()
            .map(|(name, form)| format!("`{name}`: {form}"))
            .collect();
        // What has a section of its own is told there; here its first sentence and one line are enough.
        let doc = language.doc(row.doc);
        let (meaning, example) = if row.kind == Kind::Leaf {
            (doc.to_owned(), format!("`{}`", row.example))
        } else {
            let first = doc.split_once(". ").map_or(doc, |(first, _)| first);
            let see = language.pick("See", "Xem");
            (format!("{}. {see} {}.", first.trim_end_matches('.'), link(row.kind, language)), String::new())
        };
        let cells = [
            format!("`{}`", notation::signature(row)),
            values.join("<br>"),
            rules(row, language),
            meaning,
            example,
        ];
        line(out, &format!("| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | ")));
    }
    line(out, "");
}

/// How often the statement stands, and what holds or happens without it.
fn rules(row: &Row, language: Language) -> String {
    let times = match row.times {
        Times::Once => language.pick("once", "một lần"),
        Times::Many => language.pick("any number", "nhiều lần"),
    };
    let required = match row.required {
        Required::No => None,
        Required::Schema => Some("schema/missing"),
        Required::Rule(code) => Some(code),
    };
    let mut text = times.to_owned();
    if let Some(code) = required {
        text.push_str(&format!("; {} (`{code}`)", language.pick("required", "bắt buộc")));
    }
    if let Some(value) = row.default {
        text.push_str(&format!("; {} `{value}`", language.pick("left out:", "bỏ trống:")));
    }
    text
}

/// The heading of a kind's section, without the marks.
fn heading(kind: Kind, language: Language) -> String {
    match kind {
        Kind::File => language.pick("Top level", "Cấp ngoài cùng").to_owned(),
        Kind::PhaseChannel => language.pick("`channel` in a phase", "`channel` trong giai đoạn").to_owned(),
        _ => format!("`{}`", kind.keyword()),
    }
}

/// A link to the section of a kind.
fn link(kind: Kind, language: Language) -> String {
    let heading = heading(kind, language);
    format!("[{heading}](#{})", anchor(&heading))
}

/// The anchor that Markdown renderers give a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use roadmap_schema::{Kind, rows};

    use super::{Language, MARK, anchor, reference};

    const BOTH: [Language; 2] = [Language::English, Language::Vietnamese];

    #[test]
    fn the_reference_tells_every_keyword_and_every_example() {
        for language in BOTH {
            let text = reference(language).replace("\\|", "|");
            assert!(!text.contains(MARK.trim()));
            for row in rows() {
                assert!(text.contains(&format!("`{}", super::notation::signature(row))), "{}", row.keyword);
                if row.kind == Kind::Leaf {
                    assert!(text.contains(language.doc(row.doc)), "{}", row.keyword);
                }
                assert!(text.contains(row.example), "{}", row.example);
            }
        }
    }

    #[test]
    fn every_link_within_the_reference_leads_somewhere() {
        for language in BOTH {
            let text = reference(language);
            let anchors: Vec<String> = text
                .lines()
                .filter(|line| line.starts_with('#'))
                .map(|line| anchor(line.trim_start_matches('#').trim()))
                .collect();
            let unique: BTreeSet<_> = anchors.iter().collect();
            assert_eq!(unique.len(), anchors.len(), "two headings with one anchor");
            for target in text.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
                assert!(anchors.iter().any(|anchor| anchor == target), "#{target} leads nowhere");
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_sections_in_the_introduction() {
        let levels = |text: &str| -> Vec<usize> {
            let headings = text.lines().filter(|line| line.starts_with('#'));
            headings.map(|line| line.chars().take_while(|c| *c == '#').count()).collect()
        };
        assert_eq!(levels(include_str!("language/en.md")), levels(include_str!("language/vi.md")));
    }

    #[test]
    fn a_row_of_a_table_is_one_line_of_five_cells() {
        for language in BOTH {
            for line in reference(language).lines().filter(|line| line.starts_with("| `")) {
                let bars = line.replace("\\|", "").matches('|').count();
                assert!(bars == 6 || bars == 4, "{line}");
            }
        }
    }
}
