//! The terminal: underlines under what they mean, nothing that acts on it, colours where they are wanted.

use std::io::Read;
use std::process::Stdio;

use unicode_width::UnicodeWidthStr;

use crate::support::{Sandbox, broken, finish};

/// The line that is underlined and the line below it, without gutters.
fn underlined(rendered: &str, word: &str) -> (String, String) {
    let lines: Vec<&str> = rendered.lines().skip_while(|line| !line.contains("owner-unknown")).collect();
    let at = lines.iter().position(|line| line.contains(word) && line.contains(" │ ")).unwrap();
    let body = |line: &str, bar: &str| line.split_once(bar).unwrap().1.to_owned();
    (body(lines[at], " │ "), body(lines[at + 1], " · "))
}

#[test]
fn underlines_stay_under_the_word() {
    let nfd = "Xa\u{302}y ne\u{302}\u{300}n thu\u{31b}o\u{31b}ng hie\u{323}\u{302}u";
    let table = [
        "goal g \"Xây nền thương hiệu\" { owner zzz }".to_owned(),
        format!("goal g \"{nfd}\" {{ owner zzz }}"),
        "\tgoal g \"a\tb\" {\towner zzz }".to_owned(),
        "goal g \"🚀 ra mắt 🇻🇳\" { owner zzz }".to_owned(),
        "goal g \"👩\u{200d}💻 👍🏽 ❤\u{fe0f} 1\u{fe0f}\u{20e3}\" { owner zzz }".to_owned(),
        "goal g \"全角 テスト\" { owner zzz }\r".to_owned(),
        "goal g \"\u{1b}[31m đỏ \u{7} \u{202e}ngược\" { owner zzz }".to_owned(),
        "goal g \"cu\u{0}t \u{9b}31m\u{200b}\" { owner zzz }".to_owned(),
    ];
    for line in table {
        let source = format!("\u{feff}roadmap \"P\" {{ period 2026 }}\r\n{line}\n");
        let run = Sandbox::new(&[("main.roadmap", &source)]).run(&["check", "--all"]);
        let (text, marks) = underlined(&run.stderr, "zzz");
        let before = text.split_once("zzz").unwrap().0;
        let start = marks.len() - marks.trim_start().len();
        assert_eq!(start, before.width(), "{line:?}\n{}", run.stderr);
        assert_eq!(marks.trim().width(), 3, "{line:?}\n{}", run.stderr);
    }
}

#[test]
fn nothing_of_the_source_acts_on_the_terminal() {
    let source = "roadmap \"\u{1b}]0;owned\u{7}\u{202e}\u{2066}\" { period 2026 }\ngoal g \"\u{1b}[2J\" { owner \u{1b}[31m }\nperson \u{202e}x \"\u{9b}1A\"\r";
    for format in ["human", "short", "github"] {
        let sandbox = Sandbox::new(&[("main.roadmap", source)]);
        let run = sandbox.run(&["check", "--format", format, "--all"]);
        let printed = run.stdout + &run.stderr;
        let acts = |c: char| {
            c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!printed.contains(acts), "{format}: {printed:?}");
    }
}

#[test]
fn colours_are_asked_for_or_left_out() {
    let sandbox = Sandbox::new(&[("main.roadmap", &broken())]);
    assert!(!sandbox.run(&["check"]).stderr.contains('\u{1b}'), "no terminal, no colours");
    assert!(sandbox.run(&["check", "--color", "always"]).stderr.contains('\u{1b}'));
    assert!(!sandbox.run(&["check", "--color", "never"]).stderr.contains('\u{1b}'));
    let mut forced = sandbox.command(&["check"]);
    forced.env("CLICOLOR_FORCE", "1");
    assert!(finish(&mut forced).stderr.contains('\u{1b}'));
    let mut refused = sandbox.command(&["check"]);
    refused.env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1");
    assert!(!finish(&mut refused).stderr.contains('\u{1b}'));
}

#[test]
fn a_closed_pipe_is_no_panic() {
    let sandbox = Sandbox::new(&[("main.roadmap", &broken())]);
    for arguments in [
        &["check", "--format", "json"][..],
        &["status"],
        &["diff", "main.roadmap", "main.roadmap"],
        &["rules"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
    ] {
        let mut child =
            sandbox.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        let status = child.wait().unwrap();
        assert_eq!((said.as_str(), status.code().is_some_and(|code| code < 2)), ("", true), "{arguments:?}");
    }
}
