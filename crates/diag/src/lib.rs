//! What every other crate speaks: files and places in them, diagnostics and fixes, and messages that are
//! turned into Vietnamese or English only where a person reads them.
//!
//! Nothing here knows the language, the terminal or the editor. Positions are byte offsets everywhere;
//! lines and columns, UTF-16 and display widths are the business of the crate that talks to that reader.

mod catalog;
mod diagnostic;
mod format;
mod locale;
mod message;
mod span;

pub use catalog::{message_ids, message_source, render, render_attribute, text};
pub use diagnostic::{Code, Diagnostic, Edit, Fix, Related, SITE, Severity, Tag};
pub use format::{
    format_date, format_date_short, format_decimal, format_money, format_money_short, format_percent,
};
pub use locale::Locale;
pub use message::{Arg, Message};
pub use span::{FileId, ItemIndex, Span, TextRange};
