//! The fixed words that values are chosen from, each with a short label in both languages.

use crate::Doc;

/// A word and what it stands for.
type Labelled = (&'static str, Doc);

macro_rules! lists {
    ($($name:ident = [$($word:literal: $en:literal, $vi:literal;)*])*) => {
        $(pub(crate) const $name: &[&str] = &[$($word),*];)*
        const LISTS: &[(&str, &[&str])] = &[("WEEKDAYS", &WEEKDAYS), $((stringify!($name), $name)),*];
        const LABELS: &[&[Labelled]] = &[DAYS, $(&[$(($word, Doc { en: $en, vi: $vi })),*]),*];
    };
}

/// The days of the week as `cadence` and `every` write them, Monday first.
pub const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const DAYS: &[Labelled] = &[
    ("mon", Doc { en: "Monday", vi: "thứ Hai" }),
    ("tue", Doc { en: "Tuesday", vi: "thứ Ba" }),
    ("wed", Doc { en: "Wednesday", vi: "thứ Tư" }),
    ("thu", Doc { en: "Thursday", vi: "thứ Năm" }),
    ("fri", Doc { en: "Friday", vi: "thứ Sáu" }),
    ("sat", Doc { en: "Saturday", vi: "thứ Bảy" }),
    ("sun", Doc { en: "Sunday", vi: "Chủ nhật" }),
];

/// Every list of fixed words with its name, for documentation and highlighting.
#[must_use]
pub fn words() -> &'static [(&'static str, &'static [&'static str])] {
    LISTS
}

/// What `word` of `list` (the words of a [`crate::Form::Choice`]) stands for, in a few words.
#[must_use]
pub fn word_label(list: &[&str], word: &str) -> Option<Doc> {
    let at = LISTS.iter().position(|(_, words)| *words == list)?;
    LABELS.get(at)?.iter().find(|(labelled, _)| *labelled == word).map(|(_, label)| *label)
}

lists! {
    LANG = [
        "vi": "Vietnamese", "tiếng Việt";
        "en": "English", "tiếng Anh";
    ]
    CADENCE = [
        "weekly": "every week", "hằng tuần";
        "monthly": "every month", "hằng tháng";
        "quarterly": "every quarter", "hằng quý";
    ]
    REVIEW = [
        "weekly": "weekly review", "đánh giá tuần";
        "monthly": "monthly review", "đánh giá tháng";
        "quarterly": "quarterly review", "đánh giá quý";
        "extra": "review outside the cadence", "đánh giá đột xuất";
    ]
    CHECKPOINT = [
        "weekly": "every week", "hằng tuần";
        "monthly": "every month", "hằng tháng";
        "quarterly": "every quarter", "hằng quý";
    ]
    REFRESH = [
        "daily": "every day", "hằng ngày";
        "weekly": "every week", "hằng tuần";
        "monthly": "every month", "hằng tháng";
        "quarterly": "every quarter", "hằng quý";
    ]
    PER = [
        "day": "each day", "mỗi ngày";
        "week": "each week", "mỗi tuần";
        "month": "each month", "mỗi tháng";
        "quarter": "each quarter", "mỗi quý";
    ]
    ROLE = [
        "cmo": "chief marketing officer", "giám đốc marketing (CMO)";
        "marketing_leader": "marketing leader", "trưởng nhóm marketing";
        "marketing": "marketing", "marketing";
        "content": "content", "content";
        "performance": "performance marketing", "performance";
        "design": "design and video", "thiết kế, video";
        "product_owner": "product owner", "product owner";
        "sales": "sales", "sales";
        "operations": "operations", "vận hành";
        "care": "customer care", "chăm sóc khách hàng";
        "other": "another role, named behind it", "vai trò khác, ghi tên phía sau";
    ]
    CHANNEL_KIND = [
        "paid": "paid for", "trả phí";
        "owned": "owned by the company", "sở hữu";
        "earned": "earned from others", "lan truyền tự nhiên";
        "crm": "known customers", "khách hàng sẵn có (CRM)";
    ]
    RANK = [
        "primary": "primary channel", "kênh chủ lực";
        "support": "support channel", "kênh hỗ trợ";
    ]
    METRIC_KIND = [
        "activity": "amount of work done", "khối lượng việc đã làm";
        "exposure": "how many see it", "mức độ tiếp cận";
        "engagement": "how many react", "mức độ tương tác";
        "cost": "money put in", "chi phí bỏ ra";
        "outcome": "result of marketing", "kết quả marketing";
        "business": "business result", "kết quả kinh doanh";
    ]
    UNIT = [
        "count": "a count", "số lượng";
        "percent": "percent", "phần trăm";
        "ratio": "times, such as 3.5x", "số lần, như 3,5x";
        "points": "points", "điểm";
        "seconds": "seconds", "giây";
        "days": "days", "ngày";
        "months": "months", "tháng";
    ]
    DIRECTION = [
        "up": "more is better", "càng cao càng tốt";
        "down": "less is better", "càng thấp càng tốt";
        "band": "best between two bounds", "tốt nhất trong một khoảng";
    ]
    AGGREGATE = [
        "sum": "added up", "cộng dồn";
        "last": "newest value", "giá trị mới nhất";
        "average": "mean value", "giá trị trung bình";
    ]
    DIMENSION = [
        "channel": "by channel", "theo kênh";
        "segment": "by segment", "theo phân khúc";
        "product": "by product", "theo sản phẩm";
        "activity": "by activity", "theo hoạt động";
        "campaign": "by campaign", "theo chiến dịch";
    ]
    GOAL_TYPE = [
        "revenue": "revenue", "doanh thu";
        "profit": "profit", "lợi nhuận";
        "share": "market share", "thị phần";
        "cost": "cost", "chi phí";
        "leads": "leads", "khách hàng tiềm năng";
        "conversion": "conversion", "chuyển đổi";
        "awareness": "awareness", "nhận diện";
        "experience": "experience", "trải nghiệm";
        "retention": "retention", "giữ chân";
    ]
    HORIZON = [
        "long": "long-term, 6 to 12 months", "dài hạn, 6–12 tháng";
        "short": "short-term, 1 to 3 months", "ngắn hạn, 1–3 tháng";
    ]
    CURVE = [
        "linear": "evenly", "tăng đều";
        "s_curve": "slow at both ends", "chậm ở đầu và cuối";
        "front": "mostly early", "dồn về đầu";
        "back": "mostly late", "dồn về cuối";
        "steps": "in jumps", "theo bậc";
    ]
    INTENT = [
        "brand": "build the brand", "xây thương hiệu";
        "demand": "attract demand", "thu hút nhu cầu";
        "conversion": "turn demand into sales", "tối ưu chuyển đổi";
        "retention": "keep customers", "giữ chân khách hàng";
    ]
    OBJECTIVE = [
        "traffic": "traffic", "lượt truy cập";
        "lead": "leads", "lead";
        "conversion": "conversions", "chuyển đổi";
    ]
    CATEGORY = [
        "research": "research", "nghiên cứu";
        "ads": "advertising", "quảng cáo";
        "content": "content", "content";
        "pr": "PR and brand", "PR, thương hiệu";
        "conversion": "conversion system", "hệ thống chuyển đổi";
        "product": "product", "sản phẩm";
        "sales": "sales", "bán hàng";
        "other": "other", "khác";
    ]
    PRIORITY = [
        "high": "high", "cao";
        "normal": "normal", "bình thường";
        "low": "low", "thấp";
    ]
    STATUS = [
        "idea": "idea, not yet in the plan", "ý tưởng, chưa vào kế hoạch";
        "planned": "planned", "đã lên kế hoạch";
        "in_progress": "in progress", "đang làm";
        "blocked": "blocked", "đang vướng";
        "done": "done", "hoàn thành";
        "cancelled": "cancelled", "đã hủy";
    ]
    LAUNCH_KIND = [
        "feature": "feature", "tính năng";
        "version": "version", "phiên bản";
        "product": "product", "sản phẩm";
    ]
    ANGLE = [
        "feature": "what it can do", "tính năng";
        "experience": "how it feels to use", "trải nghiệm";
        "saving": "what it saves", "tiết kiệm";
    ]
    MATERIAL = [
        "deck": "slide deck", "slide giới thiệu";
        "faq": "questions and answers", "câu hỏi thường gặp (FAQ)";
        "feature_text": "feature text", "mô tả tính năng";
        "pricing": "price list", "bảng giá";
        "guide": "guide", "hướng dẫn sử dụng";
        "case_study": "case study", "case study";
    ]
    TOUCHPOINT = [
        "landing": "landing page", "landing page";
        "form": "form", "form đăng ký";
        "onboarding": "onboarding", "onboarding";
        "trial": "trial", "dùng thử";
    ]
    SCRIPT_STAGE = [
        "awareness": "getting to know, building trust", "nhận biết, tạo niềm tin";
        "launch_offer": "offer, closing quickly", "ưu đãi ra mắt, chốt nhanh";
        "retention": "known customers, selling more", "giữ chân, bán thêm";
    ]
    OBJECTION = [
        "price": "too expensive", "giá cao";
        "trust": "no trust yet", "chưa tin";
        "need": "no need yet", "chưa cần";
        "rival": "compares with a rival", "so sánh đối thủ";
        "other": "another objection", "lý do khác";
    ]
    QUALIFY = [
        "mql": "qualified for marketing", "lead đạt chuẩn marketing";
        "sql": "qualified for sales", "lead đạt chuẩn sales";
    ]
    BECAUSE = [
        "behaviour": "customers behave differently", "hành vi khách hàng thay đổi";
        "ad_cost": "advertising costs changed", "chi phí quảng cáo thay đổi";
        "rival": "a rival moved", "đối thủ thay đổi";
        "message": "the message does not work", "thông điệp không còn phù hợp";
        "product": "the product changed", "sản phẩm thay đổi";
    ]
    PROPOSAL = [
        "open": "not decided", "chờ quyết định";
        "approved": "approved", "đã duyệt";
        "rejected": "rejected", "bị từ chối";
    ]
    LEVEL = [
        "error": "error", "lỗi";
        "warning": "warning", "cảnh báo";
        "hint": "hint", "gợi ý";
    ]
    SOURCE_KIND = [
        "csv": "CSV table", "bảng CSV";
        "json": "JSON file", "tệp JSON";
    ]
    FIELD_TYPE = [
        "text": "text", "văn bản";
        "number": "number", "số";
        "percent": "percent", "phần trăm";
        "money": "money", "số tiền";
        "date": "date", "ngày";
        "person": "person", "người";
        "yes_no": "yes or no", "có hoặc không";
        "one_of": "one of several strings", "một trong các lựa chọn";
    ]
    OVERLAP = [
        "ok": "on purpose", "có chủ đích";
    ]
    ALERT = [
        "behind": "behind the planned pace", "chậm so với kế hoạch";
        "over": "over a share of the budget", "vượt mức ngân sách";
        "anomaly": "unusual value", "giá trị bất thường";
        "stale": "no new reading for a while", "lâu không có số mới";
    ]
    NAMED_KIND = [
        "person": "person", "người";
        "team": "team", "nhóm";
        "channel": "channel", "kênh";
        "metric": "metric", "chỉ số";
        "source": "source", "nguồn dữ liệu";
        "segment": "segment", "phân khúc";
        "product": "product", "sản phẩm";
        "goal": "goal", "mục tiêu";
        "phase": "phase", "giai đoạn";
        "activity": "activity", "hoạt động";
        "launch": "launch", "đợt ra mắt";
        "script": "script", "kịch bản";
        "milestone": "milestone", "cột mốc";
        "kpi": "KPI", "KPI";
    ]
}
