//! Compiles the generated parser.

fn main() {
    let source = "src";
    cc::Build::new()
        .std("c11")
        .include(source)
        // Of the generated code.
        .flag_if_supported("-Wno-unused-parameter")
        .flag_if_supported("-Wno-unused-but-set-variable")
        .files(["src/parser.c", "src/scanner.c"])
        .compile("tree-sitter-roadmap");
    println!("cargo::rerun-if-changed={source}");
}
