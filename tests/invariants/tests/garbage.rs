//! Texts made of the pieces that roadmaps are made of, in any order.

use proptest::prelude::*;

/// Small pieces more often than whole statements, so that most texts are broken somewhere and whole elsewhere.
fn piece() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "activity",
        "goal",
        "phase",
        "kpi",
        "owner",
        "lan",
        "budget",
        "5M",
        "1,5",
        "300 triệu",
        "2026-01-05",
        "2026-Q1",
        "03/04/2026",
        "+30%",
        "acme/approver",
        "metric",
        "=",
        "spend",
        "/",
        "->",
        ">=",
        "..",
        ",",
        "(",
        ")",
        "\"Xây nền\"",
        "\"\"",
        "note",
        "title",
        "person",
        "channel",
        "for",
        "từ_khoá",
        "👩‍👩‍👧",
        "e\u{301}",
        "“",
        "by",
        "-",
        "+",
        "*",
        "not",
        "actual",
        "alert",
        "task",
    ]);
    let mark = prop::sample::select(vec![
        "{",
        "}",
        "{\n",
        "}\n",
        ";",
        "; ",
        "\n",
        "\n\n\n",
        "\r\n",
        "\t",
        "  ",
        "    ",
        "\"",
        "\"\"\"",
        "\"\"\"\n",
        "# note\n",
        "#",
        "# allow(kpi/vanity-only): why\n",
        "\u{a0}",
        "\u{feff}",
        "\r",
        "\u{3000}",
        "\\",
        " { ",
        " }",
    ]);
    let whole = prop::sample::select(vec![
        "person lan \"Lan\" { role cmo; capacity 3 }\n",
        "  owner   lan\n",
        "kpi leads>=1_500 # target\n",
        "note \"\"\"\n      one\n        two\n\n    \"\"\"\n",
        "phase q1 \"Q\" 2026-Q1 {\n",
        "metric cpl \"CPL\" = spend/leads\n",
        "  task \"a\" { owner b }\n}\n",
        "support a,b ,c\n",
    ]);
    prop_oneof![
        4 => (word, prop::sample::select(vec![" ", "", "  "])).prop_map(|(word, gap)| format!("{word}{gap}")),
        3 => mark.prop_map(str::to_owned),
        2 => whole.prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tree_text_equals_input(text in text()) {
        roadmap_invariants::tree_text_equals_input(text.as_bytes());
    }

    #[test]
    fn no_panic_through_check_and_build(text in text()) {
        roadmap_invariants::no_panic_through_check_and_build(text.as_bytes());
    }

    #[test]
    fn fmt_is_idempotent(text in text()) {
        roadmap_invariants::fmt_is_idempotent(text.as_bytes());
    }

    #[test]
    fn fmt_keeps_the_model(text in text()) {
        roadmap_invariants::fmt_keeps_the_model(text.as_bytes());
    }

    #[test]
    fn any_bytes_are_laid_out(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        roadmap_invariants::fmt_is_idempotent(&bytes);
        roadmap_invariants::fmt_keeps_the_model(&bytes);
    }
}
