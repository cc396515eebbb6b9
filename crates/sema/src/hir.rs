//! Statements after the schema: which row each one is, and its values in typed form, names still unresolved.
//!
//! A [`Hir`] is a function of one top-level statement's tree and nothing else, so that it stays true while other
//! statements change. Ranges count from that statement's first byte.

use jiff::civil::Date;
use roadmap_diag::TextRange;
use roadmap_schema::{Kind, Row};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use crate::expr::{Condition, Formula};
use crate::problem::Problem;
use crate::value::{Currency, Duration, Lag, Period};

/// One top-level statement, its inner statements behind it in the order of the text.
#[derive(Debug, Default)]
pub struct Hir {
    /// Statements; the children of one follow it up to its `next`.
    pub stmts: Vec<HirStmt>,
    /// Values of all statements, each statement's in one run.
    pub values: Vec<HirValue>,
    /// What is wrong by the schema and the value forms alone.
    pub problems: Vec<Problem>,
    /// What is wrong with values behind unknown keywords, by statement: it matters only if the keyword is a field.
    pub field_problems: Vec<(u32, Problem)>,
    /// `# allow(…)` comments.
    pub allows: Vec<Allow>,
}

/// A statement.
#[derive(Debug)]
pub struct HirStmt {
    /// Its row; for an unknown keyword, that of the nearest known one, if any is near.
    pub row: Option<&'static Row>,
    /// Whether the keyword is in the table. One that is not may be a field of the company's own: the project decides.
    pub known: bool,
    /// The block it stands in.
    pub parent_kind: Kind,
    /// Its first word as written.
    pub keyword: SmolStr,
    /// Place of the first word.
    pub keyword_range: TextRange,
    /// From the first word to the last value.
    pub head: TextRange,
    /// From the first word to the end of its block.
    pub range: TextRange,
    /// The `{` of its block.
    pub open: Option<TextRange>,
    /// The `}` of its block.
    pub close: Option<TextRange>,
    /// Whether what is in its block begins on the line of the `{`.
    pub begins_on_line: bool,
    /// Columns before it on its line.
    pub indent: u32,
    /// Whether the text around it is broken, so that what it lacks may only have been lost.
    pub damaged: bool,
    /// Index of the statement it stands in.
    pub parent: Option<u32>,
    /// Index of the first statement behind its block.
    pub next: u32,
    /// First of its values in [`Hir::values`].
    pub first_value: u32,
    /// Number of its values.
    pub value_count: u32,
}

/// A value, and which slot or clause of the row it fills.
#[derive(Debug, Clone)]
pub struct HirValue {
    /// The slot's or clause's name in the schema.
    pub slot: &'static str,
    /// What is written.
    pub value: Value,
    /// Where.
    pub range: TextRange,
}

/// A value in typed form.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// An identifier, in NFC.
    Name(SmolStr),
    /// A dotted path.
    Path(Box<[SmolStr]>),
    /// A name with its share in percent.
    Share(Box<[SmolStr]>, Option<Decimal>),
    /// A name with the time to wait behind it.
    Lag(Box<[SmolStr]>, Option<Lag>),
    /// A string or a text.
    Text(SmolStr),
    /// A word of the schema's list.
    Choice(&'static str),
    /// An amount.
    Amount(Amount),
    /// A sum of money.
    Money(Box<[Term]>),
    /// A day, a period or a range.
    When(When),
    /// A length of time.
    Duration(Duration),
    /// A KPI's target.
    Target(Target),
    /// Old and new value, as written.
    Change(Box<(Scalar, Scalar)>),
    /// Any one value.
    Scalar(Scalar),
    /// What an alert waits for.
    Alert(AlertWhen),
    /// A condition.
    Condition(Box<Condition>),
    /// A formula.
    Formula(Box<Formula>),
    /// A name, a text, or both.
    Message {
        /// The name.
        name: Option<SmolStr>,
        /// The text.
        text: Option<SmolStr>,
    },
    /// When reviews are held.
    Cadence(Cadence),
    /// When something comes back.
    Every(Every),
    /// What one unit of a currency costs in another.
    Rate(Amount, Amount),
    /// The type of a field.
    FieldType(&'static str, Box<[SmolStr]>),
    /// `group/name`.
    RuleName(SmolStr),
    /// A column, an operator's sign and a value.
    ColumnTest(SmolStr, &'static str, Scalar),
    /// A currency.
    Currency(Currency),
    /// Something wrong that has been reported: it counts as written.
    Broken,
}

/// A number and what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The number; 15 for 15%.
    pub value: Decimal,
    /// What it counts.
    pub unit: AmountUnit,
    /// Whether it was written with a sign, and so is relative to a baseline where that makes sense.
    pub signed: bool,
}

/// One term of a sum of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Its amount.
    pub amount: Amount,
    /// Where it stands.
    pub range: TextRange,
}

/// What a written number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountUnit {
    /// Nothing is written.
    Plain,
    /// `%`
    Percent,
    /// `pp`: points of percent.
    Points,
    /// A currency.
    Money(Currency),
}

/// A day, or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// One day.
    Day(Date),
    /// A named period.
    Period(Period),
    /// From the start of one to the end of another.
    Range(Edge, Edge),
}

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// A day.
    Day(Date),
    /// A period: its first day as a start, its last as an end.
    Period(Period),
}

/// A KPI's target as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// `5_000`: at least, or at most where less is better.
    Bare(Amount),
    /// `>= 1_500`
    Compare(Comparison, Amount),
    /// `2..4`
    Band(Amount, Amount),
    /// `0 -> 5_000`
    Change(Amount, Amount),
}

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// One value of any form.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// An amount.
    Amount(Amount),
    /// Money from several terms, or one.
    Money(Box<[Amount]>),
    /// A day, period or range.
    When(When),
    /// A length of time.
    Duration(Duration),
    /// A word or path.
    Name(Box<[SmolStr]>),
    /// A string.
    Text(SmolStr),
}

/// What an alert waits for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AlertWhen {
    /// More than this percent behind the planned pace.
    Behind(Decimal),
    /// More than this percent of the plan is used.
    Over(Decimal),
    /// A reading outside the usual range.
    Anomaly,
    /// No reading for this long.
    Stale(Duration),
    /// A plain comparison.
    Compare(Comparison, Amount),
}

/// A review that comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cadence {
    /// `weekly`, `monthly` or `quarterly`.
    pub rhythm: &'static str,
    /// For `weekly`: 0 for Monday.
    pub weekday: Option<u8>,
    /// For `monthly`: the day of the month.
    pub day: Option<u8>,
}

/// The rhythm of work that comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// Each week on this day; 0 is Monday.
    Weekday(u8),
    /// Each so many days, weeks, months or working days.
    Interval(Duration),
    /// Each month on this day.
    MonthDay(u8),
}

/// A comment that allows rules for the statement below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The statement it covers with its block.
    pub stmt: u32,
    /// `group/name` or `group/*`, each with its place.
    pub names: Vec<(SmolStr, TextRange)>,
    /// Why, where it is said.
    pub reason: Option<SmolStr>,
    /// The comment.
    pub range: TextRange,
}

impl Hir {
    /// The statement at `index`.
    #[must_use]
    pub fn stmt(&self, index: u32) -> Option<&HirStmt> {
        self.stmts.get(index as usize)
    }

    /// The indices of the statements directly inside `index`, in the order of the text.
    pub fn children(&self, index: u32) -> impl Iterator<Item = u32> + '_ {
        let end = self.stmt(index).map_or(0, |stmt| stmt.next);
        let mut at = index + 1;
        std::iter::from_fn(move || {
            let current = at;
            if current >= end {
                return None;
            }
            at = self.stmt(current)?.next.max(current + 1);
            Some(current)
        })
    }

    /// The indices of the top-level statements: one, save where the text is broken.
    pub fn roots(&self) -> impl Iterator<Item = u32> + '_ {
        let mut at = 0;
        std::iter::from_fn(move || {
            let current = at;
            at = self.stmt(current)?.next.max(current + 1);
            Some(current)
        })
    }

    /// The values of `stmt`.
    #[must_use]
    pub fn values_of(&self, stmt: &HirStmt) -> &[HirValue] {
        let start = stmt.first_value as usize;
        self.values.get(start..start + stmt.value_count as usize).unwrap_or(&[])
    }

    /// The first value of `stmt` in the slot called `slot`.
    #[must_use]
    pub fn value(&self, stmt: &HirStmt, slot: &str) -> Option<&HirValue> {
        self.values_of(stmt).iter().find(|value| value.slot == slot)
    }
}

/// The slot name of the one value of any form that stands behind an unknown keyword.
pub const FIELD_SLOT: &str = "field";

impl HirStmt {
    /// What its own block is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.row.map_or(Kind::Leaf, |row| row.kind)
    }
}

impl When {
    /// Its first day; `fiscal` is the first month of the fiscal year.
    #[must_use]
    pub fn start(self, fiscal: u8) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Period(period) => period.range(fiscal).0,
            Self::Range(from, _) => from.start(fiscal),
        }
    }

    /// Its last day; `fiscal` is the first month of the fiscal year.
    #[must_use]
    pub fn end(self, fiscal: u8) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Period(period) => period.range(fiscal).1,
            Self::Range(_, to) => to.end(fiscal),
        }
    }
}

impl Edge {
    fn start(self, fiscal: u8) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Period(period) => period.range(fiscal).0,
        }
    }

    fn end(self, fiscal: u8) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Period(period) => period.range(fiscal).1,
        }
    }
}
