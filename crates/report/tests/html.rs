//! The page: it loads nothing, plan strings stay text, and its structure is sound.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may end in a panic")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use roadmap_report::{Options, render_html};
use scraper::{Html, Node, Selector};

mod common;

fn page(report: &roadmap_api::Report) -> String {
    render_html(report, &Options::default()).unwrap()
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).collect()
}

/// Elements and their attributes in order; the values only where they are not a place or a label.
fn shape(text: &str) -> Vec<String> {
    let html = Html::parse_document(text);
    assert!(html.errors.is_empty(), "{:?}", html.errors);
    let mut shape = Vec::new();
    for node in html.tree.nodes() {
        match node.value() {
            Node::Element(element) => {
                let mut line = element.name().to_owned();
                for (name, value) in element.attrs() {
                    assert!(!name.starts_with("on"), "a handler: {name}={value}");
                    line.push(' ');
                    line.push_str(name);
                    if matches!(name, "class" | "style" | "href" | "id" | "content") {
                        line.push('=');
                        line.push_str(value);
                    }
                }
                shape.push(line);
            }
            Node::Comment(comment) => panic!("a comment: {comment:?}"),
            _ => {}
        }
    }
    shape
}

fn body_text(text: &str) -> String {
    Html::parse_document(text).root_element().text().collect()
}

#[test]
fn hostile_strings_add_no_element_or_attribute() {
    // Notes and answers are Markdown, which may add paragraphs and lists: they are compared below.
    let bare = |text: &str| {
        let mut report = common::hostile(Some(text));
        report.phases[0].extra.note = None;
        report.activities[0].extra.note = None;
        report.launches[0].extra.note = None;
        report.scripts[0].objections[0].answer = None;
        // The bars of names are measured, so a long one may stand elsewhere.
        report.milestones.clear();
        page(&report)
    };
    let plain = shape(&bare("chữ"));
    for text in common::STRINGS {
        assert_eq!(shape(&bare(text)), plain, "{text:?}");
    }
}

#[test]
fn notes_bring_only_text_markup_and_safe_links() {
    let html = Html::parse_document(&page(&common::hostile(None)));
    for element in select(&html, ".no div *, .nt *, .ob *") {
        let name = element.value().name();
        let known = [
            "p",
            "b",
            "strong",
            "em",
            "s",
            "ul",
            "ol",
            "li",
            "code",
            "pre",
            "blockquote",
            "br",
            "hr",
            "table",
            "thead",
            "tbody",
            "tr",
            "td",
            "a",
            "svg",
            "use",
            "div",
        ];
        assert!(known.contains(&name), "<{name}> in a note");
    }
    for link in select(&html, "a[href]") {
        let address = link.value().attr("href").unwrap();
        assert!(address.starts_with('#') || address.starts_with("https://"), "{address}");
    }
}

#[test]
fn what_the_plan_says_can_be_read() {
    let text = body_text(&page(&common::hostile(Some("<b>\"đậm\"</b> & '1'"))));
    assert!(text.contains("<b>\"đậm\"</b> & '1'"));
    let text = body_text(&page(&common::hostile(Some("\u{202e}gnol"))));
    assert!(text.contains("[U+202E]gnol") && !text.contains('\u{202e}'));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_string_adds_an_element(text in "[<>\"'&`=/ a-z\\[\\]()!#*_{}|\\\\\n:;\u{202e}\u{0}ễ-]{0,40}") {
        let strip = |text: &str| {
            let mut report = common::hostile(Some(text));
            report.phases[0].extra.note = None;
            report.activities[0].extra.note = None;
            report.launches[0].extra.note = None;
            report.scripts[0].objections[0].answer = None;
            report.milestones.clear();
            // An address of the plan becomes a link where it is one, which is what it is for.
            report.activities[0].extra.links.clear();
            report.launches[0].extra.links.clear();
            page(&report)
        };
        prop_assert_eq!(shape(&strip(&format!("a{text}"))), shape(&strip("a")));
    }

    #[test]
    fn no_note_brings_a_script_or_a_handler(note in "[<>\"'&`=/ a-z\\[\\]()!#*_{}|\\\\\n:;ễ-]{0,60}") {
        let mut report = common::solar();
        report.activities[0].extra.note = Some(format!("<img src=x onerror=a> {note} [a](javascript:b)"));
        let html = Html::parse_document(&page(&report));
        prop_assert!(select(&html, "script, img, iframe, object, form, input, link, base").is_empty());
        for element in select(&html, "*") {
            for (name, value) in element.value().attrs() {
                prop_assert!(!name.starts_with("on"), "{}", name);
                prop_assert!(!value.trim_start().starts_with("javascript:"), "{}", value);
            }
        }
    }
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    let text = page(&common::solar());
    let html = Html::parse_document(&text);
    let policy = select(&html, "meta[http-equiv=Content-Security-Policy]");
    assert_eq!(
        policy.first().and_then(|policy| policy.value().attr("content")),
        Some("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    );
    assert!(select(&html, "script, link, img, iframe, [src]").is_empty());
    assert!(!text.contains("@import") && !text.contains("url("));
}

#[test]
fn the_page_is_sound_for_assistive_technology() {
    let text = page(&common::solar());
    let html = Html::parse_document(&text);
    assert_eq!(select(&html, "html[lang=vi]").len(), 1);
    for landmark in ["header", "nav[aria-label]", "main", "footer", "h1"] {
        assert_eq!(select(&html, landmark).len(), 1, "{landmark}");
    }
    let mut last = 1;
    for heading in select(&html, "h1, h2, h3") {
        let level = heading.value().name().trim_start_matches('h').parse::<u8>().unwrap();
        assert!(level <= last + 1, "a heading of level {level} after one of level {last}");
        last = level;
    }
    let mut ids = BTreeSet::new();
    for element in select(&html, "[id]") {
        let id = element.value().attr("id").unwrap();
        assert!(!id.is_empty() && ids.insert(id), "the id `{id}` stands twice");
    }
    for link in select(&html, "a[href^='#'], use") {
        let target = link.value().attr("href").unwrap().trim_start_matches('#');
        assert!(ids.contains(target), "nothing is called `{target}`");
    }
    for labelled in select(&html, "[aria-labelledby]") {
        assert!(ids.contains(labelled.value().attr("aria-labelledby").unwrap()));
    }
    for cell in select(&html, "th") {
        assert!(cell.value().attr("scope").is_some(), "{}", cell.html());
    }
    for drawing in select(&html, "[role=img]") {
        assert!(drawing.value().attr("aria-label").is_some_and(|label| !label.is_empty()));
    }
}

#[test]
fn a_small_plan_and_an_empty_one_are_pages_too() {
    for report in [roadmap_api::Report::default(), {
        let mut report = common::solar();
        report.goals.clear();
        report.activities.clear();
        report.launches.clear();
        report.scripts.clear();
        report.late.clear();
        report.upcoming.clear();
        report.blocked.clear();
        report.findings.clear();
        report.budget = None;
        report.summary = roadmap_api::Summary::default();
        report
    }] {
        let html = Html::parse_document(&page(&report));
        assert_eq!(select(&html, "h1").len(), 1);
        assert!(select(&html, "#budget").is_empty());
    }
}

#[test]
fn large_plans_come_collapsed_and_small() {
    let report = common::grown(common::solar(), 1_000);
    let text = page(&report);
    assert!(text.len() < 1_500_000, "{} bytes", text.len());
    let html = Html::parse_document(&text);
    assert!(select(&html, "details.ln:not([open])").len() >= 2);
    assert_eq!(select(&html, "details.ln[open]").len(), 1, "the phase with late work stays open");
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    assert_eq!(page(&common::solar()), page(&common::solar()));
}

#[test]
fn a_template_of_the_project_replaces_one_and_its_errors_name_their_line() {
    let mut options = Options::default();
    options.templates.insert("goal.html.hbs".into(), "<article>{{title}}</article>\n".into());
    let text = render_html(&common::solar(), &options).unwrap();
    assert!(text.contains("<article>Tỷ lệ chốt từ 11% lên 16%</article>"));
    options.templates.insert("goal.html.hbs".into(), "<p>\n{{titel}}</p>".into());
    let error = render_html(&common::solar(), &options).unwrap_err();
    assert_eq!((error.template.as_str(), error.line), ("goal.html.hbs", Some(2)));
    options.templates.insert("goal.html.hbs".into(), "<p>\n\n{{#if title}}</p>".into());
    let error = render_html(&common::solar(), &options).unwrap_err();
    assert_eq!(error.template, "goal.html.hbs");
    options.templates.insert("goal.html.hbs".into(), "{{t \"no-such-text\"}}".into());
    let error = render_html(&common::solar(), &options).unwrap_err();
    assert!(error.to_string().contains("no-such-text"), "{error}");
}

#[test]
fn short_and_long_plans_take_their_own_scale() {
    let names = |start: &str, end: &str, fiscal_year: u8| {
        let mut report = common::solar();
        report.plan.period = Some(common::range(start, end));
        report.plan.fiscal_year = fiscal_year;
        report.phases.clear();
        let html = Html::parse_document(&page(&report));
        let names = |selector: &str| {
            let names = select(&html, selector).into_iter().map(|name| name.text().collect::<String>());
            names.collect::<Vec<_>>().join(" · ")
        };
        format!("{} | {}", names(".ac > b"), names(".ac > span"))
    };
    // July has one day on the axis: no room for its name, nor for that of 2026 beside the pill of today.
    assert_eq!(
        names("2026-04-01", "2026-06-30", 1),
        "Tháng 4 · Tháng 5 · Tháng 6 | T14 · T15 · T16 · T17 · T18 · T19 · T20 · T21 · T22 · T23 · T24 · T25 · T26 · T27"
    );
    assert_eq!(
        names("2026-01-01", "2026-12-31", 1),
        "Quý I · Quý II · Quý III · Quý IV · Tết | 1 · 2 · 3 · 4 · 5 · 6 · 7 · 8 · 9 · 10 · 11 · 12"
    );
    assert_eq!(
        names("2025-07-01", "2028-06-30", 7),
        "2025 · 2027 | Q1 · Q2 · Q3 · Q4 · Q1 · Q2 · Q3 · Q4 · Q1 · Q2 · Q3 · Q4"
    );
}

#[test]
fn what_elements_show_is_said_in_attributes_alone() {
    let report = common::solar();
    let places = report.activities.iter().filter_map(|activity| activity.extra.source.as_ref());
    let sources: Vec<String> = places.map(|place| place.file.clone()).take(1).collect();
    let told = render_html(&report, &Options { sources, ..Options::default() }).unwrap();
    let mut plain = String::new();
    let mut rest = told.as_str();
    let mut count = 0;
    while let Some((before, behind)) = rest.split_once(" data-src=\"") {
        plain.push_str(before);
        let (value, behind) = behind.split_once('"').unwrap();
        assert!(
            value.split_once(':').is_some_and(|(file, line)| file == "0" && line.parse::<u32>().is_ok()),
            "{value}"
        );
        (rest, count) = (behind, count + 1);
    }
    plain.push_str(rest);
    assert!(count > report.activities.len(), "{count}");
    assert_eq!(plain, page(&report));
}
