//! What a person sees of a broken text: the source, what was made of it, and what is said about it.

use roadmap_diag::{Locale, render};

use super::{dump::dump, line_of};
use crate::{Parse, parse};

/// (name, source)
const CASES: &[(&str, &str)] = &[
    ("close_lost", "goal a {\n  owner lan\n\n# about b\ngoal b {\n  owner nam\n}\n"),
    (
        "close_lost_on_one_line",
        "phase q {\n  task \"x\" { owner lan; done   # soon\n  task \"y\" { owner nam }\n}\n",
    ),
    ("close_lost_inside", "phase q {\n  goal a {\n    owner lan\n  goal b {\n    owner nam\n  }\n}\n"),
    ("file_cut", "phase q {\n  goal a {\n    owner lan\n"),
    (
        "open_lost",
        "phase q {\n  goal a \"A\"   # why\n    owner lan\n    type leads\n  }\n  focus \"b\"\n}\n",
    ),
    ("open_lost_on_one_line", "person lan \"Lan\"  role cmo; capacity 3 }\nperson nam \"Nam\"\n"),
    ("open_on_its_own_line", "goal a\n{\n  owner lan\n}\n"),
    ("close_too_many", "phase q {\n  goal a {\n  }\n  }\n  focus \"b\"\n}\n"),
    ("close_alone", "}\nowner lan\n"),
    ("open_lost_inside_one_line", "a \"x\" { b \"y\"  c 1; d 2 } }\ne\n"),
    ("header_in_comment", "goal a {\n}\n# about b goal b {\n  owner lan\n}\n"),
    ("typing_among_one_liners", "person lan \"Lan\"\ngoal x {\nperson nam \"Nam\"\n"),
    ("flush_left", "goal a {\nowner lan\ngoal b {\nowner nam\n}\n"),
    ("quote_lost_at_the_end", "phase q {\n  focus \"a b\n  owner lan\n}\n"),
    ("quote_lost_before_a_brace", "phase q \"a b {\n  owner lan\n}\n"),
    ("quote_lost_before_a_block", "person lan \"Lan { role cmo; email \"a@b.c\"; capacity 3 }\n"),
    ("quote_lost_at_the_start", "type one_of north\", \"south\"\n"),
    ("quote_lost_in_a_list", "type one_of \"north, \"south\"\n"),
    ("quote_lost_before_a_comment", "focus \"a b   # for \"all\"\n"),
    ("text_not_closed", "goal a {\n  note \"\"\"\n    One.\n\n    Two.\n  owner lan\n}\n"),
    ("text_closed_by_two_quotes", "goal a {\n  note \"\"\"\n    One.\n  \"\"\n  owner lan\n}\n"),
    ("text_opened_by_two_quotes", "goal a {\n  note \"\"\n    One.\n  \"\"\"\n  owner lan\n}\n"),
    ("text_on_one_line", "note \"\"\"One.\"\"\"\nowner lan\n"),
    ("text_from_its_opening_line", "note \"\"\" One.\n  Two.\n\"\"\"\nowner lan\n"),
    ("text_to_its_closing_line", "note \"\"\"\n  One.\n  Two. \"\"\"\nowner lan\n"),
    ("text_flush_left", "goal a {\n  note \"\"\"\nOne.\n\n  Two.\n  \"\"\"\n}\n"),
    ("text_quotes_alone", "goal a {\n  One\n  \"\"\"\n  owner lan\n}\n"),
    ("characters", "email lan@example.com\n@@ ??? ===>\nlink https://example.com/a\n"),
    ("curly_quotes", "phase q “Xây nền” { focus “a” }\n"),
    ("quote_lost_before_braces", "channel ads {{{this}}} {{#each x}}\" }\nowner lan\n"),
    ("no_keyword", "\"a\" lan\n= 5\n{ owner lan }\n"),
];

#[test]
fn broken_texts_and_what_is_said() {
    for (name, source) in CASES {
        let parsed = parse(source);
        assert_eq!(parsed.text(), *source);
        let shown = format!("{source}\n---- tree\n{}\n---- said\n{}", dump(&parsed), said(source, &parsed));
        insta::assert_snapshot!(format!("recovery_{name}"), shown);
    }
}

/// Applying the fixes of a text leaves nothing to say, where everything in it has a fix.
#[test]
fn fixes_mend() {
    for (name, source) in CASES {
        let parsed = parse(source);
        if parsed.errors().any(|(_, error)| error.fixes.is_empty()) {
            continue;
        }
        let mut edits: Vec<_> = parsed
            .errors()
            .flat_map(|(item, error)| {
                let start = parsed.items()[item.0 as usize].start;
                error.fixes[0].edits.iter().map(move |(range, text)| (range.shift(start), text))
            })
            .collect();
        edits.sort_by_key(|(range, _)| range.start);
        let mut mended = (*source).to_owned();
        for (range, text) in edits.into_iter().rev() {
            mended.replace_range(range.as_range(), text);
        }
        let left: Vec<_> = parse(&mended).errors().map(|(_, error)| error.code.clone()).collect();
        assert!(left.is_empty(), "{name}: {left:?} in\n{mended}");
    }
}

fn said(source: &str, parsed: &Parse) -> String {
    let mut out = String::new();
    for (item, error) in parsed.errors() {
        let start = parsed.items()[item.0 as usize].start;
        out += &format!(
            "line {} {}\n",
            line_of(source, (start + error.range.start) as usize),
            error.code.as_str()
        );
        for locale in Locale::ALL {
            let fixes = error.fixes.iter().map(|fix| &fix.title);
            let all = [&error.message]
                .into_iter()
                .chain(&error.label)
                .chain(&error.help)
                .chain(error.related.iter().map(|related| &related.1))
                .chain(fixes);
            let all: Vec<_> = all.map(|message| render(message, locale)).collect();
            out += &format!("  {}: {}\n", locale.as_str(), all.join(" | "));
        }
    }
    out
}
