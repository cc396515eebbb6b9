#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roadmap_invariants::fmt_keeps_the_model(data));
