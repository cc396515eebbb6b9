//! Who is to be reached, with what, and where: `channel`, `segment`, `product`.

use crate::kind::Kind::{Channel, File, Product, Segment};
use crate::slot::{Form, Slot};
use crate::words;
use crate::{Group, Row};

pub(crate) const ROWS: &[Row] = &[
    Row::new("channel", &[File])
        .opens(Channel)
        .slots(&[Slot::one("id", Form::Id), Slot::maybe("title", Form::Title)])
        .many()
        .doc(
            "A place where customers are met. The ones that every marketer knows (`seo`, `ads`, \
             `facebook_ads`, `zalo`, `email`, `event`, …) are built in and need no declaration; declare \
             a channel to add your own, or to give one a title, an owner or a budget.",
            "Nơi tiếp cận khách hàng. Các kênh quen thuộc (`seo`, `ads`, `facebook_ads`, `zalo`, \
             `email`, `event`, …) đã có sẵn, không cần khai báo; chỉ khai báo khi thêm kênh mới, hoặc \
             để đặt tên, người phụ trách hay ngân sách cho kênh.",
        )
        .example(r#"channel ads "Google & Facebook Ads" { budget 900M VND }"#),
    Row::new("kind", &[Channel])
        .group(Group::What)
        .slots(&[Slot::one("kind", Form::Choice(words::CHANNEL_KIND))])
        .doc(
            "What sort of channel it is: `paid`, `owned` by the company, `earned` through others, or `crm` \
             for customers already known. A plan that lives on paid channels alone loses its customers \
             when the ads stop. Left out, a built-in channel keeps its own kind.",
            "Kênh thuộc loại nào: trả phí (`paid`), của công ty (`owned`), lan truyền qua bên khác \
             (`earned`), hay khách hàng đã có (`crm`). Kế hoạch chỉ sống nhờ kênh trả phí sẽ mất khách \
             khi tắt quảng cáo. Bỏ trống thì kênh có sẵn giữ loại mặc định.",
        )
        .example("kind paid"),
    Row::new("segment", &[File])
        .opens(Segment)
        .slots(&[Slot::one("id", Form::Id), Slot::maybe("title", Form::Title)])
        .many()
        .doc(
            "A group of customers that goals and activities are meant for, under a name of its own.",
            "Một nhóm khách hàng mà mục tiêu và hoạt động hướng tới, có tên riêng.",
        )
        .example(r#"segment sme "Small shops in HCMC" { size 120k }"#),
    Row::new("product", &[File])
        .opens(Product)
        .slots(&[Slot::one("id", Form::Id), Slot::maybe("title", Form::Title)])
        .many()
        .doc(
            "A product or service that goals are about and launches bring out, under a name of its own.",
            "Sản phẩm hoặc dịch vụ mà mục tiêu nhắm tới và các đợt ra mắt giới thiệu, có tên riêng.",
        )
        .example(r#"product app "Sales management app" { owner hoa }"#),
    Row::new("size", &[Segment, Product])
        .slots(&[Slot::one("people", Form::Number)])
        .doc(
            "How many people or companies there are in the segment, or that could use the product.",
            "Số người hoặc doanh nghiệp trong phân khúc, hoặc có thể dùng sản phẩm.",
        )
        .example("size 120k"),
];
