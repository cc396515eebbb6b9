//! The Markdown report: what it says, and that plan strings start nothing in it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may end in a panic")]

use insta::assert_snapshot;
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use roadmap_report::{Options, render_markdown};

mod common;

fn extensions() -> Extensions {
    Extensions::ENABLE_TABLES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_MATH
        | Extensions::ENABLE_FOOTNOTES
}

#[test]
fn a_plan_reads_as_a_document() {
    assert_snapshot!(render_markdown(&common::solar(), &Options::default()).unwrap());
}

#[test]
fn an_english_reader_gets_english_words_and_marks() {
    let options = Options { locale: Some(roadmap_diag::Locale::En), ..Options::default() };
    let text = render_markdown(&common::solar(), &options).unwrap();
    let head: Vec<_> = text.lines().take(24).collect();
    assert_snapshot!(head.join("\n"));
}

#[test]
fn hostile_strings_stay_text() {
    assert_snapshot!(render_markdown(&common::hostile(None), &Options::default()).unwrap());
}

#[test]
fn no_link_html_or_code_stems_from_a_plan_string() {
    let text = render_markdown(&common::hostile(None), &Options::default()).unwrap();
    for event in Parser::new_ext(&text, extensions()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html}"),
            Event::Start(Tag::Link { dest_url, .. }) => assert_eq!(&*dest_url, "https://example.com/a_b"),
            Event::Start(Tag::Image { dest_url, .. }) => panic!("image: {dest_url}"),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::Code(text) => panic!("code: {text}"),
            Event::FootnoteReference(name) => panic!("footnote: {name}"),
            _ => {}
        }
    }
}

#[test]
fn hostile_strings_add_no_block() {
    // The same plan with a plain word in every place has the same headings, lists, tables and cells.
    let shape = |text: &str| {
        let text = render_markdown(&common::hostile(Some(text)), &Options::default()).unwrap();
        Parser::new_ext(&text, extensions())
            .filter_map(|event| match event {
                Event::Start(Tag::Link { .. }) => None,
                Event::Start(tag) => Some(format!("{:?}", tag.to_end())),
                Event::Rule => Some("rule".to_owned()),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    let plain = shape("chữ");
    for text in common::STRINGS {
        assert_eq!(shape(text), plain, "{text:?}");
    }
}

#[test]
fn a_change_of_one_activity_changes_its_own_lines() {
    let before = common::solar();
    let mut after = before.clone();
    let changed = after.activities.iter_mut().find(|activity| activity.id == "tang.kol").unwrap();
    changed.title = "Hợp tác với 4 kênh YouTube về nhà ở".into();
    let options = Options::default();
    let (before, after) =
        (render_markdown(&before, &options).unwrap(), render_markdown(&after, &options).unwrap());
    assert_eq!(before.lines().count(), after.lines().count());
    let changed: Vec<_> =
        before.lines().zip(after.lines()).filter(|(before, after)| before != after).collect();
    // Its bar in the chart and its row in the table.
    assert_eq!(changed.len(), 2, "{changed:?}");
}
