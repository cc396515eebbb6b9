//! What any statement of the plan may have: `note`, `tag`, `link`, `why`.

use crate::kind::Kind::{
    self, Activity, Actual, Alert, Calendar, Channel, Field, Goal, Kpi, Launch, Material, Metric, Milestone,
    Month, Objection, Person, Phase, PhaseChannel, Product, Qualify, Review, Roadmap, Rule, Script, Segment,
    Source, Task, Team, Touchpoint,
};
use crate::slot::{Form, Slot};
use crate::{Group, Row};

const ANY: &[Kind] = &[
    Roadmap,
    Person,
    Team,
    Channel,
    PhaseChannel,
    Metric,
    Source,
    Calendar,
    Segment,
    Product,
    Goal,
    Kpi,
    Phase,
    Month,
    Activity,
    Task,
    Launch,
    Material,
    Touchpoint,
    Script,
    Objection,
    Qualify,
    Milestone,
    Review,
    Actual,
    Alert,
    Field,
    Rule,
];

pub(crate) const ROWS: &[Row] = &[
    Row::new("note", ANY)
        .group(Group::Extras)
        .slots(&[Slot::one("text", Form::Text)])
        .many()
        .doc(
            "Whatever else should be remembered, as one line or as a text with Markdown between \
             `\"\"\"`. Reports show it with its item.",
            "Ghi chú bất kỳ, một dòng hoặc nhiều dòng Markdown giữa `\"\"\"`. Báo cáo hiển thị kèm mục \
             đó.",
        )
        .example(r#"note "Includes the nurturing funnel""#),
    Row::new("tag", ANY)
        .group(Group::Extras)
        .slots(&[Slot::many("tag", Form::Message)])
        .many()
        .doc("Words of your own to filter by.", "Nhãn tự đặt để lọc.")
        .example("tag brand, q1"),
    Row::new("link", ANY)
        .group(Group::Extras)
        .slots(&[Slot::one("address", Form::Title)])
        .many()
        .doc(
            "The address of a brief, a file or a page that belongs to it.",
            "Địa chỉ của brief, tệp hoặc trang liên quan.",
        )
        .example(r#"link "https://example.com/brief""#),
    Row::new("why", ANY)
        .group(Group::Extras)
        .slots(&[Slot::one("text", Form::Text)])
        .many()
        .doc(
            "The reason for it: what it answers to, so that it is not done on a feeling, a trend or a \
             rival's move alone.",
            "Lý do tồn tại: căn cứ nào, để không làm chỉ vì cảm tính, chạy theo xu hướng hay đối thủ.",
        )
        .example(r#"why "Half of the leads come from phones""#),
];
