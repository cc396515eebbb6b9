//! Text for people, before it has a language.

use jiff::civil::Date;
use rust_decimal::Decimal;

/// A sentence of the message files with what it speaks of filled in.
///
/// `id` names a message (`people-owner-missing`) or an attribute of one (`people-owner-missing.help`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// Its name in `crates/diag/messages`.
    pub id: &'static str,
    /// Its variables.
    pub args: Vec<(&'static str, Arg)>,
}

/// What stands in for a variable; numbers and dates take the reader's format.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Arg {
    /// Words of the plan, as they are.
    Text(String),
    /// A count, which also chooses the plural form.
    Count(i64),
    /// An exact number: `5.000` in Vietnamese, `5,000` in English.
    Number(Decimal),
    /// A percent, as 15 for 15%.
    Percent(Decimal),
    /// An amount and its ISO 4217 code.
    Money(Decimal, String),
    /// A day.
    Date(Date),
    /// Another message.
    Message(Box<Message>),
    /// Several, joined by commas and a last “and”.
    List(Vec<Arg>),
}

impl Message {
    /// The message `id` without variables.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Literal text, for what has no translation: a name, a rule's own words.
    #[must_use]
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self::new("verbatim").with("text", text.into())
    }

    /// Fills in a variable.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Fills in several variables.
    #[must_use]
    pub fn with_all(mut self, args: &[(&'static str, Arg)]) -> Self {
        self.args.extend_from_slice(args);
        self
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<i64> for Arg {
    fn from(value: i64) -> Self {
        Self::Count(value)
    }
}

impl From<usize> for Arg {
    fn from(value: usize) -> Self {
        Self::Count(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl From<Decimal> for Arg {
    fn from(value: Decimal) -> Self {
        Self::Number(value)
    }
}

impl From<Date> for Arg {
    fn from(value: Date) -> Self {
        Self::Date(value)
    }
}

impl From<Message> for Arg {
    fn from(value: Message) -> Self {
        Self::Message(Box::new(value))
    }
}

impl From<Vec<Arg>> for Arg {
    fn from(value: Vec<Arg>) -> Self {
        Self::List(value)
    }
}
