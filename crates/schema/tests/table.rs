//! What holds for every row of the table.

use std::collections::BTreeSet;

use roadmap_schema::{Form, Kind, Required, Row, Slot, find, inside, rows, word_label, words};

/// A row by its keyword and first parent, for messages.
fn name(row: &Row) -> String {
    format!("`{}` in {:?}", row.keyword, row.parents)
}

/// Every value of a row: those of its slots, then those of its clauses.
fn values(row: &Row) -> impl Iterator<Item = Slot> {
    row.slots.iter().copied().chain(row.clauses.iter().map(|clause| clause.slot))
}

#[test]
fn every_row_is_documented_in_both_languages() {
    for row in rows() {
        for doc in [row.doc.en, row.doc.vi] {
            assert!(doc.len() > 20, "{} says too little: {doc:?}", name(row));
            assert!(doc.ends_with('.'), "{} ends within a sentence: {doc:?}", name(row));
            assert!(
                !doc.contains('\n') && !doc.contains("  "),
                "{} is not one paragraph: {doc:?}",
                name(row)
            );
        }
        assert_ne!(row.doc.en, row.doc.vi, "{} is not translated", name(row));
    }
}

#[test]
fn every_example_uses_its_own_keyword() {
    for row in rows() {
        let first = row.example.split_whitespace().next();
        assert_eq!(first, Some(row.keyword), "example of {}", name(row));
        let braces = |brace| row.example.matches(brace).count();
        assert_eq!(braces('{'), braces('}'), "example of {}", name(row));
        assert_eq!(row.example.matches('"').count() % 2, 0, "example of {}", name(row));
    }
}

#[test]
fn a_keyword_means_one_thing_in_one_place() {
    for kind in Kind::ALL {
        let mut seen = BTreeSet::new();
        for row in inside(kind) {
            assert!(seen.insert(row.keyword), "{} stands twice in {kind:?}", row.keyword);
            assert!(std::ptr::eq(find(kind, row.keyword).unwrap(), *row), "{} is not found", name(row));
        }
    }
}

#[test]
fn a_row_stands_somewhere_and_never_twice_in_one_place() {
    for row in rows() {
        let places: BTreeSet<_> = row.parents.iter().collect();
        assert_eq!(places.len(), row.parents.len(), "{}", name(row));
        assert!(!places.is_empty() && !places.contains(&Kind::Leaf), "{}", name(row));
    }
}

#[test]
fn rules_are_named_group_and_name() {
    let part = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            && !text.ends_with('-')
    };
    for row in rows() {
        if let Required::Rule(code) = row.required {
            let (group, rest) = code.split_once('/').unwrap_or_default();
            assert!(part(group) && part(rest), "{} is required by {code:?}", name(row));
        }
    }
}

#[test]
fn leads_and_slot_names_are_unique_in_a_row() {
    for row in rows() {
        let leads: BTreeSet<_> = row.clauses.iter().map(|clause| clause.lead).collect();
        assert_eq!(leads.len(), row.clauses.len(), "leads of {}", name(row));
        let slots: BTreeSet<_> = row.slots.iter().map(|slot| slot.name).collect();
        assert_eq!(slots.len(), row.slots.len(), "slots of {}", name(row));
    }
}

#[test]
fn every_block_is_opened_by_a_row_of_its_keyword() {
    for kind in Kind::ALL.into_iter().filter(|kind| !matches!(kind, Kind::File | Kind::Leaf)) {
        let openers: Vec<_> = rows().filter(|row| row.kind == kind).collect();
        assert!(!openers.is_empty(), "nothing opens {kind:?}");
        assert!(!inside(kind).is_empty(), "nothing stands in {kind:?}");
        for row in openers {
            assert_eq!(row.keyword, kind.keyword(), "{}", name(row));
        }
    }
    assert!(rows().all(|row| row.kind != Kind::File));
}

#[test]
fn a_default_is_a_value_that_the_row_takes() {
    for row in rows() {
        let Some(default) = row.default else { continue };
        assert!(!default.trim().is_empty(), "{}", name(row));
        assert_eq!(row.required, Required::No, "{} is required and has a default", name(row));
        if let Some(Slot { form: Form::Choice(words), .. }) = row.slots.first() {
            assert!(words.contains(&default), "{} cannot be {default}", name(row));
        }
    }
}

#[test]
fn kinds_stand_at_their_number() {
    for (number, kind) in Kind::ALL.into_iter().enumerate() {
        assert_eq!(kind as usize, number);
    }
}

#[test]
fn every_word_has_a_label_in_both_languages() {
    for (list, words) in words() {
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{list} repeats a word");
        for word in *words {
            let label = word_label(words, word).unwrap_or_else(|| panic!("{list}: {word} has no label"));
            assert!(!label.en.is_empty() && !label.vi.is_empty(), "{list}: {word}");
        }
    }
}

#[test]
fn every_choice_of_the_table_is_a_known_list() {
    for row in rows() {
        for slot in values(row) {
            let Form::Choice(choice) = slot.form else { continue };
            assert!(words().iter().any(|(_, words)| *words == choice), "{}", name(row));
        }
    }
}

#[test]
fn lists_of_the_same_words_label_them_alike_or_differ_in_a_word() {
    for (at, (list, words)) in words().iter().enumerate() {
        for (other, same) in roadmap_schema::words().iter().skip(at + 1) {
            let allowed = ["CADENCE", "CHECKPOINT"];
            assert!(
                words != same || (allowed.contains(list) && allowed.contains(other)),
                "{list} and {other} have the same words, so a label cannot tell them apart"
            );
        }
    }
}
