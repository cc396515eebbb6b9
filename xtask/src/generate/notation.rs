//! How the reference writes what a statement takes: `kpi METRIC [TARGET] [per PERIOD] [by DATE]`.

use roadmap_schema::{Form, Namespace, Row, Slot, word_label};

use super::language::Language;

/// The statement with its values in capitals; what may be left out stands in brackets.
pub(crate) fn signature(row: &Row) -> String {
    let mut text = row.keyword.to_owned();
    for slot in row.slots {
        text.push(' ');
        text.push_str(&optional(!slot.required, placeholder(slot)));
    }
    for clause in row.clauses {
        text.push(' ');
        text.push_str(&optional(true, format!("{} {}", clause.lead, placeholder(&clause.slot))));
    }
    text
}

/// Each value of the statement in words: its name in capitals, then its form.
pub(crate) fn values(row: &Row, language: Language) -> Vec<(String, String)> {
    let slots = row.slots.iter().chain(row.clauses.iter().map(|clause| &clause.slot));
    let mut values: Vec<_> =
        slots.map(|slot| (slot.name.to_uppercase(), form(slot.form, language))).collect();
    // A value that may stand in two places, such as the day of a status, is told once.
    values.dedup();
    values
}

fn optional(optional: bool, text: String) -> String {
    if optional { format!("[{text}]") } else { text }
}

fn placeholder(slot: &Slot) -> String {
    let name = slot.name.to_uppercase();
    let one = match slot.form {
        Form::Title | Form::Path => format!("\"{name}\""),
        _ => name,
    };
    if slot.list { format!("{one}, …") } else { one }
}

/// A form in words.
fn form(form: Form, language: Language) -> String {
    let (en, vi) = match form {
        Form::Choice(words) => return choice(words, language),
        Form::Ref(namespace) => return reference(namespace, language).to_owned(),
        Form::RefShare(namespace) => {
            let name = reference(namespace, language);
            return language.pick(
                format!("{name}, and its share where wanted: `ads 70%`"),
                format!("{name}, có thể kèm tỷ lệ: `ads 70%`"),
            );
        }
        Form::RefLag(namespace) => {
            let name = reference(namespace, language);
            return language.pick(
                format!("{name}, and a lag where wanted: `landing +3d`"),
                format!("{name}, có thể kèm khoảng cách: `landing +3d`"),
            );
        }
        Form::Id => ("a new name", "một tên mới"),
        Form::Title => ("a string", "một chuỗi"),
        Form::Text => ("a string or a `\"\"\"` text", "một chuỗi hoặc văn bản `\"\"\"`"),
        Form::Free => ("a word of your own", "một từ tự chọn"),
        Form::Number => ("a number", "một số"),
        Form::Percent => ("a percent", "một tỷ lệ phần trăm"),
        Form::Amount => ("a number, percent or money", "một số, phần trăm hoặc số tiền"),
        Form::Money => {
            ("money, or a sum: `90M VND + 30M VND`", "số tiền, hoặc một tổng: `90M VND + 30M VND`")
        }
        Form::Deadline => {
            ("a date, or a period for its last day", "một ngày, hoặc một kỳ (lấy ngày cuối kỳ)")
        }
        Form::Start => ("a date, or a period for its first day", "một ngày, hoặc một kỳ (lấy ngày đầu kỳ)"),
        Form::Date => ("a date", "một ngày"),
        Form::Range => ("a period, or two dates with `..` between", "một kỳ, hoặc hai ngày nối bằng `..`"),
        Form::When => ("a date, a period or a range", "một ngày, một kỳ hoặc một khoảng ngày"),
        Form::Duration => {
            ("a duration: `10d`, `6w`, `3mo`, `5bd`", "một thời lượng: `10d`, `6w`, `3mo`, `5bd`")
        }
        Form::Target => (
            "a target: `>= 1_500`, `0 -> 5_000`, `5_000`, `2..4`",
            "một chỉ tiêu: `>= 1_500`, `0 -> 5_000`, `5_000`, `2..4`",
        ),
        Form::Change => (
            "the old and the new value: `2026-02-10 -> 2026-02-15`",
            "giá trị cũ và mới: `2026-02-10 -> 2026-02-15`",
        ),
        Form::Scalar => ("one value", "một giá trị"),
        Form::AlertWhen => (
            "`behind 15%`, `over 90%`, `anomaly`, `stale 14d`, or a comparison such as `< 100`",
            "`behind 15%`, `over 90%`, `anomaly`, `stale 14d`, hoặc một phép so sánh như `< 100`",
        ),
        Form::Condition => ("a condition", "một điều kiện"),
        Form::Formula => ("a formula: `spend / leads`", "một công thức: `spend / leads`"),
        Form::Message => (
            "a text, a name and a text, or a name given elsewhere",
            "một câu, một tên kèm một câu, hoặc một tên đã đặt ở nơi khác",
        ),
        Form::Cadence => ("`weekly mon`, `monthly 1`, `quarterly`", "`weekly mon`, `monthly 1`, `quarterly`"),
        Form::Every => ("`mon`, `2w` or `month 15`", "`mon`, `2w` hoặc `month 15`"),
        Form::Rate => ("a rate: `1 USD = 25_400 VND`", "một tỷ giá: `1 USD = 25_400 VND`"),
        Form::FieldType => (
            "`text`, `number`, `percent`, `money`, `date`, `person`, `yes_no`, or `one_of` with strings",
            "`text`, `number`, `percent`, `money`, `date`, `person`, `yes_no`, hoặc `one_of` kèm các chuỗi",
        ),
        Form::RuleName => ("`group/name`", "`nhóm/tên`"),
        Form::ColumnTest => (
            "a column compared with a value: `\"Status\" = \"won\"`",
            "so sánh một cột với một giá trị: `\"Status\" = \"won\"`",
        ),
        Form::Currency => ("an ISO 4217 code such as `VND`", "mã ISO 4217 như `VND`"),
        Form::Path => ("the path of a file, as a string", "đường dẫn tệp, viết dạng chuỗi"),
    };
    language.pick(en, vi).to_owned()
}

/// The words to choose from, each with its label where that says more than the word.
fn choice(words: &[&str], language: Language) -> String {
    let each = words.iter().map(|word| {
        let label = word_label(words, word).map(|label| language.pick(label.en, label.vi));
        match label {
            Some(label) if label != word.replace('_', " ") => format!("`{word}` ({label})"),
            _ => format!("`{word}`"),
        }
    });
    each.collect::<Vec<_>>().join(", ")
}

/// What a name in this place may refer to.
fn reference(namespace: Namespace, language: Language) -> &'static str {
    let (en, vi) = match namespace {
        Namespace::Person => ("a person", "một người"),
        Namespace::PersonOrTeam => ("a person or a team", "một người hoặc một nhóm"),
        Namespace::Team => ("a team", "một nhóm"),
        Namespace::Channel => ("a channel", "một kênh"),
        Namespace::Metric => ("a metric", "một chỉ số"),
        Namespace::MetricOrBudget => ("a metric, or `budget`", "một chỉ số, hoặc `budget`"),
        Namespace::SourceColumn => {
            ("a column of a source: `crm.qualified`", "một cột của nguồn: `crm.qualified`")
        }
        Namespace::Source => ("a source", "một nguồn dữ liệu"),
        Namespace::Calendar => ("a calendar", "một lịch làm việc"),
        Namespace::Segment => ("a segment", "một phân khúc"),
        Namespace::Product => ("a product", "một sản phẩm"),
        Namespace::Goal => ("a goal", "một mục tiêu"),
        Namespace::Launch => ("a launch", "một đợt ra mắt"),
        Namespace::Work => (
            "an activity, a launch, a script or a milestone",
            "một hoạt động, đợt ra mắt, kịch bản hoặc cột mốc",
        ),
        Namespace::ScriptTarget => {
            ("an activity, a launch or a phase", "một hoạt động, đợt ra mắt hoặc giai đoạn")
        }
        Namespace::Dimension => {
            ("the channel, segment, product or activity", "kênh, phân khúc, sản phẩm hoặc hoạt động")
        }
        Namespace::Property => {
            ("a property of something: `landing.deadline`", "một thuộc tính: `landing.deadline`")
        }
    };
    language.pick(en, vi)
}

#[cfg(test)]
mod tests {
    use roadmap_schema::{Kind, find};

    use super::{signature, values};
    use crate::generate::language::Language;

    #[test]
    fn statements_read_as_they_are_written() {
        let cases = [
            (Kind::Goal, "kpi", "kpi METRIC [TARGET] [per PERIOD] [by DATE]"),
            (Kind::File, "activity", "activity ID \"TITLE\""),
            (Kind::File, "metric", "metric ID [\"TITLE\"] [= FORMULA]"),
            (Kind::Activity, "support", "support WHO, …"),
            (Kind::Roadmap, "outputs_first", "outputs_first"),
            (Kind::Phase, "channel", "channel CHANNEL [RANK]"),
        ];
        for (parent, keyword, expected) in cases {
            assert_eq!(signature(find(parent, keyword).unwrap()), expected);
        }
    }

    #[test]
    fn words_to_choose_from_come_with_their_labels() {
        let rank = &values(find(Kind::Phase, "channel").unwrap(), Language::Vietnamese)[1];
        assert_eq!(rank.0, "RANK");
        assert_eq!(rank.1, "`primary` (kênh chủ lực), `support` (kênh hỗ trợ)");
    }
}
