use crate::format;

/// Each would take minutes if any step were worse than linear.
#[test]
fn long_and_deep_texts_are_laid_out() {
    const COUNT: usize = 4_000;
    let cases = [
        "{".repeat(COUNT),
        "}".repeat(COUNT),
        "a{".repeat(COUNT),
        format!("{}{}", "a { ".repeat(200), "} ".repeat(200)),
        format!("{}{}", "a {\n".repeat(200), "}\n".repeat(200)),
        "a;".repeat(COUNT),
        format!("a {{\n{}}}", "b 1;".repeat(COUNT)),
        format!("a {{ {} }}", "b 1;".repeat(COUNT)),
        format!("a {}", "b,".repeat(COUNT)),
        format!("a {}", "1/".repeat(COUNT)),
        "a \"".repeat(COUNT),
        "§ ".repeat(COUNT),
        "§;".repeat(COUNT),
        "a b {} ".repeat(COUNT),
        "a { § } ".repeat(COUNT),
        "#\n".repeat(COUNT),
        "a 1 # c\n".repeat(COUNT),
        "a \"\"\"\n".repeat(COUNT),
        "\n".repeat(COUNT),
        "\r".repeat(COUNT),
    ];
    for case in cases {
        let once = format(&case).text;
        assert_eq!(format(&once).text, once);
    }
}
