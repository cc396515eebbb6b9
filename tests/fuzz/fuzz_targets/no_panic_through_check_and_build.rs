#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roadmap_invariants::no_panic_through_check_and_build(data));
