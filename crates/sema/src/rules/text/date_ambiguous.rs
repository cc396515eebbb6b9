//! `text/date-ambiguous`: found where dates are read; no value is assumed.

use crate::rules::{Check, rule};

rule!("text/date-ambiguous", "text-date-ambiguous", Error, Check::Elsewhere, "date_ambiguous.md");
