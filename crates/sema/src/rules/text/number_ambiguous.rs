//! `text/number-ambiguous`: found where numbers are read; no value is assumed.

use crate::rules::{Check, rule};

rule!("text/number-ambiguous", "text-number-ambiguous", Error, Check::Elsewhere, "number_ambiguous.md");
