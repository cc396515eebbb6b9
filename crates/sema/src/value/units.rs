//! Suffixes of numbers, and the words that people write in their place.

use roadmap_diag::Locale;

use super::{Currency, DurationUnit};
use crate::names::fold;

/// What stands behind the digits of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Suffix {
    /// `k`, `M`, `tỷ`…: a power of ten; 0 for none.
    Scale(u32),
    /// `%`
    Percent,
    /// `pp`
    Points,
    /// `w`
    Duration(DurationUnit),
}

impl Suffix {
    /// The suffix written `text`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "" => Self::Scale(0),
            "k" => Self::Scale(3),
            "M" | "tr" => Self::Scale(6),
            "B" | "tỷ" | "tỉ" | "ty" => Self::Scale(9),
            "%" => Self::Percent,
            "pp" => Self::Points,
            unit => Self::Duration(DurationUnit::parse(unit)?),
        })
    }
}

/// A way to write a unit: multiply by the number, add the suffix.
pub(super) type Spelling = (u32, &'static str);

/// The ways to write what people call `word`, the likeliest first; empty for no unit.
///
/// `apart` is whether a blank stands before it: then single letters mean nothing.
pub(super) fn spellings(word: &str, apart: bool, lang: Option<Locale>) -> Vec<Spelling> {
    if Suffix::parse(word).is_some() {
        return match word {
            "tỉ" => vec![(1, "tỷ")],
            _ => known_suffix(word).map_or_else(Vec::new, |suffix| vec![(1, suffix)]),
        };
    }
    let vietnamese = |vi: Spelling, en: Spelling| match lang {
        Some(Locale::En) => vec![en, vi],
        _ => vec![vi, en],
    };
    if matches!(word, "T" | "t") {
        return vietnamese((1, "tỷ"), (1_000, "B"));
    }
    // Without its accent it is a person as often as a year.
    if word.to_lowercase() == "năm" {
        return vec![(12, "mo")];
    }
    let folded = fold(word);
    match folded.as_str() {
        "m" if !apart => vec![(1, "M"), (1, "mo")],
        "b" if !apart => vec![(1, "B")],
        "n" if !apart => vec![(1, "k")],
        "y" if !apart => vec![(12, "mo")],
        "q" if !apart => vec![(3, "mo")],
        "nt" if !apart => vec![(1_000, "tỷ")],
        "k" | "nghin" | "ngan" | "thousand" | "thousands" => vec![(1, "k")],
        "tr" | "trieu" => vec![(1, "tr")],
        "million" | "millions" | "mil" | "mio" | "mn" => vec![(1, "M")],
        "ti" => vec![(1, "tỷ")],
        "billion" | "billions" | "bil" | "bn" => vec![(1, "B")],
        "trillion" | "trillions" => vec![(1_000, "B")],
        "percent" => vec![(1, "%")],
        "pp" | "pt" | "pts" => vec![(1, "pp")],
        "d" | "day" | "days" | "ngay" => vec![(1, "d")],
        "w" | "week" | "weeks" | "wk" | "wks" | "tuan" => vec![(1, "w")],
        "mo" | "month" | "months" | "mth" | "mths" | "thang" => vec![(1, "mo")],
        "bd" | "workday" | "workdays" | "wd" => vec![(1, "bd")],
        "quarter" | "quarters" | "qui" => vec![(3, "mo")],
        "year" | "years" | "yr" | "yrs" => vec![(12, "mo")],
        _ => Vec::new(),
    }
}

fn known_suffix(word: &str) -> Option<&'static str> {
    ["k", "M", "tr", "B", "tỷ", "ty", "%", "pp", "d", "w", "mo", "bd"]
        .into_iter()
        .find(|known| *known == word)
}

/// The currency that `word` spells in another way than its ISO code.
pub(super) fn currency_spelling(word: &str) -> Option<&'static str> {
    match word {
        "đ" | "Đ" | "₫" => return Some("VND"),
        "$" => return Some("USD"),
        "€" => return Some("EUR"),
        "£" => return Some("GBP"),
        _ => {}
    }
    match word.to_lowercase().as_str() {
        "đồng" | "dong" | "vnđ" | "vnd" if word != "VND" => Some("VND"),
        "usd" | "us$" | "đô" | "dollar" | "dollars" if word != "USD" => Some("USD"),
        "eur" | "euro" | "euros" if word != "EUR" => Some("EUR"),
        _ => None,
    }
}

/// Splits what is glued behind digits (`trđ`, `VND`, `₫`) into a suffix and the ISO code of the currency behind it.
pub(super) fn split_currency(glued: &str) -> Option<(&str, &'static str)> {
    /// Longer than any suffix with any spelling of a currency behind it, in bytes.
    const LONGEST: usize = 32;
    if glued.len() > LONGEST {
        return None;
    }
    glued.char_indices().map(|(at, _)| glued.split_at(at)).find_map(|(suffix, money)| {
        let code = currency_spelling(money).or_else(|| Currency::parse(money).map(Currency::code))?;
        let scale = Suffix::parse(suffix).is_some_and(|known| matches!(known, Suffix::Scale(_)));
        (scale || !spellings(suffix, false, None).is_empty()).then_some((suffix, code))
    })
}
