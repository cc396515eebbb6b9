#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roadmap_invariants::tree_text_equals_input(data));
