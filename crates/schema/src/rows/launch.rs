//! The product owner's side and the sales team's: `launch`, `script`, `qualify`.

use crate::kind::Kind::{Activity, File, Launch, Material, Objection, Phase, Qualify, Script, Touchpoint};
use crate::slot::{Form, Namespace, Slot};
use crate::words;
use crate::{Group, Row};

pub(crate) const ROWS: &[Row] = &[
    Row::new("launch", &[File, Phase])
        .opens(Launch)
        .slots(&[Slot::one("id", Form::Id), Slot::one("title", Form::Title)])
        .many()
        .doc(
            "The day on which a feature, version or product reaches customers, with what marketing and \
             sales need for it. Campaigns that promote it wait for its date.",
            "Ngày một tính năng, phiên bản hoặc sản phẩm đến tay khách hàng, cùng những gì marketing và \
             sales cần. Chiến dịch quảng bá phải chờ ngày này.",
        )
        .example(
            r#"launch app_v2 "Version 2 of the app" {
  owner hoa
  deadline 2026-02-10
  usp save_time
  material deck, faq, pricing
}"#,
        ),
    Row::new("kind", &[Launch])
        .group(Group::What)
        .slots(&[Slot::one("kind", Form::Choice(words::LAUNCH_KIND))])
        .doc(
            "What is brought out: a `feature`, a `version` or a `product`.",
            "Ra mắt cái gì: một tính năng (`feature`), một phiên bản (`version`) hay một sản phẩm \
             (`product`).",
        )
        .example("kind version"),
    Row::new("value", &[Launch])
        .slots(&[Slot::one("text", Form::Text)])
        .doc(
            "What customers gain from it, in their own words.",
            "Khách hàng được lợi gì, nói theo cách của khách hàng.",
        )
        .example(r#"value "An order is entered in ten seconds""#),
    Row::new("angle", &[Launch])
        .slots(&[Slot::one("angle", Form::Choice(words::ANGLE))])
        .doc(
            "From which side it is told: the `feature` itself, the `experience` of using it, or the \
             `saving` in time or money.",
            "Khai thác từ góc nào: bản thân tính năng (`feature`), trải nghiệm khi dùng (`experience`), \
             hay khoản tiết kiệm thời gian, chi phí (`saving`).",
        )
        .example("angle saving"),
    Row::new("material", &[Launch])
        .group(Group::Parts)
        .opens(Material)
        .slots(&[Slot::many("material", Form::Choice(words::MATERIAL))])
        .many()
        .doc(
            "What marketing and sales need in hand before the campaign starts: deck, FAQ, feature text, \
             prices, guide, case study. Several may share a line; a block gives owner, deadline and \
             link, which are those of the launch where left out.",
            "Tài liệu marketing và sales cần có trước khi chạy chiến dịch: slide, FAQ, mô tả tính năng, \
             bảng giá, hướng dẫn, case study. Có thể ghi nhiều loại trên một dòng; khối bên trong ghi \
             người phụ trách, hạn chót, liên kết, bỏ trống thì lấy của đợt ra mắt.",
        )
        .example("material deck, faq, pricing"),
    Row::new("touchpoint", &[Launch, Activity])
        .group(Group::Parts)
        .opens(Touchpoint)
        .slots(&[Slot::many("touchpoint", Form::Choice(words::TOUCHPOINT))])
        .many()
        .doc(
            "Where customers meet the product on their way: landing page, form, onboarding, trial. A \
             campaign that asks for leads needs a landing page or a form.",
            "Nơi khách hàng chạm vào sản phẩm trên hành trình: landing page, form, onboarding, dùng \
             thử. Chiến dịch lấy lead cần có landing page hoặc form.",
        )
        .example("touchpoint landing, form"),
    Row::new("script", &[File, Phase])
        .opens(Script)
        .slots(&[Slot::one("id", Form::Id), Slot::one("title", Form::Title)])
        .many()
        .doc(
            "What sales says while a campaign runs: opening, answers to objections, call to action. It \
             must be ready before the campaign starts, or the leads go cold.",
            "Sales nói gì khi chiến dịch đang chạy: cách mở đầu, cách xử lý từ chối, lời kêu gọi. Phải \
             sẵn sàng trước khi chiến dịch bắt đầu, nếu không lead sẽ nguội.",
        )
        .example(
            r#"script ads_objections "Launch sales script" {
  owner tuan
  deadline 2026-02-12
  for launch_ads
}"#,
        ),
    Row::new("for", &[Script])
        .group(Group::What)
        .slots(&[Slot::many("what", Form::Ref(Namespace::ScriptTarget))])
        .many()
        .required()
        .doc(
            "The activity, launch or phase that the script is for.",
            "Hoạt động, đợt ra mắt hoặc giai đoạn mà kịch bản phục vụ.",
        )
        .example("for launch_ads"),
    Row::new("stage", &[Script])
        .slots(&[Slot::one("stage", Form::Choice(words::SCRIPT_STAGE))])
        .doc(
            "How far the customer is: `awareness` builds trust, `launch_offer` closes quickly, \
             `retention` sells more to those who stayed.",
            "Khách hàng đang ở đâu: `awareness` để tạo niềm tin, `launch_offer` để chốt nhanh, \
             `retention` để bán thêm cho khách cũ.",
        )
        .example("stage launch_offer"),
    Row::new("aim", &[Script])
        .slots(&[Slot::one("text", Form::Text)])
        .doc("What the conversation should lead to.", "Cuộc trò chuyện cần đi đến kết quả gì.")
        .example(r#"aim "A booked demo""#),
    Row::new("cta", &[Script])
        .slots(&[Slot::one("text", Form::Text)])
        .doc(
            "The call to action with which the conversation ends.",
            "Lời kêu gọi hành động ở cuối cuộc trò chuyện.",
        )
        .example(r#"cta "Book a 15-minute demo""#),
    Row::new("objection", &[Script])
        .group(Group::Parts)
        .opens(Objection)
        .slots(&[Slot::one("kind", Form::Choice(words::OBJECTION)), Slot::maybe("words", Form::Title)])
        .many()
        .doc(
            "A reason that customers give for not buying: `price`, `trust`, `need`, `rival`, or `other` \
             with its own words. A script should answer the first four.",
            "Lý do khách hàng nêu ra để không mua: `price`, `trust`, `need`, `rival`, hoặc `other` kèm \
             lời riêng. Kịch bản nên trả lời đủ bốn loại đầu.",
        )
        .example(r#"objection price "Too expensive" { answer "Compare the total cost of ownership" }"#),
    Row::new("answer", &[Objection])
        .slots(&[Slot::one("text", Form::Text)])
        .many()
        .doc("What sales answers to the objection.", "Câu trả lời của sales trước lời từ chối.")
        .example(r#"answer "Compare the total cost of ownership""#),
    Row::new("qualify", &[File])
        .opens(Qualify)
        .slots(&[Slot::one("stage", Form::Choice(words::QUALIFY)), Slot::one("criteria", Form::Text)])
        .many()
        .doc(
            "When a lead counts as qualified, for marketing (`mql`) or for sales (`sql`), in words that \
             both sides agreed on. Without it the two argue about lead quality and never learn.",
            "Khi nào một lead được coi là đạt chuẩn, phía marketing (`mql`) hoặc phía sales (`sql`), \
             theo tiêu chí hai bên đã thống nhất. Thiếu phần này, hai bên sẽ mãi tranh luận về chất \
             lượng lead.",
        )
        .example(r#"qualify sql "Has a budget and a decision maker" { owner tuan; feedback weekly }"#),
    Row::new("feedback", &[Qualify])
        .slots(&[Slot::one("cadence", Form::Choice(words::CADENCE))])
        .doc(
            "How often sales tells marketing how good the leads were.",
            "Bao lâu sales phản hồi chất lượng lead cho marketing một lần.",
        )
        .example("feedback weekly"),
];
