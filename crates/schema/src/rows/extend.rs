//! What a company adds to the language: `field` and `rule`.

use crate::Row;
use crate::kind::Kind::{Field, File, Rule};
use crate::slot::{Clause, Form, Slot};
use crate::words;

pub(crate) const ROWS: &[Row] = &[
    Row::new("field", &[File])
        .opens(Field)
        .slots(&[Slot::one("id", Form::Id), Slot::maybe("title", Form::Title)])
        .clauses(&[Clause { lead: "on", slot: Slot::one("kind", Form::Choice(words::NAMED_KIND)) }])
        .many()
        .doc(
            "A property of the company's own, on one kind of statement: it may then be written there \
             like any other, and is checked by its type.",
            "Thuộc tính riêng của công ty cho một loại mục: sau khi khai báo thì viết như mọi thuộc \
             tính khác và được kiểm tra theo kiểu.",
        )
        .example(r#"field region on activity { type one_of "north", "south" }"#),
    Row::new("type", &[Field])
        .slots(&[Slot::one("type", Form::FieldType)])
        .default("text")
        .doc(
            "What values the field takes; `one_of` lists them as strings.",
            "Thuộc tính nhận giá trị gì; `one_of` liệt kê các lựa chọn dưới dạng chuỗi.",
        )
        .example(r#"type one_of "north", "south""#),
    Row::new("required", &[Field])
        .doc(
            "Says that the field must be written; where it is missing, that is an error.",
            "Bắt buộc phải ghi thuộc tính này; thiếu sẽ báo lỗi.",
        )
        .example("required"),
    Row::new("default", &[Field])
        .slots(&[Slot::one("value", Form::Scalar)])
        .doc(
            "The value that holds where the field is not written.",
            "Giá trị áp dụng khi thuộc tính không được ghi.",
        )
        .example(r#"default "north""#),
    Row::new("rule", &[File])
        .opens(Rule)
        .slots(&[Slot::one("name", Form::RuleName), Slot::one("title", Form::Title)])
        .many()
        .doc(
            "A check of the company's own: for every statement of a kind that a condition holds for, a \
             message is shown. Its name is `group/name`, as those of the built-in rules.",
            "Quy tắc kiểm tra riêng của công ty: mục nào thỏa điều kiện thì hiện thông báo. Tên có dạng \
             `nhóm/tên` như các quy tắc có sẵn.",
        )
        .example(
            r#"rule acme/approver "Budget approval" {
  on activity
  when budget > 250M VND
  say "{title}: {budget} needs an approver"
}"#,
        ),
    Row::new("on", &[Rule])
        .slots(&[Slot::one("kind", Form::Choice(words::NAMED_KIND))])
        .required()
        .doc("The kind of statement that the rule looks at.", "Loại mục mà quy tắc xét đến.")
        .example("on activity"),
    Row::new("when", &[Rule])
        .slots(&[Slot::one("condition", Form::Condition)])
        .required()
        .doc(
            "The condition under which the message is shown, over the properties and fields of that \
             kind, `start`, `end`, `today` and `phase`. A bare name asks whether it is written; a \
             comparison with what is not written is false.",
            "Điều kiện để hiện thông báo, dựa trên thuộc tính của loại mục đó, `start`, `end`, `today` \
             và `phase`. Chỉ ghi tên nghĩa là hỏi thuộc tính có được ghi không; so sánh với thứ không \
             được ghi thì luôn sai.",
        )
        .example("when budget > 250M VND and not owner"),
    Row::new("say", &[Rule])
        .slots(&[Slot::one("text", Form::Text)])
        .required()
        .doc(
            "The message; a property's name in braces stands for its value.",
            "Nội dung thông báo; tên thuộc tính trong ngoặc nhọn được thay bằng giá trị của nó.",
        )
        .example(r#"say "{title}: {budget} needs an approver""#),
];
