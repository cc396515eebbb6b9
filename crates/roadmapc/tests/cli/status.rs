//! `status`: how a plan stands.

use std::process::Command;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::support::{Run, Sandbox, broken, finish};

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/saas-vi");

/// `status` of the large example on the day that it speaks of.
fn example(arguments: &[&str], columns: &str) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roadmapc"));
    command.args(["status", EXAMPLE, "--as-of", "2026-05-18"]).args(arguments);
    finish(command.env_clear().env("COLUMNS", columns))
}

/// A plan that lacks nothing of what `status` shows: late, blocked, undecided, missed, ahead.
const PLAN: &str = r#"roadmap "Xưởng gốm" { period 2026-01-01..2026-06-30; lang vi; currency VND; cadence weekly mon, monthly 15; budget 100M }
person hoa "Trần Thị Hoa" { role marketing }
person hue "Lê Huệ" { role sales }
person an  "Phạm An" { role product_owner }
team   lo  "Lò nung" { members an }
phase mot "Mở xưởng" 2026-Q1 {
  focus   "Khách quen"
  channel facebook_ads primary
  goal khach "Có 500 khách mới trong quý đầu tiên" { owner hoa; kpi customers 0 -> 500 by 2026-03-31; kpi leads 0 -> 900 by 2026-03-31 }
  activity anh "Chụp ảnh bộ sưu tập mùa xuân cùng ba nhiếp ảnh gia trong thành phố" { owner hoa; kpi customers >= 100; start 2026-01-05; deadline 2026-01-28; before bo; channel facebook_ads; budget 20M; task "Thuê phòng" { owner hue; deadline 2026-01-20 } }
  activity men "Thử men mới" { owner an; kpi customers >= 10; start 2026-01-12; deadline 2026-02-05; status blocked "chờ đất sét từ Bát Tràng"; channel facebook_ads }
  launch bo "Bộ sưu tập xuân" { owner an; deadline 2026-02-10; after men; material deck { done 2026-01-20 }; material pricing { deadline 2026-02-06 } }
  milestone mo "Mở cửa hàng" 2026-02-14 { owner hoa }
}
actual customers 2026-01-31 90
review 2026-01-19 weekly { owner hoa; finding "Chậm"; proposal "Thuê thêm một thợ xoay" }
"#;

#[test]
fn a_plan_in_trouble() {
    let sandbox = Sandbox::new(&[("main.roadmap", PLAN)]);
    insta::assert_snapshot!(sandbox.run(&["status", "--locale", "vi"]).shown());
    insta::assert_snapshot!(sandbox.run(&["status", "--locale", "en"]).shown());
}

#[test]
fn a_plan_as_markdown() {
    let sandbox = Sandbox::new(&[("main.roadmap", PLAN)]);
    insta::assert_snapshot!(sandbox.run(&["status", "--format", "md", "--locale", "vi"]).shown());
    let part = ["status", "--format", "md", "--locale", "en", "--owner", "hue"];
    insta::assert_snapshot!(sandbox.run(&part).shown());
}

#[test]
fn the_large_example_in_both_languages() {
    insta::assert_snapshot!(example(&["--locale", "vi"], "80").shown());
    insta::assert_snapshot!(example(&["--locale", "en"], "80").shown());
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let sandbox = Sandbox::new(&[("main.roadmap", PLAN)]);
    for columns in [24_usize, 40, 60, 80, 100] {
        let mut command = sandbox.command(&["status", "--locale", "vi"]);
        let small = finish(command.env("COLUMNS", columns.to_string())).stdout;
        let large = example(&[], &columns.to_string()).stdout;
        for line in small.lines().chain(large.lines()) {
            assert!(line.width() <= columns, "{columns}: {line}");
        }
    }
    insta::assert_snapshot!(example(&["--locale", "vi", "--owner", "an"], "40").stdout);
}

#[test]
fn a_part_is_found_by_any_name() {
    let sandbox = Sandbox::new(&[("main.roadmap", PLAN)]);
    let said = |owner: &str| {
        let run = sandbox.run(&["status", "--owner", owner]);
        format!("{}{}", run.stdout.lines().nth(2).unwrap_or_default(), run.stderr)
    };
    for name in ["hoa", "HOA", "Trần Thị Hoa", "tran thi hoa", "Thị Hoa"] {
        assert_eq!(said(name), "What Trần Thị Hoa answers for", "{name}");
    }
    assert_eq!(said("lò nung"), "What Lò nung answers for");
    assert_eq!(said("hia"), "error: nobody and no team is called `hia`. Did you mean `hoa`?\n");
    assert_eq!(said("zzzzzz"), "error: nobody and no team is called `zzzzzz`\n");
    let twice = PLAN.replace("\"Lê Huệ\"", "\"Lê Thị Huệ\"");
    let run = Sandbox::new(&[("main.roadmap", &twice)]).run(&["status", "--owner", "thị", "--locale", "vi"]);
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (2, "lỗi: có nhiều người tên `thị`: `hoa` và `hue`. Hãy dùng một trong các tên ngắn này.\n")
    );
}

#[test]
fn json_is_by_its_schema() {
    let schema = serde_json::to_value(roadmap_api::status_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for run in [
        example(&["--format", "json"], "80"),
        Sandbox::new(&[("main.roadmap", PLAN)]).run(&["status", "--format", "json"]),
        Sandbox::new(&[("main.roadmap", "roadmap \"Trống\"\n")]).run(&["status", "--format", "json"]),
    ] {
        let json: Value = serde_json::from_str(&run.stdout).unwrap();
        let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
        assert_eq!((json["version"].clone(), run.stderr.as_str(), run.status), (Value::from(1), "", 0));
    }
    let json = Sandbox::new(&[("main.roadmap", PLAN)]).run(&["status", "--format", "json"]).stdout;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["launches"][0]["materials_open"], serde_json::json!(["pricing"]));
    assert_eq!(json["reviews"][0]["next"], "2026-01-26");
    assert_eq!(json["decisions"][0]["days"], 14);
}

#[test]
fn plans_that_are_empty_broken_or_without_dates_have_a_state_too() {
    let undated = "roadmap \"Chưa có ngày\" { lang vi }\nperson an \"An\"\nactivity a \"Việc\" { owner an }\ngoal g \"Mục tiêu\" { owner an }\n";
    let mut all = String::new();
    for source in ["roadmap \"Trống\"\n", undated, "roadmap \"Gãy\" { period 2026\nphase x \"X { \n"] {
        for locale in ["vi", "en"] {
            let run = Sandbox::new(&[("main.roadmap", source)]).run(&["status", "--locale", locale]);
            assert_eq!(run.status, 0, "{}", run.stderr);
            all += &format!("{}────────\n", run.stdout);
        }
    }
    insta::assert_snapshot!(all);
    let run = Sandbox::new(&[("main.roadmap", &broken())]).run(&["status"]);
    assert!(run.stdout.contains("1 error in the plan"), "{}", run.stdout);
    assert_eq!(Sandbox::new(&[]).run(&["status"]).status, 2);
}

#[test]
fn colours_are_asked_for_and_say_nothing_alone() {
    let sandbox = Sandbox::new(&[("main.roadmap", PLAN)]);
    let plain = sandbox.run(&["status"]).stdout;
    let coloured = sandbox.run(&["status", "--color", "always"]).stdout;
    assert!(!plain.contains('\u{1b}') && coloured.contains("\u{1b}[31m"));
    let mut stripped = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, behind)) = rest.split_once('\u{1b}') {
        stripped.push_str(before);
        rest = behind.split_once('m').unwrap().1;
    }
    assert_eq!(stripped + rest, plain, "the same words with and without colours");
}
