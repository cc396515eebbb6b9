//! Where the plan wants to be: `goal` and `milestone`.

use crate::kind::Kind::{Activity, File, Goal, Launch, Milestone, Phase, Roadmap};
use crate::slot::{Form, Namespace, Slot};
use crate::words;
use crate::{Group, Row};

pub(crate) const ROWS: &[Row] = &[
    Row::new("goal", &[File])
        .opens(Goal)
        .slots(&[Slot::one("id", Form::Id), Slot::one("title", Form::Title)])
        .many()
        .doc(
            "Where the business wants to be: a result with an owner and at least one KPI, standing for \
             the whole plan. Goals come first; activities are there to reach them.",
            "Đích đến của doanh nghiệp: một kết quả có người phụ trách và ít nhất một KPI, áp dụng cho \
             cả lộ trình. Mục tiêu có trước; hoạt động sinh ra để đạt mục tiêu.",
        )
        .example(
            r#"goal grow_revenue "Online revenue up 30% in six months" {
  type revenue
  owner lan
  kpi revenue 1_000M VND -> +30% by 2026-06-30
}"#,
        ),
    Row::new("goal", &[Phase])
        .opens(Goal)
        .slots(&[Slot::one("id", Form::Id), Slot::one("title", Form::Title)])
        .many()
        .required_by("plan/goal-count")
        .doc(
            "A result that this phase must bring. One or two a phase: more of them spread the effort \
             thin. A phase without one must support a goal of the whole plan.",
            "Kết quả mà giai đoạn này phải tạo ra. Mỗi giai đoạn chỉ nên một hoặc hai: nhiều hơn sẽ dàn \
             trải. Giai đoạn không có mục tiêu riêng phải phục vụ một mục tiêu chung của lộ trình.",
        )
        .example(
            r#"goal pipeline "5,000 leads in three months" {
  type leads
  supports grow_revenue
  owner minh
  kpi leads 0 -> 5_000 by 2026-03-31
}"#,
        ),
    Row::new("type", &[Goal])
        .group(Group::What)
        .slots(&[Slot::one("type", Form::Choice(words::GOAL_TYPE))])
        .doc(
            "What sort of result the goal is about; it decides which KPIs fit. Left out, it is read \
             from the metric of the first KPI where that measures a result.",
            "Mục tiêu thuộc loại kết quả nào; từ đó biết KPI nào phù hợp. Bỏ trống thì suy ra từ chỉ số \
             của KPI đầu tiên, nếu chỉ số đó đo kết quả.",
        )
        .example("type leads"),
    Row::new("horizon", &[Goal])
        .slots(&[Slot::one("horizon", Form::Choice(words::HORIZON))])
        .doc(
            "Whether the goal is `long` (6 to 12 months) or `short` (1 to 3 months). Where written, it \
             is checked against the time of its KPIs.",
            "Mục tiêu dài hạn `long` (6–12 tháng) hay ngắn hạn `short` (1–3 tháng). Nếu có ghi, sẽ được \
             đối chiếu với thời gian của KPI.",
        )
        .example("horizon long"),
    Row::new("problem", &[Goal, Launch])
        .slots(&[Slot::one("text", Form::Text)])
        .doc(
            "The problem that it solves: of the business where it stands in a goal, of the customer \
             where it stands in a launch.",
            "Vấn đề cần giải quyết: của doanh nghiệp nếu viết trong mục tiêu, của khách hàng nếu viết \
             trong đợt ra mắt.",
        )
        .example(r#"problem "Half of the trial users never come back""#),
    Row::new("segment", &[Goal, Activity])
        .slots(&[Slot::many("segment", Form::Ref(Namespace::Segment))])
        .many()
        .doc(
            "The group of customers that it is meant for. Goals about revenue, market share or \
             awareness need one, a product or a region, to be more than a wish.",
            "Nhóm khách hàng hướng tới. Mục tiêu về doanh thu, thị phần hay nhận diện cần nêu phân \
             khúc, sản phẩm hoặc khu vực thì mới cụ thể.",
        )
        .example("segment sme"),
    Row::new("product", &[Goal])
        .slots(&[Slot::many("product", Form::Ref(Namespace::Product))])
        .many()
        .doc("The product that the goal is about.", "Sản phẩm mà mục tiêu nhắm tới.")
        .example("product app"),
    Row::new("region", &[Goal])
        .slots(&[Slot::one("region", Form::Text)])
        .many()
        .doc("The region that the goal is about, in words.", "Khu vực mà mục tiêu nhắm tới, viết bằng lời.")
        .example(r#"region "Ho Chi Minh City""#),
    Row::new("result", &[Goal, Phase])
        .slots(&[Slot::one("text", Form::Text)])
        .doc(
            "What will be different when this is reached, in words that somebody outside marketing \
             understands.",
            "Điều sẽ khác đi khi đạt được, diễn đạt sao cho người ngoài marketing cũng hiểu.",
        )
        .example(r#"result "Sales no longer has to look for leads by itself""#),
    Row::new("insight", &[Goal])
        .slots(&[Slot::one("text", Form::Text)])
        .many()
        .doc(
            "What is known about the customers beside the numbers: interviews, calls, comments. It \
             balances a goal whose figures come from one source only.",
            "Điều hiểu được về khách hàng ngoài con số: phỏng vấn, cuộc gọi, bình luận. Phần này bù lại \
             khi số liệu của mục tiêu chỉ đến từ một nguồn.",
        )
        .example(r#"insight "Shop owners decide in the evening, on the phone""#),
    Row::new("approved", &[Roadmap, Goal])
        .slots(&[Slot::one("person", Form::Ref(Namespace::Person)), Slot::one("day", Form::Date)])
        .many()
        .doc("Who agreed to it, and on which day.", "Ai đã duyệt, vào ngày nào.")
        .example("approved lan 2025-12-20"),
    Row::new("milestone", &[File, Goal, Phase])
        .opens(Milestone)
        .slots(&[
            Slot::one("id", Form::Id),
            Slot::one("title", Form::Title),
            Slot::one("date", Form::Deadline),
        ])
        .many()
        .doc(
            "A point in time by which something is there: a name, a title and a date, with partial \
             targets where wanted. Work may start `after` it.",
            "Một mốc thời gian mà đến đó phải xong một việc: tên, tiêu đề và ngày, có thể kèm chỉ tiêu \
             từng phần. Công việc khác có thể bắt đầu sau mốc này bằng `after`.",
        )
        .example(r#"milestone go_live "On sale" 2026-02-16"#),
];
