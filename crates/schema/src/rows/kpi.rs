//! How it is known that something is reached: `kpi`.

use crate::kind::Kind::{Activity, Alert, Goal, Kpi, Launch, Milestone, Month, Phase, Script};
use crate::slot::{Clause, Form, Namespace, Slot};
use crate::words;
use crate::{Group, Row};

const KPI_CLAUSES: &[Clause] = &[
    Clause { lead: "per", slot: Slot::one("period", Form::Choice(words::PER)) },
    Clause { lead: "by", slot: Slot::one("date", Form::Deadline) },
];

const KPI_SLOTS: &[Slot] =
    &[Slot::one("metric", Form::Ref(Namespace::Metric)), Slot::maybe("target", Form::Target)];

pub(crate) const ROWS: &[Row] = &[
    Row::new("kpi", &[Goal, Activity])
        .group(Group::Measure)
        .opens(Kpi)
        .slots(KPI_SLOTS)
        .clauses(KPI_CLAUSES)
        .many()
        .required_by("kpi/missing")
        .doc(
            "One number that tells whether it is reached: a metric, a target such as `>= 1_500` or `0 \
             -> 5_000`, and `by` when. `per` measures each day, week, month or quarter alone. A goal \
             must say `by`; elsewhere the deadline or end of the item holds. Write the result first, \
             then what drives it.",
            "Một con số cho biết đã đạt hay chưa: chỉ số, chỉ tiêu như `>= 1_500` hoặc `0 -> 5_000`, và \
             thời hạn sau `by`. `per` đo riêng từng ngày, tuần, tháng hoặc quý. Mục tiêu phải ghi `by`; \
             nơi khác lấy hạn chót hoặc ngày kết thúc của mục đó. Viết kết quả trước, yếu tố dẫn dắt \
             sau.",
        )
        .example("kpi leads 0 -> 5_000 by 2026-03-31"),
    Row::new("kpi", &[Phase, Month, Launch, Script, Milestone])
        .group(Group::Measure)
        .opens(Kpi)
        .slots(KPI_SLOTS)
        .clauses(KPI_CLAUSES)
        .many()
        .doc(
            "One number that tells whether it is reached, as in a goal: a metric, a target, `per` and \
             `by` where wanted. It is not asked for here; the date left out is the end of what it \
             stands in.",
            "Một con số cho biết đã đạt hay chưa, như trong mục tiêu: chỉ số, chỉ tiêu, thêm `per` và \
             `by` nếu cần. Ở đây không bắt buộc; bỏ trống thời hạn thì lấy ngày kết thúc của mục chứa \
             nó.",
        )
        .example("kpi close_rate >= 12%"),
    Row::new("curve", &[Kpi])
        .slots(&[Slot::one("curve", Form::Choice(words::CURVE))])
        .default("linear")
        .doc(
            "How the figure is expected to move from baseline to target: evenly (`linear`), slow at \
             first and at the end (`s_curve`), mostly early (`front`), mostly late (`back`), or in \
             jumps (`steps`). It decides what counts as behind.",
            "Con số được kỳ vọng đi từ mức nền đến chỉ tiêu thế nào: đều (`linear`), chậm ở đầu và cuối \
             (`s_curve`), dồn về đầu (`front`), dồn về cuối (`back`), hoặc theo bậc (`steps`). Đây là \
             căn cứ để biết có chậm hay không.",
        )
        .example("curve s_curve"),
    Row::new("at", &[Kpi])
        .slots(&[Slot::one("date", Form::Deadline), Slot::one("value", Form::Amount)])
        .many()
        .doc(
            "A target on the way: the value expected on that date, or at the end of that period.",
            "Chỉ tiêu dọc đường: giá trị kỳ vọng vào ngày đó, hoặc vào cuối kỳ đó.",
        )
        .example("at 2026-01 1_200"),
    Row::new("alert", &[Kpi])
        .opens(Alert)
        .slots(&[Slot::one("condition", Form::AlertWhen)])
        .many()
        .doc(
            "Asks to be told when this KPI goes wrong: `behind 15%` of its planned pace, an `anomaly`, \
             `stale 14d` without a new reading, or a comparison.",
            "Yêu cầu cảnh báo khi KPI này có vấn đề: chậm so với nhịp kế hoạch (`behind 15%`), bất \
             thường (`anomaly`), quá lâu không có số mới (`stale 14d`), hoặc một phép so sánh.",
        )
        .example("alert behind 15%"),
    Row::new("drives", &[Kpi])
        .slots(&[Slot::many("metric", Form::Ref(Namespace::Metric))])
        .many()
        .doc(
            "The metrics that this KPI is expected to move, here only. It ties an input to the result \
             that it is there for.",
            "Những chỉ số mà KPI này được kỳ vọng sẽ kéo theo, chỉ riêng tại đây. Nhờ đó đầu vào gắn \
             với kết quả mà nó phục vụ.",
        )
        .example("drives revenue"),
    Row::new("leading", &[Kpi])
        .doc(
            "Says that the KPI moves before the goal does, so that a dip in it is an early warning.",
            "Cho biết KPI này biến động trước mục tiêu, nên khi nó giảm là dấu hiệu cảnh báo sớm.",
        )
        .example("leading"),
    Row::new("lagging", &[Kpi])
        .doc(
            "Says that the KPI confirms the result only afterwards.",
            "Cho biết KPI này chỉ xác nhận kết quả sau khi đã xảy ra.",
        )
        .example("lagging"),
    Row::new("weight", &[Kpi])
        .slots(&[Slot::one("share", Form::Percent)])
        .doc(
            "How much the KPI counts among those beside it, in percent. Left out, all count alike.",
            "Trọng số của KPI so với các KPI bên cạnh, tính bằng phần trăm. Bỏ trống thì tất cả ngang \
             nhau.",
        )
        .example("weight 60%"),
];
