//! Money.

use std::fmt;

use rust_decimal::Decimal;

use super::numeral::write_decimal;
use super::{Atom, AtomKind, Number};

/// An ISO 4217 currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Currency(&'static str);

/// An amount; without a currency it is in the plan's.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Money {
    /// How much, in the currency's main unit.
    pub amount: Decimal,
    /// Of what.
    pub currency: Option<Currency>,
}

impl Currency {
    /// The Vietnamese đồng.
    pub const VND: Self = Self("VND");

    /// The currency of an alphabetic code, in capitals: `VND`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let at = CODES.binary_search(&code).ok()?;
        CODES.get(at).copied().map(Self)
    }

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0
    }

    /// Every currency, in the order of codes.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.iter().copied().map(Self)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Money {
    /// The amount at the start of `atoms`, and how many atoms it takes: one, or two with a currency.
    #[must_use]
    pub fn read(atoms: &[Atom]) -> Option<(Self, usize)> {
        let AtomKind::Number(Number { value: amount, .. }) = atoms.first()?.kind else { return None };
        let currency = match atoms.get(1).map(|atom| &atom.kind) {
            Some(AtomKind::Name(name)) => Currency::parse(name),
            _ => None,
        };
        Some((Self { amount, currency }, if currency.is_some() { 2 } else { 1 }))
    }

    /// The sum of two amounts of one currency; `None` where the currencies differ or the sum is too large.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        Some(Self { amount: self.amount.checked_add(other.amount)?, currency: self.currency })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&write_decimal(self.amount, false))?;
        self.currency.map_or(Ok(()), |currency| write!(f, " {currency}"))
    }
}

/// The alphabetic codes of ISO 4217 that are money in use, sorted; metals, funds and test codes are left out.
const CODES: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP",
    "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP",
    "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD",
    "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK",
    "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR",
    "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP",
    "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP",
    "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD",
    "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG",
    "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
];
