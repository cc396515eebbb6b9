//! Periods, money and currencies against what people know.

use jiff::civil::date;
use rust_decimal::Decimal;

use super::lexer::tokens;
use crate::value::{AtomContext, AtomKind, Currency, DateRange, Money, Period, atoms};

#[test]
fn periods_follow_the_fiscal_year_or_the_calendar() {
    let table = [
        ("2026", 1, date(2026, 1, 1), date(2026, 12, 31)),
        ("2026", 4, date(2026, 4, 1), date(2027, 3, 31)),
        ("2026-H1", 1, date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-H2", 4, date(2026, 10, 1), date(2027, 3, 31)),
        ("2026-Q1", 1, date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", 4, date(2027, 1, 1), date(2027, 3, 31)),
        ("2026-Q1", 10, date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-02", 4, date(2026, 2, 1), date(2026, 2, 28)),
        ("2028-02", 1, date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-12", 1, date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-W01", 4, date(2025, 12, 29), date(2026, 1, 4)),
        ("2026-W53", 1, date(2026, 12, 28), date(2027, 1, 3)),
        ("2999", 12, date(2999, 12, 1), date(3000, 11, 30)),
    ];
    for (text, fiscal, start, end) in table {
        let period = Period::parse(text).unwrap();
        assert_eq!(period.range(fiscal), (start, end), "{text} from month {fiscal}");
        assert_eq!(period.to_string(), text);
    }
}

#[test]
fn a_bare_year_is_a_number_and_a_period() {
    for (text, expected) in [
        ("2026", Some(Period::Year(2026))),
        ("2_026", None),
        ("1500", None),
        ("26", None),
        ("+2026", None),
        ("2026k", None),
    ] {
        let (atoms, _) = atoms(&tokens(text), &AtomContext::default());
        let AtomKind::Number(number) = atoms[0].kind else { panic!("{text}") };
        assert_eq!(number.as_period(), expected, "{text}");
    }
}

#[test]
fn ranges_count_both_ends() {
    let january = DateRange::new(date(2026, 1, 1), date(2026, 1, 31)).unwrap();
    assert_eq!(january.days(), 31);
    assert!(january.contains(date(2026, 1, 31)) && !january.contains(date(2026, 2, 1)));
    let across = DateRange::new(date(2026, 1, 20), date(2026, 2, 15)).unwrap();
    assert_eq!(january.intersection(across), DateRange::new(date(2026, 1, 20), date(2026, 1, 31)));
    assert_eq!(DateRange::new(date(2026, 2, 1), date(2026, 1, 31)), None);
    assert_eq!(january.to_string(), "2026-01-01..2026-01-31");
}

#[test]
fn currencies_are_those_of_the_standard() {
    let codes: Vec<_> = Currency::all().map(Currency::code).collect();
    assert!(codes.is_sorted_by(|left, right| left < right), "binary search needs the codes in order");
    for code in ["VND", "USD", "EUR", "JPY", "SGD", "THB"] {
        assert_eq!(Currency::parse(code).unwrap().code(), code);
    }
    for no in ["vnd", "VNĐ", "XXX", "", "KPI", "CPA"] {
        assert_eq!(Currency::parse(no), None, "{no}");
    }
}

#[test]
fn money_takes_its_currency_along() {
    let (list, _) = atoms(&tokens("90M VND + 30M"), &AtomContext::default());
    let (first, used) = Money::read(&list).unwrap();
    assert_eq!((first.to_string().as_str(), used), ("90_000_000 VND", 2));
    let (second, used) = Money::read(&list[3..]).unwrap();
    assert_eq!((second.currency, used), (None, 1));
    assert_eq!(first.checked_add(second), None);
    let sum = first.checked_add(Money { currency: Some(Currency::VND), ..second }).unwrap();
    assert_eq!(sum.amount, Decimal::from(120_000_000));
    assert_eq!(Money::read(&list[1..]), None);
}
