//! What is done: `activity` and `task`.

use crate::kind::Kind::{Activity, File, Goal, Launch, Material, Phase, Script, Task};
use crate::slot::{Clause, Form, Namespace, Slot};
use crate::words;
use crate::{Group, Row};

const STATUS_SLOTS: &[Slot] = &[
    Slot::one("status", Form::Choice(words::STATUS)),
    Slot::maybe("progress", Form::Percent),
    Slot::maybe("why", Form::Title),
    Slot::maybe("day", Form::Date),
];

const ON_DAY: &[Clause] = &[Clause { lead: "on", slot: Slot::one("day", Form::Date) }];

pub(crate) const ROWS: &[Row] = &[
    Row::new("activity", &[File, Phase, Goal])
        .opens(Activity)
        .slots(&[Slot::one("id", Form::Id), Slot::one("title", Form::Title)])
        .many()
        .doc(
            "A piece of work that serves a goal. It needs an owner, a KPI and a deadline: without these \
             three it is a wish. At the top level it belongs to every phase that its dates touch.",
            "Một việc phục vụ mục tiêu. Cần có người phụ trách, KPI và hạn chót: thiếu ba điều này thì \
             mới chỉ là mong muốn. Đặt ở cấp ngoài cùng thì thuộc về mọi giai đoạn mà thời gian của nó \
             chạm tới.",
        )
        .example(
            r#"activity landing "Landing page and CRM" {
  owner minh
  kpi leads >= 1_500
  deadline 2026-02-15
}"#,
        ),
    Row::new("category", &[Activity])
        .group(Group::What)
        .slots(&[Slot::one("category", Form::Choice(words::CATEGORY))])
        .doc(
            "The group of work it belongs to. Reports compare the groups, and `ads` and `pr` mark a \
             campaign.",
            "Nhóm công việc của hoạt động. Báo cáo so sánh các nhóm với nhau; `ads` và `pr` đánh dấu \
             một chiến dịch.",
        )
        .example("category conversion"),
    Row::new("kind", &[Activity, Task])
        .group(Group::What)
        .slots(&[Slot::one("kind", Form::Free)])
        .doc(
            "The form of the work in a word of your own: `webinar`, `seo_blog`, `livestream`, `kol`. \
             Calendars are drawn for each kind.",
            "Hình thức công việc, bằng một từ tự chọn: `webinar`, `seo_blog`, `livestream`, `kol`. Mỗi \
             loại có lịch riêng.",
        )
        .example("kind webinar"),
    Row::new("priority", &[Activity])
        .group(Group::What)
        .slots(&[Slot::one("priority", Form::Choice(words::PRIORITY))])
        .default("normal")
        .doc("What comes first where not all can be done.", "Việc nào làm trước khi không thể làm hết.")
        .example("priority high"),
    Row::new("start", &[Activity])
        .group(Group::Time)
        .slots(&[Slot::one("date", Form::Start)])
        .doc(
            "The first day of the work; a period stands for its first day. Left out, it is computed \
             from `after` where that is written.",
            "Ngày bắt đầu; ghi một kỳ thì lấy ngày đầu kỳ. Bỏ trống thì tính từ `after` nếu có ghi.",
        )
        .example("start 2026-01-05"),
    Row::new("deadline", &[Activity, Launch, Script])
        .group(Group::Time)
        .slots(&[Slot::one("date", Form::Deadline)])
        .required_by("time/deadline-missing")
        .doc(
            "The latest day on which it may be finished; a period stands for its last day. Left out, it \
             is computed from `start` or `after` and the `duration`; where that is not possible it is \
             missing.",
            "Ngày muộn nhất phải xong; ghi một kỳ thì lấy ngày cuối kỳ. Bỏ trống thì tính từ `start` \
             hoặc `after` cộng `duration`; không tính được thì bị báo thiếu.",
        )
        .example("deadline 2026-02-15"),
    Row::new("deadline", &[Task, Material])
        .group(Group::Time)
        .slots(&[Slot::one("date", Form::Deadline)])
        .doc(
            "The latest day on which it may be finished; a period stands for its last day. Left out, it \
             is the deadline of what it stands in.",
            "Ngày muộn nhất phải xong; ghi một kỳ thì lấy ngày cuối kỳ. Bỏ trống thì lấy hạn chót của \
             mục chứa nó.",
        )
        .example("deadline 2026-01-20"),
    Row::new("duration", &[Activity])
        .group(Group::Time)
        .slots(&[Slot::one("duration", Form::Duration)])
        .doc(
            "How long the work takes: `10d`, `6w`, `3mo`, or `5bd` in working days. Both ends count: a \
             week from Monday ends on Sunday.",
            "Thời lượng công việc: `10d`, `6w`, `3mo`, hoặc `5bd` là ngày làm việc. Tính cả hai đầu: \
             một tuần bắt đầu thứ Hai kết thúc Chủ nhật.",
        )
        .example("duration 6w"),
    Row::new("after", &[Activity, Launch])
        .group(Group::Time)
        .slots(&[Slot::many("work", Form::RefLag(Namespace::Work))])
        .many()
        .doc(
            "What must be finished, or have happened, before it starts; `+3d` leaves a gap. The start \
             is then the next working day, and a deadline that cannot be kept is reported with the \
             chain that causes it.",
            "Những gì phải xong hoặc đã diễn ra trước khi bắt đầu; `+3d` để cách ra thêm. Ngày bắt đầu \
             là ngày làm việc kế tiếp; hạn chót không thể kịp sẽ được báo cùng chuỗi việc gây ra.",
        )
        .example("after landing +3d, app_v2"),
    Row::new("before", &[Activity])
        .group(Group::Time)
        .slots(&[Slot::many("launch", Form::Ref(Namespace::Launch))])
        .many()
        .doc(
            "The launch that this work prepares, such as a teaser or press work. It must end before the \
             launch; a launch without such work comes as a surprise to customers.",
            "Đợt ra mắt mà việc này chuẩn bị, như teaser hay PR. Phải xong trước ngày ra mắt; ra mắt mà \
             không truyền thông trước thì khách hàng không hay biết.",
        )
        .example("before app_v2"),
    Row::new("channel", &[Activity])
        .group(Group::Where)
        .slots(&[Slot::many("channel", Form::RefShare(Namespace::Channel))])
        .many()
        .doc(
            "The channels that the work uses. Its budget is split evenly among them, or by the shares \
             written: `ads 70%, seo 30%`. They should be channels of its phase.",
            "Các kênh mà hoạt động sử dụng. Ngân sách chia đều cho các kênh, hoặc theo tỷ lệ ghi kèm: \
             `ads 70%, seo 30%`. Nên là các kênh của giai đoạn.",
        )
        .example("channel ads 70%, seo 30%"),
    Row::new("spent", &[Activity])
        .group(Group::Money)
        .slots(&[Slot::one("amount", Form::Money)])
        .doc(
            "What has been spent so far. More than the budget is reported.",
            "Số tiền đã chi đến nay. Vượt ngân sách sẽ bị báo.",
        )
        .example("spent 85M VND"),
    Row::new("status", &[Activity, Launch, Script])
        .group(Group::State)
        .slots(STATUS_SLOTS)
        .clauses(ON_DAY)
        .default("planned")
        .doc(
            "How far the work is: `idea`, `planned`, `in_progress` with its percent, `blocked` or \
             `cancelled` with the reason, `done` with the date. `on` gives the day on which this was \
             true. An `idea` is not yet in the plan: nothing is asked of it, and it counts in no load \
             or budget.",
            "Tình trạng công việc: `idea`, `planned`, `in_progress` kèm phần trăm, `blocked` hoặc \
             `cancelled` kèm lý do, `done` kèm ngày. `on` ghi ngày cập nhật. `idea` chưa thuộc kế \
             hoạch: không bị yêu cầu gì và không tính vào tải hay ngân sách.",
        )
        .example("status in_progress 40% on 2026-02-02"),
    Row::new("supports", &[Activity])
        .group(Group::Service)
        .slots(&[Slot::many("goal", Form::Ref(Namespace::Goal))])
        .many()
        .required_by("goal/link-missing")
        .doc(
            "The goal that the work serves. Inside a goal, and where the phase has only one, it is \
             understood; otherwise work without a goal is work done on a feeling.",
            "Mục tiêu mà hoạt động phục vụ. Nằm trong mục tiêu, hoặc giai đoạn chỉ có một mục tiêu, thì \
             tự hiểu; còn lại, việc không gắn mục tiêu là làm theo cảm tính.",
        )
        .example("supports pipeline"),
    Row::new("promotes", &[Activity])
        .group(Group::Service)
        .slots(&[Slot::many("launch", Form::Ref(Namespace::Launch))])
        .many()
        .doc(
            "The launch that this work sells. Without `before` it may not start earlier than the \
             launch: a loud campaign for a product that is not ready wastes it.",
            "Đợt ra mắt mà hoạt động này quảng bá. Nếu không có `before` thì không được bắt đầu trước \
             ngày ra mắt: chiến dịch rầm rộ mà sản phẩm chưa sẵn sàng là lãng phí.",
        )
        .example("promotes app_v2"),
    Row::new("every", &[Activity])
        .group(Group::Time)
        .slots(&[Slot::one("rhythm", Form::Every)])
        .doc(
            "Repeats the work from its start to its deadline: on a weekday (`mon`), at an interval \
             (`2w`) or on a day of the month (`month 15`). KPI and budget are those of the whole \
             series.",
            "Lặp lại công việc từ ngày bắt đầu đến hạn chót: theo thứ (`mon`), theo khoảng cách (`2w`) \
             hoặc theo ngày trong tháng (`month 15`). KPI và ngân sách tính cho cả chuỗi.",
        )
        .example("every mon"),
    Row::new("task", &[Activity])
        .group(Group::Parts)
        .opens(Task)
        .slots(&[Slot::one("title", Form::Title)])
        .many()
        .doc(
            "A step of the work, for checklists. Progress is the share of tasks done where the status \
             gives no percent.",
            "Một bước của công việc, dùng cho checklist. Khi trạng thái không ghi phần trăm, tiến độ là \
             tỷ lệ đầu việc đã xong.",
        )
        .example(r#"task "Design the page" { owner nam; deadline 2026-01-20 }"#),
    Row::new("channel", &[Task])
        .group(Group::Where)
        .slots(&[Slot::one("channel", Form::Ref(Namespace::Channel))])
        .doc("The channel that the task is for.", "Kênh mà đầu việc này phục vụ.")
        .example("channel seo"),
    Row::new("done", &[Task, Material])
        .group(Group::State)
        .slots(&[Slot::maybe("day", Form::Date)])
        .doc(
            "Says that it is finished, and on which day where known.",
            "Cho biết đã xong, kèm ngày nếu biết.",
        )
        .example("done 2026-01-19"),
];
