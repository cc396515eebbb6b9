//! The server's own requests: the plan as a whole, of the texts as they are.

use insta::assert_snapshot;
use scraper::{Html, Selector};
use serde_json::{Value, json};

use super::editor::{Editor, Machine, document, uri};

const MAIN: &str = "/p/main.roadmap";
const WORK: &str = "/p/work.roadmap";

const VI: &str = r#"roadmap "Kế hoạch 2026" { period 2026; lang vi; currency VND }
include "work.roadmap"
person lan "Nguyễn Thị Lan"
goal sales "Tăng doanh số" {
  owner lan
  kpi leads 0 -> 5_000 by 2026-06-30
}
actual leads 1_200 on 2026-01-04
"#;

const WORK_VI: &str = r#"phase start "Khởi động" 2026-Q1 {
  focus "Làm nền"
  activity site "Trang web" { owner lan; start 2025-12-01; deadline 2026-01-02 }
  activity ads "Quảng cáo <b>lớn</b>" { owner lan; start 2026-02-01; deadline 2026-02-28 }
  milestone open "Mở bán" 2026-03-15
}
activity blog "Blog" { owner lan; start 2026-01-01; deadline 2026-12-31 }
"#;

fn machine() -> Machine {
    Machine::new(&[(MAIN, VI), (WORK, WORK_VI)])
}

/// An editor that speaks a language and knows our notification.
fn editor(machine: &Machine, locale: &str) -> Editor {
    let editor = Editor::start(machine, &["/p"], json!({ "experimental": { "roadmap": true } }));
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": { "locale": locale } }));
    editor
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap()
}

/// A line for each node: how deep, what, how it stands, what stands beside it, and its lines.
fn drawn(nodes: &Value, depth: usize, out: &mut String) {
    for node in nodes.as_array().unwrap() {
        let text = |key: &str| node[key].as_str().unwrap_or_default().to_owned();
        let line = |end: &str| node["range"][end]["line"].as_u64().unwrap();
        let file = text("uri").rsplit('/').next().unwrap().to_owned();
        out.push_str(&format!(
            "{}{} {} “{}” {} | {} | {} | {file}:{}-{}\n",
            "  ".repeat(depth),
            text("kind"),
            text("name"),
            text("title"),
            text("state"),
            text("detail"),
            text("tooltip"),
            line("start"),
            line("end"),
        ));
        drawn(&node["children"], depth + 1, out);
    }
}

#[test]
fn the_plan_is_a_tree() {
    for locale in ["vi", "en"] {
        let mut editor = editor(&machine(), locale);
        let plan = editor.ask("roadmap/plan", document(WORK)).unwrap();
        let mut out = format!("{}\n", plan["headline"].as_str().unwrap());
        drawn(&plan["nodes"], 0, &mut out);
        assert_snapshot!(format!("plan_{locale}"), out);
        let overview = editor.ask("roadmap/overview", document(MAIN)).unwrap();
        assert_snapshot!(format!("overview_{locale}"), pretty(&overview));
        let status = editor.ask("roadmap/status", document(MAIN)).unwrap();
        assert_snapshot!(format!("status_{locale}"), status["markdown"].as_str().unwrap());
    }
}

#[test]
fn a_milestone_that_has_passed_is_not_waited_for() {
    let plan = "roadmap \"R\" { period 2026 }\nmilestone gone \"Gone\" 2026-01-02\nmilestone next \"Next\" 2026-01-30\n";
    let mut editor = editor(&Machine::new(&[(MAIN, plan)]), "en");
    let overview = editor.ask("roadmap/overview", document(MAIN)).unwrap();
    assert_eq!(overview["nearest"]["title"], "Next");
    assert_eq!(overview["nearest"]["overdue"], false);
}

/// Each `data-src` of a preview: the element, the class it has, and the line that it points to.
fn sources(preview: &Value, texts: &[(&str, &str)]) -> Vec<String> {
    let html = Html::parse_document(preview["html"].as_str().unwrap());
    assert!(html.errors.is_empty(), "{:?}", html.errors);
    let all = Selector::parse("[data-src]").unwrap();
    let shown = html.select(&all).map(|element| {
        let (file, line) = element.attr("data-src").unwrap().split_once(':').unwrap();
        let file = preview["files"][file.parse::<usize>().unwrap()].as_str().unwrap();
        let text = texts.iter().find(|(path, _)| uri(path) == file).unwrap().1;
        let line = text.lines().nth(line.parse().unwrap()).unwrap();
        let class = element.attr("class").map(|class| format!(".{class}")).unwrap_or_default();
        format!("{}{class} → {}", element.value().name(), line.trim())
    });
    shown.collect()
}

#[test]
fn the_preview_says_which_line_it_shows() {
    let mut editor = editor(&machine(), "vi");
    // Not saved, and lines lower than on the disk.
    let (main, work) = (format!("# mới\n\n{VI}"), format!("\n{WORK_VI}"));
    editor.open(MAIN, &main);
    editor.open(WORK, &work);
    let preview = editor.ask("roadmap/preview", document(WORK)).unwrap();
    assert_eq!(preview["title"], "Kế hoạch 2026");
    assert_eq!(preview["project"], uri("/p"));
    assert_eq!(preview["files"], json!([uri(MAIN), uri(WORK)]));
    let mut found = sources(&preview, &[(MAIN, &main), (WORK, &work)]);
    found.dedup();
    assert_snapshot!(found.join("\n"));
}

#[test]
fn titles_stay_text_in_a_preview() {
    let hostile = "<script>x</script>\u{201d}'><i data-src=1:1 onclick=x>";
    let text = VI.replace("Tăng doanh số", hostile).replace("Kế hoạch 2026", "</title>&{{t}}");
    let mut editor = editor(&Machine::new(&[(MAIN, &text), (WORK, WORK_VI)]), "en");
    let preview = editor.ask("roadmap/preview", document(MAIN)).unwrap();
    assert_eq!(preview["title"], "</title>&{{t}}");
    let page = preview["html"].as_str().unwrap();
    let html = Html::parse_document(page);
    let any = |selector: &str| html.select(&Selector::parse(selector).unwrap()).count();
    assert_eq!((any("script"), any("[onclick]")), (0, 0));
    let goal = html.select(&Selector::parse(".card h3").unwrap()).next().unwrap();
    assert_eq!(goal.text().collect::<String>(), hostile);
    for attribute in page.split("data-src=\"").skip(1) {
        let value = attribute.split('"').next().unwrap();
        assert!(value.bytes().all(|byte| byte.is_ascii_digit() || byte == b':'), "{value}");
    }
}

#[test]
fn a_broken_text_has_a_preview_too() {
    let mut editor = editor(&machine(), "en");
    editor.open(MAIN, VI);
    for (version, text) in (2..).zip(["roadmap \"", "}}}", "", &VI.replace('}', ""), VI.get(..60).unwrap()]) {
        editor.replace(MAIN, version, text);
        for method in ["roadmap/preview", "roadmap/plan", "roadmap/overview", "roadmap/status"] {
            assert!(editor.ask(method, document(MAIN)).unwrap().is_object(), "{method} {text}");
        }
    }
}

#[test]
fn a_file_of_no_project_has_no_answer() {
    let mut editor = editor(&machine(), "en");
    for method in ["roadmap/preview", "roadmap/plan", "roadmap/overview", "roadmap/status"] {
        assert_eq!(editor.ask(method, document("/nowhere/x.roadmap")).unwrap(), Value::Null, "{method}");
        assert_eq!(editor.refused(method, json!({})).0, -32602);
    }
}

/// How often the editor has been told that `projects` have changed.
fn told(editor: &Editor, projects: &[&str]) -> usize {
    let wanted: Vec<String> = projects.iter().map(|project| uri(project)).collect();
    let is_it =
        |heard: &&(String, Value)| heard.0 == "roadmap/changed" && heard.1["projects"] == json!(wanted);
    editor.heard.iter().filter(is_it).count()
}

#[test]
fn an_editor_that_knows_us_is_told_what_has_changed() {
    let machine =
        Machine::new(&[(MAIN, VI), (WORK, WORK_VI), ("/q/x.roadmap", "roadmap \"Q\" { period 2026 }\n")]);
    let mut editor = Editor::start(&machine, &["/p", "/q"], json!({ "experimental": { "roadmap": true } }));
    editor.wait(|editor| told(editor, &["/p", "/q"]) == 1);
    editor.open("/q/x.roadmap", "roadmap \"Q2\" { period 2026 }\n");
    editor.wait(|editor| told(editor, &["/q"]) == 1);
    machine.write(WORK, "");
    editor.watched(&[(WORK, 2)]);
    editor.wait(|editor| told(editor, &["/p"]) == 1);

    // One that does not is left alone until it asks.
    let mut editor = Editor::start(&machine, &["/p"], json!({}));
    editor.open(MAIN, VI);
    editor.edit(MAIN, 2, [0, 0, 0, 0], " ");
    editor.findings(MAIN, 2);
    editor.ask("roadmap/overview", document(MAIN)).unwrap();
    assert_eq!(told(&editor, &["/p"]), 0);
    editor.edit(MAIN, 3, [0, 0, 0, 0], " ");
    editor.wait(|editor| told(editor, &["/p"]) == 1);
}

#[test]
fn what_is_our_own_is_announced() {
    let mut editor = Editor::connect(&machine());
    let result = editor.ask("initialize", json!({ "capabilities": {} })).unwrap();
    let own = &result["capabilities"]["experimental"]["roadmap"];
    assert_eq!(own["notifications"], json!(["roadmap/changed"]));
    assert!(own["requests"].as_array().unwrap().contains(&json!("roadmap/preview")), "{own}");
}

#[test]
fn a_rule_is_explained_in_the_readers_language() {
    for (locale, heading) in [("vi", "## Vì sao"), ("en", "## Why")] {
        let mut editor = editor(&machine(), locale);
        let explain = |editor: &mut Editor, code: &str| {
            editor.ask("roadmap/explain", json!({ "code": code })).unwrap()["markdown"].clone()
        };
        let page = explain(&mut editor, "people/owner-missing");
        assert!(page.as_str().unwrap().contains(heading), "{page}");
        assert_snapshot!(
            format!("explain_{locale}"),
            explain(&mut editor, "syntax/unclosed-block").as_str().unwrap_or_default()
        );
        assert_eq!(explain(&mut editor, "brand/own-rule"), Value::Null);
        for params in [json!({}), Value::Null] {
            let rules = editor.ask("roadmap/rules", params).unwrap()["rules"].clone();
            for rule in rules.as_array().unwrap() {
                assert!(!rule["title"].as_str().unwrap().is_empty(), "{rule}");
                assert!(explain(&mut editor, rule["code"].as_str().unwrap()).is_string(), "{rule}");
            }
        }
    }
}
