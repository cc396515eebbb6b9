//! What holds for all input.

use proptest::prelude::*;
use roadmap_diag::{Locale, Severity, TextRange};
use roadmap_syntax::{Token, TokenKind};
use rust_decimal::Decimal;

use super::lexer::tokens;
use crate::value::{Atom, AtomContext, AtomKind, Duration, DurationUnit, Lag, Money, Number, Period, atoms};

const KINDS: [TokenKind; 13] = [
    TokenKind::Keyword,
    TokenKind::Word,
    TokenKind::String,
    TokenKind::StringOpen,
    TokenKind::Text,
    TokenKind::TextOpen,
    TokenKind::Comma,
    TokenKind::Operator,
    TokenKind::Bad,
    TokenKind::Open,
    TokenKind::Close,
    TokenKind::Semicolon,
    TokenKind::Comment,
];

/// Pieces that meet each other in what people write.
const PIECES: [&str; 48] = [
    "1",
    "5",
    "03",
    "2026",
    "000",
    "12",
    "999999999999",
    ".",
    ",",
    "-",
    "/",
    "_",
    " ",
    "k",
    "M",
    "tr",
    "tỷ",
    "triệu",
    "đ",
    "₫",
    "VND",
    "$",
    "%",
    "pp",
    "d",
    "w",
    "mo",
    "bd",
    "Q1",
    "W07",
    "T",
    "lan",
    "nhãn",
    "+",
    "..",
    "->",
    "“",
    "”",
    "–",
    "\u{a0}",
    "\"",
    "\\",
    "\\u{",
    "\"\"\"",
    "\n",
    "２",
    "e\u{301}",
    "@",
];

fn written() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..12).prop_map(|pieces| pieces.concat())
}

fn context() -> impl Strategy<Value = AtomContext> {
    let lang = prop::option::of(prop_oneof![Just(Locale::Vi), Just(Locale::En)]);
    (lang, prop::option::of(1900_i16..2999)).prop_map(|(lang, year)| AtomContext { lang, year })
}

fn only(text: &str) -> AtomKind {
    let (atoms, errors) = atoms(&tokens(text), &AtomContext::default());
    assert!(errors.is_empty(), "{text}: {errors:?}");
    let [Atom { kind, range }] = atoms.as_slice() else { panic!("{text}: {atoms:?}") };
    assert_eq!(range.as_range(), 0..text.len());
    kind.clone()
}

fn decimals() -> impl Strategy<Value = Decimal> {
    (0_i64..1_000_000_000_000, 0_u32..=6).prop_map(|(digits, scale)| Decimal::new(digits, scale).normalize())
}

fn kinds() -> impl Strategy<Value = AtomKind> {
    let unit = prop::sample::select(
        [DurationUnit::Days, DurationUnit::Weeks, DurationUnit::Months, DurationUnit::WorkingDays].as_slice(),
    );
    let duration = (1_u32.., unit).prop_map(|(count, unit)| Duration { count, unit });
    let sign = |value: Decimal, negative: bool| if negative { -value } else { value };
    let period = prop_oneof![
        (1900_i16..=2999, 1_i8..=2).prop_map(|(year, half)| Period::Half { year, half }),
        (1900_i16..=2999, 1_i8..=4).prop_map(|(year, quarter)| Period::Quarter { year, quarter }),
        (1900_i16..=2999, 1_i8..=12).prop_map(|(year, month)| Period::Month { year, month }),
        (1900_i16..=2999, 1_i8..=52).prop_map(|(year, week)| Period::IsoWeek { year, week }),
    ];
    let date = (1900_i16..=2999, 1_i8..=12, 1_i8..=28)
        .prop_map(|(y, m, d)| AtomKind::Date(jiff::civil::date(y, m, d)));
    prop_oneof![
        decimals().prop_map(|value| AtomKind::Number(Number { value, plain: false, signed: false })),
        (0_u32..).prop_map(|n| AtomKind::Number(Number { value: n.into(), plain: true, signed: false })),
        decimals().prop_map(|value| AtomKind::Percent { value, signed: false }),
        (decimals(), any::<bool>())
            .prop_filter("a zero has no sign", |(value, _)| !value.is_zero())
            .prop_map(move |(value, negative)| AtomKind::Percent {
                value: sign(value, negative),
                signed: true
            }),
        decimals().prop_map(|value| AtomKind::Points { value, signed: true }),
        date,
        period.prop_map(AtomKind::Period),
        duration.clone().prop_map(AtomKind::Duration),
        (duration, any::<bool>()).prop_map(|(duration, negative)| AtomKind::Lag(Lag { duration, negative })),
        "[^\u{0}]{0,20}".prop_map(AtomKind::Str),
        "[a-z_][a-z0-9_]{0,8}".prop_map(|name| AtomKind::Name(name.into())),
    ]
}

proptest! {
    #[test]
    fn what_is_shown_reads_as_the_same_value(kind in kinds()) {
        let again = only(&kind.to_string());
        match (&again, &kind) {
            // How it was written differs (`5` is plain), what it is worth does not.
            (AtomKind::Number(left), AtomKind::Number(right)) => prop_assert_eq!(left.value, right.value),
            (left, right) => prop_assert_eq!(left, right),
        }
    }

    #[test]
    fn money_that_is_shown_reads_as_the_same_money(amount in decimals(), vnd in any::<bool>()) {
        let currency = vnd.then_some(crate::value::Currency::VND);
        let money = Money { amount, currency };
        let (list, errors) = atoms(&tokens(&money.to_string()), &AtomContext::default());
        prop_assert!(errors.is_empty());
        prop_assert_eq!(Money::read(&list), Some((money, list.len())));
    }

    #[test]
    fn each_mistake_has_one_error_inside_the_text(text in written(), ctx in context()) {
        let tokens = tokens(&text);
        let (atoms, errors) = atoms(&tokens, &ctx);
        let hard = errors.iter().filter(|error| error.severity == Severity::Error);
        let mistakes = atoms.iter().filter(|atom| atom.kind == AtomKind::Mistake);
        let blamed: Vec<TextRange> = hard.map(|error| error.range).collect();
        prop_assert_eq!(blamed, mistakes.map(|atom| atom.range).collect::<Vec<_>>());
        for token in &tokens {
            let holders = atoms.iter().filter(|atom| atom.range.contains_range(token.range)).count();
            prop_assert_eq!(holders, 1, "{:?}", token);
        }
        for (range, _) in errors.iter().flat_map(|error| &error.fixes).flat_map(|fix| &fix.edits) {
            prop_assert!(text.get(range.as_range()).is_some());
        }
    }

    #[test]
    fn a_safe_fix_adds_no_mistake(text in written(), ctx in context()) {
        let (_, errors) = atoms(&tokens(&text), &ctx);
        for fix in errors.iter().flat_map(|error| &error.fixes).filter(|fix| fix.safe) {
            let mut after = text.clone();
            for (range, new) in fix.edits.iter().rev() {
                after.replace_range(range.as_range(), new);
            }
            let left = atoms(&tokens(&after), &ctx).1;
            prop_assert!(left.len() <= errors.len(), "{} -> {}: {:?}", text, after, left);
        }
    }

    #[test]
    fn any_slice_of_tokens_is_read(
        list in prop::collection::vec((prop::sample::select(KINDS.as_slice()), written(), 0_u32..40), 0..12),
        ctx in context(),
    ) {
        let tokens: Vec<Token<'_>> = list
            .iter()
            .map(|(kind, text, start)| Token { kind: *kind, text, range: TextRange::new(*start, *start + 3) })
            .collect();
        let (atoms, _) = atoms(&tokens, &ctx);
        prop_assert!(atoms.len() <= tokens.len());
    }
}

#[test]
fn hostile_lengths_take_linear_time() {
    let count = 20_000;
    let texts = [
        "1,".repeat(count),
        "a/".repeat(count),
        "“ ".repeat(count),
        "1-".repeat(count) + "1",
        "a-".repeat(count) + "a",
        "9".repeat(count),
        "1.".repeat(count) + "1",
        "1/".repeat(count),
        "đ".repeat(count),
        "1".to_owned() + &"k".repeat(count),
        "1 triệu ".repeat(count),
        "₫".repeat(count),
        "\\\"".repeat(count),
        "'a ".repeat(count),
        "a.".repeat(count) + "-",
    ];
    for text in texts {
        let tokens = tokens(&text);
        let (atoms, _) = atoms(&tokens, &AtomContext::default());
        assert!(!atoms.is_empty());
    }
}
