//! The smallest values.

use std::fmt;

use jiff::civil::Date;
use roadmap_diag::{Locale, TextRange};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::numeral::write_decimal;
use super::{Duration, Lag, Number, Period};

/// What is known of the plan when its values are read. It orders and fills fixes; it never changes a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct AtomContext {
    /// The plan's `lang`: which reading of `5.000` is offered first.
    pub lang: Option<Locale>,
    /// The year of the plan's period: what completes a date without a year (`30/4`) in a fix.
    pub year: Option<i16>,
}

/// A value with its place.
#[derive(Clone, PartialEq, Debug)]
pub struct Atom {
    /// What it is.
    pub kind: AtomKind,
    /// Its place, in the coordinates of the tokens.
    pub range: TextRange,
}

/// What a value is.
#[derive(Clone, PartialEq, Debug)]
pub enum AtomKind {
    /// An identifier, in NFC: a reference, an enum word, a currency.
    Name(SmolStr),
    /// `a.b`: at least two identifiers, in NFC.
    Path(Box<[SmolStr]>),
    /// `"…"`, its escapes resolved.
    Str(String),
    /// `"""…"""`: Markdown without the common indentation.
    Text(String),
    /// `5_000`, `1.5tỷ`.
    Number(Number),
    /// `15%`, `+30%`.
    Percent {
        /// 15 for 15%.
        value: Decimal,
        /// Whether a sign was written: then it is relative to the baseline.
        signed: bool,
    },
    /// `+3pp`: percentage points.
    Points {
        /// 3 for 3pp.
        value: Decimal,
        /// Whether a sign was written.
        signed: bool,
    },
    /// `2026-03-31`.
    Date(Date),
    /// `2026-Q1`; a bare year is a [`Number`] that also reads as a period.
    Period(Period),
    /// `6w`.
    Duration(Duration),
    /// `+3d`, `-2bd`.
    Lag(Lag),
    /// `,`
    Comma,
    /// An operator.
    Op(Op),
    /// What one error was given for; nothing more is to be said about it.
    Mistake,
}

/// An operator.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Op {
    /// `=`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `->`
    Arrow,
    /// `..`
    To,
}

impl Op {
    const ALL: [Self; 14] = [
        Self::Eq,
        Self::Ne,
        Self::Lt,
        Self::Le,
        Self::Gt,
        Self::Ge,
        Self::Add,
        Self::Sub,
        Self::Mul,
        Self::Div,
        Self::Open,
        Self::Close,
        Self::Arrow,
        Self::To,
    ];

    /// The operator written `text`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|op| op.as_str() == text)
    }

    /// How it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Eq => "=",
            Self::Ne => "!=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::Div => "/",
            Self::Open => "(",
            Self::Close => ")",
            Self::Arrow => "->",
            Self::To => "..",
        }
    }
}

/// Writes the source form; a mistake has none and writes nothing.
impl fmt::Display for AtomKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name),
            Self::Path(names) => f.write_str(&names.join(".")),
            Self::Str(text) => f.write_str(&super::text::quote(text)),
            Self::Text(text) => write!(f, "\"\"\"\n{text}\n\"\"\""),
            Self::Number(number) => number.fmt(f),
            Self::Percent { value, signed } => write!(f, "{}%", write_decimal(*value, *signed)),
            Self::Points { value, signed } => write!(f, "{}pp", write_decimal(*value, *signed)),
            Self::Date(date) => date.fmt(f),
            Self::Period(period) => period.fmt(f),
            Self::Duration(duration) => duration.fmt(f),
            Self::Lag(lag) => lag.fmt(f),
            Self::Comma => f.write_str(","),
            Self::Op(op) => f.write_str(op.as_str()),
            Self::Mistake => Ok(()),
        }
    }
}
