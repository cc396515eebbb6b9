//! The plan as a whole: `roadmap`, `include`, `calendar`.

use crate::Row;
use crate::kind::Kind::{Calendar, File, Roadmap};
use crate::slot::{Clause, Form, Namespace, Slot};
use crate::words;

pub(crate) const ROWS: &[Row] = &[
    Row::new("roadmap", &[File])
        .opens(Roadmap)
        .slots(&[Slot::one("title", Form::Title)])
        .doc(
            "The plan itself: its title, its period and whatever holds for all of it. A project has \
             exactly one; goals, phases and people stand beside it, in the same file or in included \
             ones.",
            "Chính bản lộ trình: tên, khung thời gian và những gì áp dụng cho toàn bộ. Mỗi dự án có \
             đúng một lộ trình; mục tiêu, giai đoạn và nhân sự đứng cạnh nó, trong cùng tệp hoặc trong \
             các tệp được gộp vào.",
        )
        .example(r#"roadmap "SaaS growth 2026" { period 2026; currency VND; budget 2_400M VND }"#),
    Row::new("period", &[Roadmap])
        .slots(&[Slot::one("range", Form::Range)])
        .required_by("plan/incomplete")
        .doc(
            "The days that the plan covers: a year, half, quarter or month, or two dates with `..` \
             between. Every phase must lie within it; without it the plan is incomplete.",
            "Khoảng thời gian của lộ trình: một năm, nửa năm, quý, tháng, hoặc hai ngày nối bằng `..`. \
             Mọi giai đoạn phải nằm trong khoảng này; thiếu nó thì lộ trình chưa đầy đủ.",
        )
        .example("period 2026-01-01..2026-12-31"),
    Row::new("currency", &[Roadmap])
        .slots(&[Slot::one("code", Form::Currency)])
        .default("VND")
        .doc(
            "The currency of every amount that names none, as its three-letter ISO code.",
            "Đơn vị tiền cho mọi số tiền không ghi đơn vị, viết bằng mã ISO ba chữ cái.",
        )
        .example("currency VND"),
    Row::new("lang", &[Roadmap])
        .slots(&[Slot::one("language", Form::Choice(words::LANG))])
        .default("en")
        .doc(
            "The language of the reports: `vi` or `en`. It also decides which reading of a doubtful \
             number such as `5.000` is offered first; messages on screen follow the language of the \
             person who reads them.",
            "Ngôn ngữ của báo cáo: `vi` hoặc `en`. Thuộc tính này cũng quyết định cách hiểu nào được \
             gợi ý trước khi gặp số dễ nhầm như `5.000`; thông báo trên màn hình theo ngôn ngữ của \
             người dùng.",
        )
        .example("lang vi"),
    Row::new("cadence", &[Roadmap])
        .slots(&[Slot::many("review", Form::Cadence)])
        .doc(
            "When the plan is looked at again: weekly (with a weekday), monthly (with a day of the \
             month) and quarterly. A review that is due and not written down is reported; a plan that \
             nobody revisits goes stale.",
            "Nhịp xem lại lộ trình: hằng tuần (kèm thứ), hằng tháng (kèm ngày) và hằng quý. Kỳ đánh giá \
             đã đến hạn mà chưa ghi lại sẽ bị nhắc, vì lộ trình không ai xem lại sẽ nhanh chóng lỗi \
             thời.",
        )
        .example("cadence weekly mon, monthly 1, quarterly"),
    Row::new("fiscal_year", &[Roadmap])
        .slots(&[Slot::one("month", Form::Number)])
        .default("1")
        .doc(
            "The month, 1 to 12, in which the fiscal year begins. `2026`, `2026-H1` and `2026-Q1` \
             follow it and are named for the year in which they start.",
            "Tháng bắt đầu năm tài chính, từ 1 đến 12. `2026`, `2026-H1` và `2026-Q1` tính theo tháng \
             này và lấy tên theo năm chúng bắt đầu.",
        )
        .example("fiscal_year 4"),
    Row::new("rate", &[Roadmap])
        .slots(&[Slot::one("rate", Form::Rate)])
        .clauses(&[Clause { lead: "on", slot: Slot::one("day", Form::Date) }])
        .many()
        .doc(
            "What one unit of another currency is worth, and from which day. Amounts in that currency \
             are converted at the latest rate on or before their day; without any they cannot be added \
             up, which is an error.",
            "Tỷ giá của một đơn vị tiền khác và ngày áp dụng. Số tiền bằng đơn vị đó được quy đổi theo \
             tỷ giá gần nhất tính đến ngày của nó; không có tỷ giá thì không cộng được và sẽ báo lỗi.",
        )
        .example("rate 1 USD = 25_400 VND on 2026-01-05"),
    Row::new("calendar", &[Roadmap])
        .slots(&[Slot::one("calendar", Form::Ref(Namespace::Calendar))])
        .default("weekdays")
        .doc(
            "The working days by which dates and durations are counted: a calendar of your own, or the \
             built-in `vn` (weekends, Tết, public holidays), `weekdays` or `none`.",
            "Lịch làm việc dùng để tính ngày và thời lượng: lịch tự khai báo, hoặc lịch có sẵn `vn` \
             (cuối tuần, Tết, ngày lễ), `weekdays`, `none`.",
        )
        .example("calendar vn"),
    Row::new("outputs_first", &[Roadmap])
        .doc(
            "Makes “outputs first, inputs later” strict: every phase needs a KPI that measures a \
             result, written before any KPI that measures effort. Without this line the same findings \
             are warnings, or are not made at all.",
            "Áp dụng chặt nguyên tắc “đầu ra trước, đầu vào sau”: giai đoạn nào cũng cần một KPI đo kết \
             quả, viết trước mọi KPI đo nỗ lực. Không có dòng này thì các điểm đó chỉ là cảnh báo hoặc \
             không bị xét.",
        )
        .example("outputs_first"),
    Row::new("positioning", &[Roadmap])
        .slots(&[Slot::one("text", Form::Text)])
        .doc(
            "What the brand stands for in the customer's mind, in a sentence or two. Messages and USPs \
             of the phases should follow from it.",
            "Thương hiệu đại diện cho điều gì trong tâm trí khách hàng, gói trong một hai câu. Thông \
             điệp và USP của các giai đoạn nên xuất phát từ đây.",
        )
        .example(r#"positioning "The simplest sales app for small shops""#),
    Row::new("include", &[File])
        .slots(&[Slot::one("path", Form::Path)])
        .many()
        .doc(
            "Reads another file, or all files that a pattern finds, as if they stood here. The path is \
             relative to this file and never leaves the project folder; a file counts once however \
             often it is included.",
            "Gộp một tệp khác, hoặc mọi tệp khớp mẫu, như thể nội dung nằm ngay tại đây. Đường dẫn tính \
             từ tệp này và không ra ngoài thư mục dự án; mỗi tệp chỉ được tính một lần.",
        )
        .example(r#"include "people.roadmap""#),
    Row::new("calendar", &[File])
        .opens(Calendar)
        .slots(&[Slot::one("id", Form::Id), Slot::maybe("title", Form::Title)])
        .many()
        .doc(
            "A calendar of working days under a name of its own: which weekdays are free, which days \
             are holidays, which are worked all the same.",
            "Một lịch làm việc có tên riêng: thứ nào được nghỉ, ngày nào là ngày lễ, ngày nào vẫn đi làm.",
        )
        .example(r#"calendar office { like vn; holiday "Company trip" 2026-07-10 }"#),
    Row::new("weekend", &[Calendar])
        .slots(&[Slot::many("day", Form::Choice(&words::WEEKDAYS))])
        .doc(
            "The weekdays on which nobody works, from `mon` to `sun`. Left out, they are those of the \
             calendar named by `like`.",
            "Những thứ không làm việc trong tuần, từ `mon` đến `sun`. Bỏ trống thì lấy theo lịch nêu ở \
             `like`.",
        )
        .example("weekend sat, sun"),
    Row::new("holiday", &[Calendar])
        .slots(&[Slot::maybe("name", Form::Title), Slot::one("days", Form::When)])
        .many()
        .doc(
            "A day or a stretch of days off, with a name where wanted. Durations in working days pass \
             over it, and a deadline on it is pointed out.",
            "Một ngày hoặc một đợt nghỉ, có thể kèm tên. Thời lượng tính theo ngày làm việc sẽ bỏ qua, \
             và hạn chót rơi vào đó sẽ được nhắc.",
        )
        .example(r#"holiday "Company trip" 2026-07-10"#),
    Row::new("workday", &[Calendar])
        .slots(&[Slot::maybe("name", Form::Title), Slot::one("days", Form::When)])
        .many()
        .doc(
            "A day that is worked although it would be free, such as a Saturday that makes up for a \
             long holiday.",
            "Ngày vẫn đi làm dù lẽ ra được nghỉ, ví dụ thứ Bảy làm bù cho kỳ nghỉ dài.",
        )
        .example(r#"workday "Make-up day" 2026-08-22"#),
    Row::new("like", &[Calendar])
        .slots(&[Slot::one("calendar", Form::Ref(Namespace::Calendar))])
        .doc(
            "The calendar that this one starts from: `vn`, `weekdays`, `none` or one of your own. What \
             is written here is added to it.",
            "Lịch làm gốc cho lịch này: `vn`, `weekdays`, `none` hoặc lịch tự khai báo. Những gì viết \
             thêm ở đây được cộng vào lịch gốc.",
        )
        .example("like vn"),
];
