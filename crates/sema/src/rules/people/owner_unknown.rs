//! `people/owner-unknown`: found where names are looked up, with the nearest name as its fix.

use crate::rules::{Check, rule};

rule!("people/owner-unknown", "people-owner-unknown", Error, Check::Elsewhere, "owner_unknown.md");
