use roadmap_syntax::parse;

use crate::{edits, format};

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/corpus");
const TOUR: &str = include_str!("../../../../tests/fixtures/corpus/tour.roadmap");

#[test]
fn the_tour() {
    insta::assert_snapshot!(format(TOUR).text);
}

#[test]
fn the_reviews_of_the_example_are_laid_out_already() {
    let text = include_str!("../../../../examples/saas-vi/reviews.roadmap");
    assert!(!format(text).changed);
}

#[test]
fn edits_give_the_text() {
    for text in [TOUR, "a  1\n\n\nb 2", "\u{feff}a 1", ""] {
        let parse = parse(text);
        let mut out = text.to_owned();
        for (range, new) in edits(&parse).into_iter().rev() {
            out.replace_range(range.as_range(), &new);
        }
        assert_eq!(out, format(text).text);
    }
}

#[test]
fn edits_leave_alone_what_is_laid_out() {
    let text = "person a \"A\"\n\nperson  b \"B\"\n\nperson c \"C\"\n";
    let edits = edits(&parse(text));
    assert_eq!(edits.len(), 1);
    assert_eq!(&text[edits[0].0.as_range()], " ");
    assert_eq!(edits[0].1, "");
}

#[test]
fn broken_statements_keep_their_bytes_and_others_are_laid_out() {
    let mut files = 0;
    for entry in std::fs::read_dir(format!("{CORPUS}/broken")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "roadmap") {
            continue;
        }
        files += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        let result = format(&text).text;
        for item in parse(&text).items() {
            for error in item.tree.errors() {
                let Some(stmt) = item.tree.stmt_at(error.range.start) else { continue };
                assert!(result.contains(stmt.text()), "{}: {:?}", path.display(), stmt.text());
            }
        }
        // A line far from the damage, whose columns nobody would keep.
        let tour_like = text.contains("product app \"Ứng dụng quản lý bán hàng\"   {");
        let laid_out = result.contains("product app \"Ứng dụng quản lý bán hàng\" {");
        assert_eq!(tour_like, laid_out, "{}", path.display());
    }
    assert!(files > 15);
}
