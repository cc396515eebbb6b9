//! What the plan is measured with: `metric` and `source`.

use crate::Row;
use crate::kind::Kind::{File, Metric, Source};
use crate::slot::{Clause, Form, Namespace, Slot};
use crate::words;

pub(crate) const ROWS: &[Row] = &[
    Row::new("metric", &[File])
        .opens(Metric)
        .slots(&[Slot::one("id", Form::Id), Slot::maybe("title", Form::Title)])
        .clauses(&[Clause { lead: "=", slot: Slot::one("formula", Form::Formula) }])
        .many()
        .doc(
            "Something that is counted or measured, under a name of its own; behind `=` may stand the \
             formula that it is computed with. The metrics that every marketer knows (`leads`, \
             `revenue`, `cac`, `roas`, …) are built in; to redefine one, write only what differs.",
            "Một đại lượng được đếm hoặc đo, có tên riêng; sau dấu `=` có thể là công thức tính. Các \
             chỉ số quen thuộc (`leads`, `revenue`, `cac`, `roas`, …) đã có sẵn; muốn định nghĩa lại \
             thì chỉ cần viết phần khác.",
        )
        .example(r#"metric cpl "Cost per lead" = spend / leads"#),
    Row::new("unit", &[Metric])
        .slots(&[Slot::one("unit", Form::Free)])
        .doc(
            "What the metric is counted in: `count`, `percent`, `ratio`, `points`, `seconds`, `days`, \
             `months`, or a currency code such as `VND`. Targets and readings in another unit are \
             errors.",
            "Đơn vị của chỉ số: `count`, `percent`, `ratio`, `points`, `seconds`, `days`, `months`, \
             hoặc mã tiền tệ như `VND`. Chỉ tiêu và số liệu ghi sai đơn vị sẽ báo lỗi.",
        )
        .example("unit count"),
    Row::new("kind", &[Metric])
        .slots(&[Slot::one("kind", Form::Choice(words::METRIC_KIND))])
        .doc(
            "Whether the metric measures effort or result. `activity`, `exposure`, `engagement` and \
             `cost` are inputs; `outcome` and `business` are outputs. Inputs alone are vanity metrics: \
             they move without the business moving.",
            "Chỉ số đo nỗ lực hay kết quả. `activity`, `exposure`, `engagement`, `cost` là đầu vào; \
             `outcome`, `business` là đầu ra. Chỉ có đầu vào thì là chỉ số bề nổi: số tăng mà kinh \
             doanh không đổi.",
        )
        .example("kind outcome"),
    Row::new("direction", &[Metric])
        .slots(&[Slot::one("direction", Form::Choice(words::DIRECTION))])
        .doc(
            "Whether more is better (`up`), less is better (`down`), or the figure belongs between two \
             bounds (`band`). Left out, the target of each KPI tells.",
            "Càng cao càng tốt (`up`), càng thấp càng tốt (`down`), hay cần nằm giữa hai ngưỡng \
             (`band`). Bỏ trống thì suy ra từ chỉ tiêu của từng KPI.",
        )
        .example("direction down"),
    Row::new("aggregate", &[Metric])
        .slots(&[Slot::one("aggregate", Form::Choice(words::AGGREGATE))])
        .doc(
            "How the readings of several days make one figure: `sum` adds them, `last` takes the \
             newest, `average` their mean. Left out, a built-in metric keeps its own way.",
            "Cách gộp số liệu nhiều ngày thành một con số: `sum` cộng dồn, `last` lấy số mới nhất, \
             `average` lấy trung bình. Bỏ trống thì chỉ số có sẵn giữ cách tính mặc định.",
        )
        .example("aggregate sum"),
    Row::new("from", &[Metric])
        .slots(&[Slot::many("column", Form::Ref(Namespace::SourceColumn))])
        .many()
        .doc(
            "The column of a source that gives the figures, as `source.column`. Two sources for one \
             metric are compared with each other, which shows early where data cannot be trusted.",
            "Cột dữ liệu cung cấp số liệu, viết là `nguồn.cột`. Khi một chỉ số có hai nguồn, hai nguồn \
             được đối chiếu với nhau để sớm thấy chỗ dữ liệu chưa đáng tin.",
        )
        .example("from crm.qualified"),
    Row::new("by", &[Metric])
        .slots(&[Slot::many("dimension", Form::Choice(words::DIMENSION))])
        .many()
        .doc(
            "The breakdowns in which the metric is watched: by `channel`, `segment`, `product`, \
             `activity` or `campaign`. A total alone hides which channel brings good customers.",
            "Các chiều phân tách khi theo dõi chỉ số: theo `channel`, `segment`, `product`, `activity` \
             hoặc `campaign`. Chỉ nhìn tổng thì không biết kênh nào mang lại khách tốt.",
        )
        .example("by channel, segment"),
    Row::new("drives", &[Metric])
        .slots(&[Slot::many("metric", Form::Ref(Namespace::Metric))])
        .many()
        .doc(
            "The metrics that this one is expected to move. It ties an input to an output, and makes it \
             visible when the input rises and the output stays flat.",
            "Những chỉ số mà chỉ số này được kỳ vọng sẽ kéo theo. Nhờ đó đầu vào gắn với đầu ra, và \
             thấy ngay khi đầu vào tăng mà đầu ra đứng yên.",
        )
        .example("drives leads"),
    Row::new("quality", &[Metric])
        .slots(&[Slot::one("text", Form::Text)])
        .doc(
            "What to keep in mind about the figures: what is missing, what is estimated, what counts \
             and what does not.",
            "Điều cần lưu ý về số liệu: thiếu gì, phần nào ước tính, cái gì được tính và không được tính.",
        )
        .example(r#"quality "Counts each phone number once""#),
    Row::new("source", &[File])
        .opens(Source)
        .slots(&[
            Slot::one("id", Form::Id),
            Slot::one("kind", Form::Choice(words::SOURCE_KIND)),
            Slot::one("location", Form::Path),
        ])
        .many()
        .doc(
            "Where figures come from: a CSV or JSON file that an ad account, a CRM or a sales system \
             exports, under a name of its own.",
            "Nơi lấy số liệu: tệp CSV hoặc JSON xuất từ tài khoản quảng cáo, CRM hay hệ thống bán hàng, \
             có tên riêng.",
        )
        .example(r#"source ads_export csv "data/ads.csv" { date "Day"; column cost "Cost" }"#),
    Row::new("date", &[Source])
        .slots(&[Slot::one("column", Form::Title)])
        .doc("The heading of the column that holds the day.", "Tiêu đề của cột chứa ngày.")
        .example(r#"date "Day""#),
    Row::new("column", &[Source])
        .slots(&[Slot::one("id", Form::Id), Slot::one("column", Form::Title)])
        .many()
        .doc(
            "Gives a column of the file a name that metrics can use: the name first, the heading as the \
             file spells it second.",
            "Đặt tên cho một cột của tệp để chỉ số dùng được: tên trước, tiêu đề đúng như trong tệp sau.",
        )
        .example(r#"column cost "Cost""#),
    Row::new("where", &[Source])
        .slots(&[Slot::one("test", Form::ColumnTest)])
        .many()
        .doc(
            "Takes only the rows in which a column has a certain value, for example the deals that were \
             won. Written several times, all must hold.",
            "Chỉ lấy các dòng mà một cột có giá trị nhất định, ví dụ các thương vụ đã thắng. Viết nhiều \
             lần thì phải thỏa tất cả.",
        )
        .example(r#"where "Status" = "won""#),
    Row::new("decimal", &[Source])
        .slots(&[Slot::one("mark", Form::Title)])
        .default("\".\"")
        .doc(
            "The decimal mark of the numbers in the file: `\".\"` or `\",\"`. The other one groups \
             thousands.",
            "Dấu thập phân của các số trong tệp: `\".\"` hoặc `\",\"`. Dấu còn lại dùng để tách hàng \
             nghìn.",
        )
        .example(r#"decimal ",""#),
    Row::new("timezone", &[Source])
        .slots(&[Slot::one("zone", Form::Title)])
        .doc(
            "The time zone of the times in the file, by its IANA name, so that each row falls on the \
             right day.",
            "Múi giờ của thời gian trong tệp, theo tên IANA, để mỗi dòng rơi vào đúng ngày.",
        )
        .example(r#"timezone "Asia/Ho_Chi_Minh""#),
    Row::new("refresh", &[Source])
        .slots(&[Slot::one("cadence", Form::Choice(words::REFRESH))])
        .doc(
            "How often the file is renewed. Data older than that is reported as stale.",
            "Tệp được cập nhật bao lâu một lần. Dữ liệu cũ hơn mức đó sẽ bị báo là đã cũ.",
        )
        .example("refresh weekly"),
    Row::new("as_of", &[Source])
        .slots(&[Slot::one("day", Form::Date)])
        .doc(
            "The day on which the file was exported, where the data itself does not tell.",
            "Ngày xuất tệp, khi bản thân dữ liệu không cho biết.",
        )
        .example("as_of 2026-02-01"),
];
