//! What really happened, and what was made of it: `review`, `actual`, `alert`.

use crate::kind::Kind::{Actual, Alert, File, Metric, Review, Rule};
use crate::slot::{Form, Namespace, Slot};
use crate::words;
use crate::{Group, Row};

pub(crate) const ROWS: &[Row] = &[
    Row::new("review", &[File])
        .opens(Review)
        .slots(&[Slot::one("date", Form::Date), Slot::one("cadence", Form::Choice(words::REVIEW))])
        .many()
        .doc(
            "An entry in the log of what was learned and changed: the day, and which of the regular \
             reviews it is (`weekly`, `monthly`, `quarterly`, or `extra`). A roadmap is a living plan; \
             this is where it lives.",
            "Một mục trong nhật ký những gì đã rút ra và thay đổi: ngày, và thuộc kỳ nào (`weekly`, \
             `monthly`, `quarterly`, hoặc `extra`). Lộ trình là kế hoạch sống, và đây là nơi ghi lại \
             điều đó.",
        )
        .example(r#"review 2026-02-02 weekly { owner lan; finding "CPL is 18% above plan" }"#),
    Row::new("finding", &[Review])
        .slots(&[Slot::one("text", Form::Text)])
        .many()
        .doc("Something that the review showed.", "Điều rút ra từ buổi đánh giá.")
        .example(r#"finding "CPL is 18% above plan""#),
    Row::new("bottleneck", &[Review])
        .slots(&[Slot::one("text", Form::Text)])
        .many()
        .doc(
            "What holds up the results most. A monthly review should name one.",
            "Điểm nghẽn cản trở kết quả nhiều nhất. Đánh giá hằng tháng nên nêu điểm nghẽn.",
        )
        .example(r#"bottleneck "Leads wait two days for a call""#),
    Row::new("decision", &[Review])
        .slots(&[Slot::one("text", Form::Text)])
        .many()
        .doc(
            "What was decided. A quarterly review should decide on channels, budget or focus.",
            "Điều đã quyết định. Đánh giá hằng quý nên có quyết định về kênh, ngân sách hoặc trọng tâm.",
        )
        .example(r#"decision "Move 60M VND from ads to SEO""#),
    Row::new("because", &[Review])
        .slots(&[Slot::many("cause", Form::Choice(words::BECAUSE))])
        .many()
        .doc(
            "What in the market made the change necessary.",
            "Thay đổi nào của thị trường khiến phải điều chỉnh.",
        )
        .example("because ad_cost, rival"),
    Row::new("proposal", &[Review])
        .slots(&[Slot::one("text", Form::Text), Slot::maybe("state", Form::Choice(words::PROPOSAL))])
        .many()
        .doc(
            "A change that is put to those who decide, with its state: `open` where none is written.",
            "Đề xuất gửi cấp quyết định, kèm trạng thái; không ghi thì là `open`.",
        )
        .example(r#"proposal "Hire one more editor" open"#),
    Row::new("changes", &[Review])
        .slots(&[Slot::one("property", Form::Ref(Namespace::Property)), Slot::one("change", Form::Change)])
        .many()
        .doc(
            "What was changed in the plan: the property, its old and its new value. KPIs that change \
             too often tire the team, so the changes are counted.",
            "Điều đã đổi trong lộ trình: thuộc tính, giá trị cũ và giá trị mới. KPI đổi liên tục làm \
             đội ngũ mệt mỏi, nên số lần đổi được đếm.",
        )
        .example("changes landing.deadline 2026-02-10 -> 2026-02-15"),
    Row::new("attended", &[Review])
        .slots(&[Slot::many("person", Form::Ref(Namespace::Person))])
        .many()
        .doc(
            "Who was there: sales, finance and operations should be, where the review is about results.",
            "Ai đã tham dự; khi bàn về kết quả nên có sales, tài chính và vận hành.",
        )
        .example("attended lan, tuan"),
    Row::new("actual", &[File])
        .opens(Actual)
        .slots(&[
            Slot::one("metric", Form::Ref(Namespace::Metric)),
            Slot::one("when", Form::When),
            Slot::one("value", Form::Amount),
        ])
        .many()
        .doc(
            "A reading entered by hand: the metric, the day or period, the value. For a month it is \
             that month's figure; on a date, a metric that adds up gives the total so far, any other \
             its state on that day.",
            "Số liệu thực tế nhập tay: chỉ số, ngày hoặc kỳ, giá trị. Ghi theo tháng là con số của \
             tháng đó; ghi theo ngày thì chỉ số cộng dồn là tổng đến nay, chỉ số khác là giá trị tại \
             ngày đó.",
        )
        .example("actual leads 2026-01-31 1_250"),
    Row::new("by", &[Actual])
        .slots(&[
            Slot::one("dimension", Form::Choice(words::DIMENSION)),
            Slot::one("name", Form::Ref(Namespace::Dimension)),
        ])
        .many()
        .doc(
            "The part of the whole that the reading is about: a channel, segment, product or activity. \
             An activity's KPI is measured only by readings of that activity.",
            "Số liệu này thuộc phần nào: kênh, phân khúc, sản phẩm hay hoạt động. KPI của một hoạt động \
             chỉ được đo bằng số liệu của chính hoạt động đó.",
        )
        .example("by channel ads"),
    Row::new("source", &[Actual])
        .slots(&[Slot::one("text", Form::Text)])
        .doc("Where the figure was read, in words.", "Số liệu lấy từ đâu, viết bằng lời.")
        .example(r#"source "Monthly sales report""#),
    Row::new("alert", &[File])
        .opens(Alert)
        .slots(&[
            Slot::one("what", Form::Ref(Namespace::MetricOrBudget)),
            Slot::one("condition", Form::AlertWhen),
        ])
        .many()
        .doc(
            "Asks to be told when a metric or the budget goes wrong: `behind 15%` of the planned pace, \
             `over 90%` of the budget, an `anomaly`, `stale 14d` without a new reading, or a \
             comparison.",
            "Yêu cầu cảnh báo khi một chỉ số hoặc ngân sách có vấn đề: chậm so với nhịp kế hoạch \
             (`behind 15%`), vượt mức ngân sách (`over 90%`), bất thường (`anomaly`), quá lâu không có \
             số mới (`stale 14d`), hoặc một phép so sánh.",
        )
        .example("alert budget over 90%"),
    Row::new("alert", &[Metric])
        .opens(Alert)
        .slots(&[Slot::one("condition", Form::AlertWhen)])
        .many()
        .doc(
            "Asks to be told when this metric goes wrong, wherever a KPI uses it: `behind 15%`, \
             `anomaly`, `stale 14d`, or a comparison.",
            "Yêu cầu cảnh báo khi chỉ số này có vấn đề, ở mọi KPI dùng nó: `behind 15%`, `anomaly`, \
             `stale 14d`, hoặc một phép so sánh.",
        )
        .example("alert anomaly"),
    Row::new("notify", &[Alert])
        .slots(&[Slot::many("who", Form::Ref(Namespace::PersonOrTeam))])
        .many()
        .doc(
            "Who is told; left out, the owner of what the alert is about.",
            "Ai nhận cảnh báo; bỏ trống thì là người phụ trách mục liên quan.",
        )
        .example("notify lan, content"),
    Row::new("level", &[Alert, Rule])
        .group(Group::State)
        .slots(&[Slot::one("level", Form::Choice(words::LEVEL))])
        .default("warning")
        .doc(
            "How serious it is: an `error` fails the check, a `warning` is shown, a `hint` only helps.",
            "Mức độ nghiêm trọng: `error` làm kiểm tra thất bại, `warning` là cảnh báo, `hint` chỉ là \
             gợi ý.",
        )
        .example("level error"),
    Row::new("action", &[Alert])
        .slots(&[Slot::one("text", Form::Text)])
        .doc(
            "What to do when the alert goes off: change the budget, the message or the channel.",
            "Cần làm gì khi có cảnh báo: đổi ngân sách, thông điệp hay kênh.",
        )
        .example(r#"action "Pause the worst ad group""#),
];
