//! Tables: what is written, and what it is.

use std::fmt::Write as _;

use roadmap_diag::{Locale, Severity, render};

use super::lexer::tokens;
use crate::value::{AtomContext, AtomKind, ValueError, atoms};

fn read(text: &str, lang: Locale) -> (Vec<AtomKind>, Vec<ValueError>) {
    let ctx = AtomContext { lang: Some(lang), year: Some(2026) };
    let (atoms, errors) = atoms(&tokens(text), &ctx);
    (atoms.into_iter().map(|atom| atom.kind).collect(), errors)
}

/// Each atom as its kind and its source form.
fn shown(text: &str) -> String {
    let (kinds, errors) = read(text, Locale::Vi);
    assert!(errors.is_empty(), "{text}: {}", render(&errors[0].message, Locale::En));
    let shown: Vec<String> = kinds
        .iter()
        .map(|kind| {
            let debug = format!("{kind:?}");
            let name: String = debug.chars().take_while(|c| c.is_alphanumeric()).collect();
            format!("{name} {kind}")
        })
        .collect();
    shown.join(" | ")
}

#[test]
fn legal_forms_are_read_without_a_word() {
    let table = [
        ("lan", "Name lan"),
        ("chiến_dịch", "Name chiến_dịch"),
        ("tomorrow", "Name tomorrow"),
        // Four letters and `h0` are a name, not a half of a year.
        ("a00ah0", "Name a00ah0"),
        ("foundation.landing", "Path foundation.landing"),
        ("\"Xây \\\"nền\\\"\\n\\u{202e}\"", "Str \"Xây \\\"nền\\\"\\n\u{202e}\""),
        ("5_000", "Number 5_000"),
        ("5000", "Number 5000"),
        ("1.5", "Number 1.5"),
        ("0.125", "Number 0.125"),
        ("1234.567", "Number 1_234.567"),
        ("1.2340", "Number 1.2340"),
        ("120k", "Number 120_000"),
        ("2.4M", "Number 2_400_000"),
        ("2_400M", "Number 2_400_000_000"),
        ("1.2B", "Number 1_200_000_000"),
        ("300tr", "Number 300_000_000"),
        ("1.5tỷ", "Number 1_500_000_000"),
        ("1.5tỉ", "Number 1_500_000_000"),
        ("2ty", "Number 2_000_000_000"),
        ("-5", "Number -5"),
        ("+1_200", "Number +1_200"),
        ("15%", "Percent 15%"),
        ("+30%", "Percent +30%"),
        ("-10%", "Percent -10%"),
        ("12.5%", "Percent 12.5%"),
        ("+3pp", "Points +3pp"),
        ("120M VND", "Number 120_000_000 | Name VND"),
        ("90M VND + 30M VND", "Number 90_000_000 | Name VND | Op + | Number 30_000_000 | Name VND"),
        ("2026-03-31", "Date 2026-03-31"),
        ("2028-02-29", "Date 2028-02-29"),
        ("2026", "Number 2026"),
        ("2026-H1", "Period 2026-H1"),
        ("2026-Q1", "Period 2026-Q1"),
        ("2026-03", "Period 2026-03"),
        ("2026-W07", "Period 2026-W07"),
        ("2026-W53", "Period 2026-W53"),
        ("2026-01-05..2026-02-15", "Date 2026-01-05 | Op .. | Date 2026-02-15"),
        ("2026-Q1..2026-Q2", "Period 2026-Q1 | Op .. | Period 2026-Q2"),
        ("10d", "Duration 10d"),
        ("6w", "Duration 6w"),
        ("3mo", "Duration 3mo"),
        ("5bd", "Duration 5bd"),
        ("landing +3d", "Name landing | Lag +3d"),
        ("landing -2bd", "Name landing | Lag -2bd"),
        (">= 1_500", "Op >= | Number 1_500"),
        ("2..4", "Number 2 | Op .. | Number 4"),
        ("25% -> 15%", "Percent 25% | Op -> | Percent 15%"),
        (
            "budget > 250M VND and not approver",
            "Name budget | Op > | Number 250_000_000 | Name VND | Name and | Name not | Name approver",
        ),
        ("(won / sql) * 100%", "Op ( | Name won | Op / | Name sql | Op ) | Op * | Percent 100%"),
        ("seo, ads", "Name seo | Comma , | Name ads"),
        ("2026-01-05,2026-02-05", "Date 2026-01-05 | Comma , | Date 2026-02-05"),
        ("acme/approver", "Name acme | Op / | Name approver"),
        (
            "1 USD = 25_400 VND on 2026-01-05",
            "Number 1 | Name USD | Op = | Number 25_400 | Name VND | Name on | Date 2026-01-05",
        ),
        ("5_000 per month", "Number 5_000 | Name per | Name month"),
        (
            "weekly mon, monthly 1, quarterly",
            "Name weekly | Name mon | Comma , | Name monthly | Number 1 | Comma , | Name quarterly",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(shown(text), expected, "{text}");
    }
}

/// The code of the one error, and its fixes.
fn mended(text: &str, lang: Locale) -> String {
    let (kinds, errors) = read(text, lang);
    let mistakes = kinds.iter().filter(|kind| **kind == AtomKind::Mistake).count();
    assert_eq!((mistakes, errors.len()), (1, 1), "{text}: {errors:?}");
    let error = &errors[0];
    assert_eq!(error.severity, Severity::Error);
    let mut fixes = Vec::new();
    for fix in &error.fixes {
        let mut after = text.to_owned();
        for (range, new) in fix.edits.iter().rev() {
            after.replace_range(range.as_range(), new);
        }
        let left = read(&after, lang).1;
        assert!(left.is_empty(), "{text}: the fix {after} is a mistake too: {left:?}");
        fixes.push(if fix.safe { format!("!{after}") } else { after });
    }
    format!("{} {}", error.code.as_str(), fixes.join(" | "))
}

#[test]
fn mistakes_have_one_error_and_its_fixes() {
    let table = [
        ("5.000", "text/number-ambiguous 5_000 | 5"),
        ("1.500tr", "text/number-ambiguous 1_500tr | 1.5tr"),
        ("1,5", "text/number-ambiguous 1.5 | 1, 5"),
        ("0,125", "text/number-ambiguous 0.125"),
        ("1,5tỷ", "text/number-ambiguous 1.5tỷ"),
        ("12,5%", "text/number-ambiguous 12.5%"),
        ("1,500", "text/number-ambiguous 1.5 | 1_500"),
        ("1,234", "text/number-ambiguous 1.2340 | 1_234"),
        ("1.234.567", "text/number-ambiguous !1_234_567"),
        ("1,234,567", "text/number-ambiguous 1_234_567"),
        ("1.234.567,89", "text/number-ambiguous 1_234_567.89"),
        ("1,234,567.89", "text/number-ambiguous 1_234_567.89"),
        ("5,10,20", "text/number-ambiguous 5, 10, 20"),
        ("1tr5", "text/number-ambiguous !1.5tr"),
        ("2k5", "text/number-ambiguous !2.5k"),
        ("1tỷ25", "text/number-ambiguous !1.25tỷ"),
        ("2T", "text/number-ambiguous 2tỷ | 2_000B"),
        ("03/04/2026", "text/date-ambiguous 2026-04-03 | 2026-03-04"),
        ("30/04/2026", "text/date-ambiguous !2026-04-30"),
        ("04/04/2026", "text/date-ambiguous !2026-04-04"),
        ("30/4", "text/date-ambiguous 2026-04-30"),
        ("15-02-2026", "text/date-ambiguous !2026-02-15"),
        ("15.02.2026", "text/date-ambiguous !2026-02-15"),
        ("3/4/26", "text/date-ambiguous 2026-04-03 | 2026-03-04"),
        ("2026-02-30", "value/date-invalid 2026-02-28"),
        ("30/02/2026", "value/date-invalid 2026-02-28"),
        ("2026-13-45", "value/date-invalid "),
        ("2026-31-01", "value/date-invalid 2026-01-31"),
        ("2026-04-00", "value/date-invalid 2026-04-01"),
        ("2026-Q5", "value/date-invalid "),
        ("2026-W54", "value/date-invalid "),
        ("2025-W53", "value/date-invalid "),
        ("2026-H3", "value/date-invalid "),
        ("2026-13", "value/date-invalid "),
        ("1800-01-01", "value/date-invalid "),
        ("2026-1-5", "value/date-invalid !2026-01-05"),
        ("2026/01/05", "value/date-invalid !2026-01-05"),
        ("2026-01-05T09:00", "value/date-invalid !2026-01-05"),
        ("2026Q1", "value/date-invalid !2026-Q1"),
        ("Q1/2026", "value/date-invalid !2026-Q1"),
        ("q1-2026", "value/date-invalid !2026-Q1"),
        ("2026-q1", "value/date-invalid !2026-Q1"),
        ("T3/2026", "value/date-invalid !2026-03"),
        ("03/2026", "value/date-invalid !2026-03"),
        ("2026-3", "value/date-invalid !2026-03"),
        ("2026-01-05-2026-02-15", "value/number-invalid 2026-01-05..2026-02-15"),
        ("2-4", "value/number-invalid 2..4 | 2 - 4"),
        ("10%-15%", "value/number-invalid 10%..15%"),
        ("12abc", "value/number-invalid "),
        ("5__000", "value/number-invalid "),
        ("99999999999999999999", "value/number-invalid "),
        ("1.00000000000001", "value/number-invalid "),
        ("999999999999tỷ", "value/number-invalid "),
        ("1.5w", "value/number-invalid "),
        ("0d", "value/number-invalid "),
        ("120K", "value/number-invalid !120k"),
        ("5m", "text/number-ambiguous 5M | 5mo"),
        ("300triệu", "value/number-invalid !300tr"),
        ("2năm", "value/number-invalid !24mo"),
        ("6tuần", "value/number-invalid !6w"),
        ("300 triệu", "value/unit-word !300tr"),
        ("300 triệu đồng", "value/unit-word !300tr VND"),
        ("1,5 tỷ", "value/unit-word !1.5tỷ"),
        ("1.500 triệu", "value/unit-word 1_500tr | 1.5tr"),
        ("5 million", "value/unit-word !5M"),
        ("5 nghìn", "value/unit-word !5k"),
        ("2 nghìn tỷ", "value/unit-word !2_000tỷ"),
        ("15 %", "value/unit-word !15%"),
        ("3 tháng", "value/unit-word !3mo"),
        ("300tr đ", "value/currency-spelling !300tr VND"),
        ("300tr ₫", "value/currency-spelling !300tr VND"),
        ("300tr đồng", "value/currency-spelling !300tr VND"),
        ("300tr VNĐ", "value/currency-spelling !300tr VND"),
        ("5000đ", "value/currency-spelling !5000 VND"),
        ("5000₫", "value/currency-spelling !5000 VND"),
        ("300trđ", "value/currency-spelling !300tr VND"),
        ("500VND", "value/currency-spelling !500 VND"),
        ("$500", "value/currency-spelling !500 USD"),
        ("landing-page", "value/name-invalid landing_page | landing - page"),
        ("a.b-c", "value/name-invalid a.b_c"),
        ("“Xây nền”", "value/character-invalid !\"Xây nền\""),
        ("'Xây nền'", "value/character-invalid !\"Xây nền\""),
        ("−10%", "value/character-invalid !-10%"),
        ("2–4", "value/character-invalid !2..4"),
        ("≥ 5", "value/character-invalid !>= 5"),
        ("≥5", "value/character-invalid !>= 5"),
        ("300\u{a0}VND", "value/character-invalid !300 VND"),
        ("lan@example.com", "value/character-invalid \"lan@example.com\""),
        ("https://example.com/brief", "value/character-invalid \"https://example.com/brief\""),
        ("?", "value/character-invalid "),
    ];
    let wrong: Vec<_> = table
        .iter()
        .map(|(text, expected)| (*text, *expected, mended(text, Locale::Vi)))
        .filter(|(_, expected, got)| expected != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn escapes_that_do_not_exist_are_warnings_on_two_characters() {
    let text = r#"lan "a\q b\u{d800}""#;
    let (kinds, errors) = read(text, Locale::Vi);
    assert_eq!(kinds.get(1), Some(&AtomKind::Str(r"a\q b\u{d800}".to_owned())));
    let places: Vec<_> = errors.iter().map(|error| text.get(error.range.as_range()).unwrap()).collect();
    assert_eq!(places, [r"\q", r"\u"]);
    assert!(errors.iter().all(|error| error.severity == Severity::Warning));
}

#[test]
fn texts_lose_their_common_indentation() {
    let table = [
        ("\"\"\"\n      Phễu\n        - một\n\n      hết\n    \"\"\"", "Phễu\n  - một\n\nhết"),
        ("\"\"\"\r\n  a\r\n  b\r\n\"\"\"", "a\nb"),
        ("\"\"\"\n\"\"\"", ""),
        ("\"\"\"\n  open", "open"),
    ];
    for (text, expected) in table {
        assert_eq!(read(text, Locale::Vi).0, [AtomKind::Text(expected.to_owned())], "{text:?}");
    }
}

#[test]
fn messages_read_well_in_both_languages() {
    let samples = [
        "5.000",
        "1tr5",
        "5,10,20",
        "03/04/2026",
        "30/04/2026",
        "30/4",
        "2026-02-30",
        "2026-04-00",
        "2026-13-45",
        "1800-01-01",
        "2026/01/05",
        "2026-Q5",
        "2026-H3",
        "2025-W53",
        "Q1/2026",
        "2-4",
        "12abc",
        "99999999999999999999",
        "120K",
        "1.5w",
        "0d",
        "300 triệu",
        "5000đ",
        "landing-page",
        "a.-",
        "?",
        "−10%",
        "“Xây nền”",
        "lan@example.com",
        "\"a\\q\"",
    ];
    let mut out = String::new();
    for text in samples {
        let (_, errors) = read(text, Locale::Vi);
        let [error] = errors.as_slice() else { panic!("{text}: {errors:?}") };
        writeln!(out, "{text}    [{}]", error.code.as_str()).unwrap();
        for locale in Locale::ALL {
            writeln!(out, "  {}", render(&error.message, locale)).unwrap();
            let label = error.label.as_ref().map(|label| render(label, locale)).unwrap();
            let help = error.help.as_ref().map(|help| render(help, locale)).unwrap();
            writeln!(out, "    ^ {label}\n    = {help}").unwrap();
        }
        for fix in &error.fixes {
            writeln!(out, "  fix: {}", render(&fix.title, Locale::Vi)).unwrap();
        }
        out.push('\n');
    }
    insta::assert_snapshot!(out);
}

#[test]
fn the_plans_language_orders_the_fixes() {
    assert_eq!(mended("5.000", Locale::En), "text/number-ambiguous 5 | 5_000");
    assert_eq!(mended("1,500", Locale::En), "text/number-ambiguous 1_500 | 1.5");
    assert_eq!(mended("2T", Locale::En), "text/number-ambiguous 2_000B | 2tỷ");
    // Day first in either language: it is what the rest of the world writes.
    assert_eq!(mended("03/04/2026", Locale::En), "text/date-ambiguous 2026-04-03 | 2026-03-04");
}

/// The statements of a file, roughly: cut at braces, semicolons, comments and line ends outside of strings.
fn statements(source: &str) -> Vec<&str> {
    let (mut quoted, mut comment) = (false, false);
    let cut = |c: char| {
        comment = (comment || c == '#' && !quoted) && c != '\n';
        quoted = (quoted != (c == '"' && !comment)) && c != '\n';
        comment || !quoted && matches!(c, '{' | '}' | ';' | '\n')
    };
    source.split(cut).collect()
}

#[test]
fn the_plans_of_the_reference_have_no_mistakes() {
    let mut values = 0;
    for source in [
        include_str!("../../../../../tests/fixtures/corpus/tour.roadmap"),
        include_str!("../../../../../tests/fixtures/corpus/people.roadmap"),
        include_str!("../../../../../tests/fixtures/corpus/small/shop.roadmap"),
    ] {
        // Prose stands between three quotes and has no values.
        for part in source.split("\"\"\"").step_by(2) {
            for statement in statements(part) {
                let (kinds, errors) = read(statement, Locale::Vi);
                assert!(errors.is_empty(), "{statement}: {errors:?}");
                values += kinds.len();
            }
        }
    }
    assert!(values > 400, "only {values} values were read");
}
