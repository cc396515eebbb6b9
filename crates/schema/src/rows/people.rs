//! Who does the work: `person`, `team`, and the `owner` of everything.

use crate::kind::Kind::{
    Activity, Channel, File, Goal, Kpi, Launch, Material, Milestone, Person, Phase, Product, Qualify, Review,
    Script, Segment, Task, Team,
};
use crate::slot::{Form, Namespace, Slot};
use crate::words;
use crate::{Group, Row};

pub(crate) const ROWS: &[Row] = &[
    Row::new("person", &[File])
        .opens(Person)
        .slots(&[Slot::one("id", Form::Id), Slot::one("name", Form::Title)])
        .many()
        .doc(
            "Somebody who answers for work or helps with it: a name to refer to, and the full name. \
             Owners, supporters and reviewers refer to people declared here.",
            "Người chịu trách nhiệm hoặc tham gia công việc: một tên ngắn để tham chiếu và họ tên đầy \
             đủ. Người phụ trách, người hỗ trợ và người dự họp đều lấy từ đây.",
        )
        .example(r#"person lan "Nguyễn Thị Lan" { role cmo; email "lan@example.com"; capacity 3 }"#),
    Row::new("role", &[Person])
        .slots(&[Slot::one("role", Form::Choice(words::ROLE)), Slot::maybe("which", Form::Title)])
        .many()
        .doc(
            "What the person does in the company; `other` takes a name of your own behind it. It \
             decides which report is theirs, and that scripts are owned by sales and launches by the \
             product owner.",
            "Vai trò của người đó trong công ty; `other` đi kèm tên tự đặt. Vai trò quyết định báo cáo \
             dành cho họ, và việc kịch bản do sales phụ trách, đợt ra mắt do product owner phụ trách.",
        )
        .example("role marketing_leader"),
    Row::new("team", &[Person])
        .slots(&[Slot::one("team", Form::Ref(Namespace::Team))])
        .doc(
            "The team that the person belongs to; the same as naming them among the team's `members`.",
            "Nhóm mà người đó thuộc về; tương đương với việc ghi tên họ trong `members` của nhóm.",
        )
        .example("team content"),
    Row::new("email", &[Person])
        .slots(&[Slot::one("address", Form::Title)])
        .doc("The person's e-mail address.", "Địa chỉ email của người đó.")
        .example(r#"email "lan@example.com""#),
    Row::new("capacity", &[Person])
        .slots(&[Slot::one("items", Form::Number)])
        .doc(
            "How many activities, launches and scripts the person can carry at once. More than that, at \
             the same time, is reported as overload. Left out, the project's setting holds (4).",
            "Số hoạt động, đợt ra mắt và kịch bản một người gánh được cùng lúc. Vượt mức này trong cùng \
             thời gian sẽ bị báo quá tải. Bỏ trống thì theo thiết lập của dự án (4).",
        )
        .example("capacity 3"),
    Row::new("leave", &[Person])
        .slots(&[Slot::one("days", Form::When)])
        .many()
        .doc(
            "A day or a stretch of days on which the person is away.",
            "Một ngày hoặc một đợt nghỉ phép của người đó.",
        )
        .example("leave 2026-02-09..2026-02-20"),
    Row::new("team", &[File])
        .opens(Team)
        .slots(&[Slot::one("id", Form::Id), Slot::one("title", Form::Title)])
        .many()
        .doc(
            "A group of people under a name of its own. Teams help and are kept informed; an owner \
             should always be one person, because what belongs to everybody is done by nobody.",
            "Một nhóm người có tên riêng. Nhóm có thể hỗ trợ hoặc được thông báo; còn người phụ trách \
             phải là một cá nhân, vì việc của tất cả là việc không ai làm.",
        )
        .example(r#"team content "Content" { lead hoa; members hoa, nam }"#),
    Row::new("lead", &[Team])
        .slots(&[Slot::one("person", Form::Ref(Namespace::Person))])
        .doc("The person who leads the team.", "Người phụ trách nhóm.")
        .example("lead hoa"),
    Row::new("members", &[Team])
        .slots(&[Slot::many("person", Form::Ref(Namespace::Person))])
        .many()
        .doc(
            "The people in the team, joined with those who name it as their `team`.",
            "Thành viên của nhóm, gộp với những người khai báo nhóm này ở `team`.",
        )
        .example("members hoa, nam"),
    // A second owner is a finding of the method (`people/owner-not-single`), not of the schema.
    Row::new("owner", &[Goal, Activity, Launch, Script])
        .group(Group::Who)
        .slots(&[Slot::many("person", Form::Ref(Namespace::PersonOrTeam))])
        .many()
        .required_by("people/owner-missing")
        .doc(
            "The one person who answers for it. Exactly one: a second one, or a team, is pointed out, \
             because where all are responsible nobody is.",
            "Người duy nhất chịu trách nhiệm. Chỉ đúng một người: ghi người thứ hai hoặc ghi cả nhóm sẽ \
             bị nhắc, vì ai cũng chịu trách nhiệm thì không ai chịu trách nhiệm.",
        )
        .example("owner minh"),
    Row::new("owner", &[Phase, Channel, Segment, Product, Kpi, Task, Material, Qualify, Milestone, Review])
        .group(Group::Who)
        .slots(&[Slot::many("person", Form::Ref(Namespace::PersonOrTeam))])
        .many()
        .doc(
            "The one person who answers for it. Left out, nobody is named: a task or material then \
             falls to the owner of what it stands in.",
            "Người chịu trách nhiệm chính. Bỏ trống thì không nêu ai; riêng đầu việc và tài liệu khi đó \
             thuộc về người phụ trách của mục chứa nó.",
        )
        .example("owner lan"),
    Row::new("support", &[Activity])
        .group(Group::Who)
        .slots(&[Slot::many("who", Form::Ref(Namespace::PersonOrTeam))])
        .many()
        .doc(
            "People or teams that help with the work without answering for it.",
            "Người hoặc nhóm hỗ trợ thực hiện nhưng không chịu trách nhiệm chính.",
        )
        .example("support lan, content"),
    Row::new("informed", &[Activity])
        .group(Group::Who)
        .slots(&[Slot::many("who", Form::Ref(Namespace::PersonOrTeam))])
        .many()
        .doc(
            "People or teams that need to know about the work: sales, operations or customer care \
             before a campaign, for example.",
            "Người hoặc nhóm cần được biết, ví dụ sales, vận hành hay chăm sóc khách hàng trước một \
             chiến dịch.",
        )
        .example("informed tuan"),
    Row::new("team", &[Activity])
        .group(Group::Who)
        .slots(&[Slot::many("team", Form::Ref(Namespace::Team))])
        .many()
        .doc(
            "The teams that the work counts for in boards by team and in the team's load. Left out, it \
             is the team of the owner.",
            "Nhóm được tính cho công việc này trong bảng theo nhóm và tải của nhóm. Bỏ trống thì là \
             nhóm của người phụ trách.",
        )
        .example("team content"),
];
