#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roadmap_invariants::fixes_apply_and_remove_what_they_fix(data));
