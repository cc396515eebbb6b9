//! Snippets for VS Code: the example of each statement that opens a block, its values as places to fill in.

use std::collections::BTreeMap;

use roadmap_schema::{Kind, Row, rows};
use serde::Serialize;

/// What a snippet is called.
struct Name {
    kind: Kind,
    vi: &'static str,
    /// The Vietnamese name as it is typed without accents.
    plain: &'static str,
}

const NAMES: [Name; 14] = [
    Name { kind: Kind::Roadmap, vi: "lộ trình", plain: "lo trinh" },
    Name { kind: Kind::Person, vi: "nhân sự", plain: "nhan su" },
    Name { kind: Kind::Team, vi: "nhóm", plain: "nhom" },
    Name { kind: Kind::Channel, vi: "kênh", plain: "kenh" },
    Name { kind: Kind::Metric, vi: "chỉ số", plain: "chi so" },
    Name { kind: Kind::Segment, vi: "phân khúc", plain: "phan khuc" },
    Name { kind: Kind::Product, vi: "sản phẩm", plain: "san pham" },
    Name { kind: Kind::Goal, vi: "mục tiêu", plain: "muc tieu" },
    Name { kind: Kind::Phase, vi: "giai đoạn", plain: "giai doan" },
    Name { kind: Kind::Activity, vi: "hoạt động", plain: "hoat dong" },
    Name { kind: Kind::Launch, vi: "ra mắt", plain: "ra mat" },
    Name { kind: Kind::Script, vi: "kịch bản", plain: "kich ban" },
    Name { kind: Kind::Milestone, vi: "cột mốc", plain: "cot moc" },
    Name { kind: Kind::Review, vi: "đánh giá", plain: "danh gia" },
];

#[derive(Serialize)]
struct Snippet {
    prefix: Vec<String>,
    body: Vec<String>,
    description: String,
}

/// The file that VS Code reads: for each statement one snippet under its English name and one under its Vietnamese.
///
/// The language server offers whole statements too, with the plan's own names, under their keywords; `new-` keeps these apart.
///
/// # Errors
/// Where it cannot be written as JSON.
pub(super) fn snippets() -> Result<String, serde_json::Error> {
    let mut snippets = BTreeMap::new();
    for Name { kind, vi, plain } in NAMES {
        let Some(row) = rows().find(|row| row.kind == kind && row.stands_in(Kind::File)) else { continue };
        let word = |name: &str| name.replace(' ', "-");
        let body = body(row);
        let description = first_sentence(row.doc.en);
        let prefix = vec![format!("new-{}", row.keyword)];
        snippets.insert(format!("New {}", row.keyword), Snippet { prefix, body: body.clone(), description });
        let description = first_sentence(row.doc.vi);
        let prefix = vec![word(plain), word(vi)];
        snippets.insert(format!("Thêm {vi}"), Snippet { prefix, body, description });
    }
    let mut json = serde_json::to_string_pretty(&snippets)?;
    json.push('\n');
    Ok(json)
}

fn first_sentence(doc: &str) -> String {
    let end = doc.find(". ").or_else(|| doc.find(": "));
    let sentence = end.and_then(|end| doc.get(..end)).unwrap_or(doc);
    sentence.trim_end_matches('.').replace('`', "")
}

/// The lines of a row's example, each value a place to fill in.
fn body(row: &Row) -> Vec<String> {
    let mut place = 1;
    row.example.lines().map(|line| filled(line, &mut place)).collect()
}

/// A line with a place for each value: what follows the keyword of each of its statements, but for the words that announce
/// a value.
fn filled(line: &str, place: &mut usize) -> String {
    let mut out = String::new();
    let mut is_keyword = true;
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let (token, behind) = rest.split_at(length(rest, first));
        rest = behind;
        let is_value = is_word(first) || first == '"';
        if is_value && !is_keyword && !announces(token) {
            out.push_str(&stop(token, place));
        } else {
            out.push_str(&token.replace('\\', "\\\\").replace('$', "\\$"));
        }
        is_keyword = if is_value { false } else { is_keyword || matches!(first, '{' | ';') };
    }
    out
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '+'
}

fn announces(word: &str) -> bool {
    rows().flat_map(|row| row.clauses).any(|clause| clause.lead == word)
}

/// How long the token at the start of `rest` is: a string, a word, an amount of money, or one character.
fn length(rest: &str, first: char) -> usize {
    if first == '"' {
        return rest.char_indices().skip(1).find(|(_, c)| *c == '"').map_or(rest.len(), |(end, _)| end + 1);
    }
    if !is_word(first) {
        return first.len_utf8();
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | ';' | ',' | '"');
    let word = rest.find(ends).unwrap_or(rest.len());
    let currency =
        rest.get(word..).and_then(|behind| behind.strip_prefix(' ')).and_then(|next| next.get(..3));
    let is_money = first.is_ascii_digit()
        && currency.is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_uppercase()));
    if is_money { word + 4 } else { word }
}

fn stop(token: &str, place: &mut usize) -> String {
    let number = *place;
    *place += 1;
    let inside = |text: &str| text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}");
    match token.strip_prefix('"').and_then(|token| token.strip_suffix('"')) {
        Some(text) => format!("\"${{{number}:{}}}\"", inside(text)),
        None => format!("${{{number}:{}}}", inside(token)),
    }
}

#[cfg(test)]
mod tests {
    use roadmap_schema::{Kind, rows};

    use super::{NAMES, body, filled, snippets};

    #[test]
    fn values_are_places_and_keywords_are_not() {
        let mut place = 1;
        assert_eq!(
            filled(r#"person lan "Nguyễn Thị Lan" { role cmo; capacity 3 }"#, &mut place),
            r#"person ${1:lan} "${2:Nguyễn Thị Lan}" { role ${3:cmo}; capacity ${4:3} }"#
        );
        assert_eq!(
            filled("  kpi revenue 1_000M VND -> +30% by 2026-06-30", &mut place),
            "  kpi ${5:revenue} ${6:1_000M VND} -> ${7:+30%} by ${8:2026-06-30}"
        );
        assert_eq!(filled(r#"say "{title}: $5""#, &mut place), r#"say "${9:{title\}: \$5}""#);
    }

    /// What stands in a file once nothing of a snippet was changed.
    fn expanded(body: &str) -> String {
        let mut out = String::new();
        let mut inside = false;
        let mut rest = body.chars();
        while let Some(c) = rest.next() {
            match c {
                '\\' => out.extend(rest.next()),
                '$' => {
                    inside = true;
                    rest.find(|c| *c == ':').unwrap();
                }
                '}' if inside => inside = false,
                _ => out.push(c),
            }
        }
        out
    }

    #[test]
    fn what_is_left_as_it_stands_is_the_example() {
        for row in rows() {
            assert_eq!(expanded(&body(row).join("\n")), row.example);
        }
    }

    #[test]
    fn every_name_has_a_statement() {
        for name in NAMES {
            assert!(rows().any(|row| row.kind == name.kind && row.stands_in(Kind::File)), "{}", name.vi);
        }
        assert_eq!(snippets().unwrap().matches("\"prefix\"").count(), 2 * NAMES.len());
    }
}
