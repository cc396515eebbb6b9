//! The stretches of the year: `phase` and what is decided for each.

use crate::kind::Kind::{
    Activity, Channel, File, Goal, Launch, Month, Phase, PhaseChannel, Product, Roadmap, Script, Segment,
};
use crate::slot::{Clause, Form, Namespace, Slot};
use crate::words;
use crate::{Group, Row};

/// Money that may be split by objective: `budget 90M VND for lead`.
const FOR_OBJECTIVE: &[Clause] =
    &[Clause { lead: "for", slot: Slot::one("objective", Form::Choice(words::OBJECTIVE)) }];

pub(crate) const ROWS: &[Row] = &[
    Row::new("phase", &[File])
        .opens(Phase)
        .slots(&[
            Slot::one("id", Form::Id),
            Slot::one("title", Form::Title),
            Slot::one("period", Form::Range),
        ])
        .many()
        .required_by("plan/incomplete")
        .doc(
            "A stretch of the plan with one main focus: a quarter, a month or a stage of growth. It \
             names what it concentrates on, its channels and its goals, so that not everything is done \
             at once.",
            "Một chặng của lộ trình với một trọng tâm: theo quý, theo tháng hoặc theo bước tăng trưởng. \
             Giai đoạn nêu rõ trọng tâm, kênh và mục tiêu, để không làm tất cả cùng lúc.",
        )
        .example(
            r#"phase foundation "Foundation" 2026-Q1 {
  focus "Brand and conversion system"
  channel seo primary
}"#,
        ),
    Row::new("stage", &[Phase])
        .slots(&[Slot::one("stage", Form::Message)])
        .doc(
            "The stage of growth that the phase belongs to, as a name or a text: build, grow, optimise, \
             expand. Timelines are coloured by it.",
            "Bước tăng trưởng của giai đoạn, ghi bằng tên hoặc bằng lời: xây nền, tăng trưởng, tối ưu, \
             mở rộng. Dòng thời gian tô màu theo thuộc tính này.",
        )
        .example(r#"stage growth "Growth""#),
    Row::new("intent", &[Phase])
        .slots(&[Slot::one("intent", Form::Choice(words::INTENT))])
        .doc(
            "What the phase wants from customers: that they know the `brand`, ask for the product \
             (`demand`), buy (`conversion`) or stay (`retention`).",
            "Giai đoạn muốn gì ở khách hàng: biết đến thương hiệu (`brand`), có nhu cầu (`demand`), mua \
             (`conversion`) hay ở lại (`retention`).",
        )
        .example("intent demand"),
    Row::new("focus", &[Phase])
        .slots(&[Slot::one("text", Form::Text)])
        .required_by("plan/focus-missing")
        .doc(
            "The main focus of the phase in one line. A phase without one tends to do everything at once.",
            "Trọng tâm của giai đoạn trong một dòng. Giai đoạn không có trọng tâm dễ làm mọi thứ cùng \
             lúc.",
        )
        .example(r#"focus "Brand and conversion system""#),
    Row::new("message", &[Phase, Activity])
        .slots(&[Slot::one("message", Form::Message)])
        .doc(
            "The message to customers: a text, a name and a text, or a name given elsewhere. Named in a \
             phase, it is the USP that launches and scripts keep to: what ads promise, sales must say \
             too.",
            "Thông điệp gửi đến khách hàng: một câu, một tên kèm một câu, hoặc một tên đã đặt ở nơi \
             khác. Đặt tên trong giai đoạn thì đó là USP để đợt ra mắt và kịch bản bám theo: quảng cáo \
             hứa gì, sales phải nói đúng như vậy.",
        )
        .example(r#"message save_time "Halve the time spent on data entry""#),
    Row::new("usp", &[Segment, Product, Activity, Launch, Script])
        .slots(&[Slot::one("usp", Form::Message)])
        .many()
        .doc(
            "The reason to buy that is promised here: a text, a name and a text, or the name of one \
             given elsewhere. A script that cites another one than its campaign is pointed out.",
            "Lý do mua hàng được hứa ở đây: một câu, một tên kèm một câu, hoặc tên đã đặt ở nơi khác. \
             Kịch bản nêu USP khác với chiến dịch sẽ bị nhắc.",
        )
        .example("usp save_time"),
    Row::new("channel", &[Phase])
        .group(Group::Where)
        .opens(PhaseChannel)
        .slots(&[
            Slot::one("channel", Form::Ref(Namespace::Channel)),
            Slot::maybe("rank", Form::Choice(words::RANK)),
        ])
        .many()
        .required_by("channel/missing")
        .doc(
            "A channel that the phase works on, one each line, as `primary` (the default) or `support`. \
             One or two primary channels and one support channel: more of them spread the budget thin.",
            "Kênh mà giai đoạn tập trung, mỗi dòng một kênh, là kênh chủ lực `primary` (mặc định) hoặc \
             kênh hỗ trợ `support`. Nên một hai kênh chủ lực và một kênh hỗ trợ: nhiều hơn sẽ dàn trải \
             ngân sách.",
        )
        .example("channel ads support { budget 420M VND }"),
    Row::new("budget", &[Roadmap, Channel, Phase, PhaseChannel, Activity])
        .group(Group::Money)
        .slots(&[Slot::one("amount", Form::Money)])
        .clauses(FOR_OBJECTIVE)
        .many()
        .doc(
            "The money set aside for it, in the plan's currency where none is written. Once for the \
             whole, and again with `for` traffic, lead or conversion for a part of it. Budgets nest: \
             the parts may not come to more than the whole.",
            "Số tiền dành cho mục này, theo đơn vị tiền của lộ trình nếu không ghi. Viết một lần cho \
             tổng, và viết thêm với `for` traffic, lead hoặc conversion cho từng phần. Ngân sách lồng \
             nhau: tổng các phần không được vượt tổng chung.",
        )
        .example("budget 90M VND for lead"),
    Row::new("month", &[Phase])
        .group(Group::Parts)
        .opens(Month)
        .slots(&[Slot::one("month", Form::Range), Slot::maybe("focus", Form::Title)])
        .many()
        .doc(
            "What one month of the phase concentrates on, with KPIs of its own where wanted.",
            "Trọng tâm của một tháng trong giai đoạn, có thể kèm KPI riêng.",
        )
        .example(r#"month 2026-02 "Launch week" { kpi leads >= 2_000 }"#),
    Row::new("supports", &[Phase, Goal])
        .group(Group::Service)
        .slots(&[Slot::many("goal", Form::Ref(Namespace::Goal))])
        .many()
        .doc(
            "The goal of the whole plan that this phase or goal contributes to.",
            "Mục tiêu chung của lộ trình mà giai đoạn hoặc mục tiêu này đóng góp vào.",
        )
        .example("supports grow_revenue"),
    Row::new("overlap", &[Phase])
        .group(Group::Rhythm)
        .slots(&[Slot::one("ok", Form::Choice(words::OVERLAP))])
        .doc(
            "`overlap ok` says that the phase runs at the same time as another on purpose; it is then \
             not pointed out.",
            "`overlap ok` cho biết giai đoạn này cố ý chạy song song với giai đoạn khác; khi đó sẽ \
             không bị nhắc.",
        )
        .example("overlap ok"),
    Row::new("checkpoint", &[Roadmap, Phase, Activity])
        .group(Group::Rhythm)
        .slots(&[Slot::one("cadence", Form::Choice(words::CHECKPOINT))])
        .doc(
            "How often the work is looked at while it runs. Written in the roadmap or a phase, it holds \
             for all inside; an activity longer than two weeks needs one.",
            "Bao lâu kiểm tra công việc một lần trong lúc chạy. Viết ở lộ trình hoặc giai đoạn thì áp \
             dụng cho mọi thứ bên trong; hoạt động dài hơn hai tuần cần có điểm kiểm tra.",
        )
        .example("checkpoint weekly"),
];
