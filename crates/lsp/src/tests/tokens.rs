//! Colours: the same words in every encoding, and differences that lead from one answer to the next.

use serde_json::{Value, json};

use super::editor::{Editor, Machine, document, uri};

const MAIN: &str = "/p/main.roadmap";

const PLAN: &str = "roadmap \"Kế hoạch\" { period 2026 }\nperson hu\u{1ec7} \"Huệ 👩‍💻\" { role cmo }\r\n\
     goal g \"Tăng tru\u{31b}o\u{31b}\u{309}ng 🚀\" { owner hue\u{323}\u{302}; kpi leads 0 -> 5_000 by 2026-06-30 }\n\
     phase p \"Nền\" 2026-Q1 {\n  # allow(kpi/vanity): đã bàn 👩‍💻\n  note \"\"\"\n    Xin chào 👩‍💻.\n    Hết.\n  \"\"\"\n}\n";

fn start(encoding: &str, delta: bool, long: bool) -> Editor {
    let capabilities = json!({
        "general": { "positionEncodings": [encoding] },
        "textDocument": {
            "semanticTokens": { "requests": { "full": { "delta": delta } }, "multilineTokenSupport": long, "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"] },
        },
    });
    let mut editor = Editor::start(&Machine::new(&[(MAIN, PLAN)]), &["/p"], capabilities);
    editor.open(MAIN, PLAN);
    editor.findings(MAIN, 1);
    editor
}

fn numbers(data: &Value) -> Vec<u32> {
    data.as_array().unwrap().iter().map(|number| u32::try_from(number.as_u64().unwrap()).unwrap()).collect()
}

/// What an editor counts in an encoding.
fn width(c: char, encoding: &str) -> u32 {
    let width = match encoding {
        "utf-8" => c.len_utf8(),
        "utf-16" => c.len_utf16(),
        _ => 1,
    };
    u32::try_from(width).unwrap()
}

/// The words that tokens are, with the numbers of their types and modifiers.
fn words(text: &str, data: &[u32], encoding: &str) -> Vec<(String, u32, u32)> {
    let lines: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let (mut line, mut column) = (0, 0);
    let mut words = Vec::new();
    for token in data.chunks(5) {
        line += token[0];
        column = if token[0] == 0 { column + token[1] } else { token[1] };
        let mut skipped = 0;
        let rest = text.get(lines[line as usize]..).unwrap().chars().skip_while(|c| {
            let skips = skipped < column;
            skipped += if skips { width(*c, encoding) } else { 0 };
            skips
        });
        let mut taken = 0;
        let word: String = rest
            .take_while(|c| {
                let takes = taken < token[2];
                taken += if takes { width(*c, encoding) } else { 0 };
                takes
            })
            .collect();
        words.push((word, token[3], token[4]));
    }
    words
}

#[test]
fn words_have_their_colours_in_every_encoding() {
    let mut seen: Option<Vec<(String, u32, u32)>> = None;
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut editor = start(encoding, false, false);
        let answer = editor.ask("textDocument/semanticTokens/full", document(MAIN)).unwrap();
        assert!(answer.get("resultId").is_none(), "nobody will ask for what differs");
        let words = words(PLAN, &numbers(&answer["data"]), encoding);
        let plain: Vec<&str> = words.iter().map(|(word, _, _)| word.as_str()).collect();
        assert_eq!(
            plain[..12],
            [
                "roadmap",
                "\"Kế hoạch\"",
                "period",
                "2026",
                "person",
                "hu\u{1ec7}",
                "\"Huệ 👩‍💻\"",
                "role",
                "cmo",
                "goal",
                "g",
                "\"Tăng tru\u{31b}o\u{31b}\u{309}ng 🚀\""
            ],
            "{encoding}"
        );
        assert_eq!(
            plain[21..],
            [
                "phase",
                "p",
                "\"Nền\"",
                "2026-Q1",
                "# ",
                "allow",
                "(",
                "kpi/vanity",
                "): đã bàn 👩‍💻",
                "note",
                "\"\"\"",
                "Xin chào 👩‍💻.",
                "Hết.",
                "\"\"\""
            ],
            "{encoding}"
        );
        assert_eq!(seen.get_or_insert_with(|| words.clone()), &words, "{encoding}");
    }
}

#[test]
fn a_text_is_one_token_where_the_editor_takes_that() {
    let mut editor = start("utf-16", false, true);
    let answer = editor.ask("textDocument/semanticTokens/full", document(MAIN)).unwrap();
    let words = words(PLAN, &numbers(&answer["data"]), "utf-16");
    assert_eq!(words.last().unwrap().0, "\"\"\"\n    Xin chào 👩‍💻.\n    Hết.\n  \"\"\"");
}

#[test]
fn the_legend_names_every_number() {
    let mut editor = Editor::connect(&Machine::default());
    let result = editor.ask("initialize", json!({ "processId": null, "capabilities": {} })).unwrap();
    let provider = &result["capabilities"]["semanticTokensProvider"];
    assert_eq!(provider["full"], json!({ "delta": true }));
    assert_eq!(provider["range"], true);
    assert_eq!(
        provider["legend"]["tokenModifiers"],
        json!([
            "declaration",
            "deprecated",
            "readonly",
            "defaultLibrary",
            "date",
            "duration",
            "money",
            "percent"
        ])
    );
    let types = provider["legend"]["tokenTypes"].as_array().unwrap();
    assert_eq!((types.len(), &types[0], &types[18]), (19, &json!("keyword"), &json!("comment")));
}

#[test]
fn a_part_of_the_text_has_the_tokens_of_its_statements() {
    let mut editor = start("utf-16", true, false);
    let mut params = document(MAIN);
    params["range"] = json!({ "start": { "line": 1, "character": 3 }, "end": { "line": 1, "character": 9 } });
    let answer = editor.ask("textDocument/semanticTokens/range", params).unwrap();
    assert!(answer.get("resultId").is_none());
    let data = numbers(&answer["data"]);
    let found: Vec<String> = words(PLAN, &data, "utf-16").into_iter().map(|(word, _, _)| word).collect();
    assert_eq!(found, ["person", "huệ", "\"Huệ 👩‍💻\"", "role", "cmo"]);
    assert_eq!(data[0], 1, "counted from the start of the text");
}

/// Makes the edits of a delta in the numbers that it counts from.
fn apply(data: &mut Vec<u32>, edits: &Value) {
    for edit in edits.as_array().unwrap().iter().rev() {
        let start = usize::try_from(edit["start"].as_u64().unwrap()).unwrap();
        let count = usize::try_from(edit["deleteCount"].as_u64().unwrap()).unwrap();
        let new = edit.get("data").map(numbers).unwrap_or_default();
        data.splice(start..start + count, new);
    }
}

#[test]
fn differences_lead_from_each_answer_to_the_next() {
    let mut editor = start("utf-16", true, false);
    let first = editor.ask("textDocument/semanticTokens/full", document(MAIN)).unwrap();
    let (mut id, mut data) = (first["resultId"].clone(), numbers(&first["data"]));
    let typed = [
        "x",
        "\n",
        "{",
        "}",
        "\"",
        "\"\"\"",
        "# ",
        "đ",
        "👩‍💻",
        "e\u{323}\u{302}",
        "\nowner huệ\n",
        ";",
        "2026-02-30",
        "",
        "",
    ];
    let mut seed = 7_usize;
    for version in 2..160 {
        seed = (seed * 48_271) % 2_147_483_647;
        let (line, column) = (u32::try_from(seed % 12).unwrap(), u32::try_from(seed / 12 % 30).unwrap());
        let text = typed[seed % typed.len()];
        let width = u32::try_from(seed / 7 % 5).unwrap();
        editor.edit(MAIN, version, [line, column, line, column + width], text);
        let mut params = document(MAIN);
        params["previousResultId"] = id.clone();
        let answer = editor.ask("textDocument/semanticTokens/full/delta", params).unwrap();
        apply(&mut data, &answer["edits"]);
        id = answer["resultId"].clone();
        // Now and then the editor asks for all, and counts from that.
        if version % 3 == 0 {
            let full = editor.ask("textDocument/semanticTokens/full", document(MAIN)).unwrap();
            assert_eq!(numbers(&full["data"]), data, "{version}");
            id = full["resultId"].clone();
        }
    }
    // What the editor does not have any more, nor we: everything anew.
    let mut params = document(MAIN);
    params["previousResultId"] = json!("of another day");
    let answer = editor.ask("textDocument/semanticTokens/full/delta", params).unwrap();
    assert_eq!(numbers(&answer["data"]), data);
    editor.close(MAIN);
    let mut params = document(MAIN);
    params["previousResultId"] = answer["resultId"].clone();
    let answer = editor.ask("textDocument/semanticTokens/full/delta", params).unwrap();
    assert!(answer.get("data").is_some(), "forgotten as the text was closed");
}

#[test]
fn an_editor_is_told_to_ask_again_where_files_change() {
    let capabilities = json!({ "workspace": { "semanticTokens": { "refreshSupport": true }, "codeLens": { "refreshSupport": true } } });
    let machine = Machine::new(&[(MAIN, PLAN)]);
    let mut editor = Editor::start(&machine, &["/p"], capabilities);
    editor.open(MAIN, PLAN);
    editor.findings(MAIN, 1);
    editor.heard.clear();
    editor.watched(&[(MAIN, 2)]);
    let asked = |editor: &Editor, method: &str| editor.heard.iter().any(|(heard, _)| heard == method);
    editor.wait(|editor| asked(editor, "workspace/codeLens/refresh"));
    assert!(asked(&editor, "workspace/semanticTokens/refresh"));
    assert!(!asked(&editor, "workspace/inlayHint/refresh"));
    assert_eq!(uri(MAIN), "file:///p/main.roadmap");
}
