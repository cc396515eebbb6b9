//! Built-in metrics.

use super::BuiltinMetric;
use super::BuiltinUnit::{Count, Money, Months, Percent, Points, Ratio, Seconds};
use crate::model::Direction::{Band, Down, Up};
use crate::model::MetricKind::{Activity, Business, Cost, Engagement, Exposure, Outcome};

/// `id kind unit direction aggregate, English / Vietnamese names, = formula, -> what it drives`.
macro_rules! metrics {
    ($($id:literal $kind:ident $unit:ident $direction:ident $aggregate:ident,
       $en:expr, $vi:expr $(, = $formula:literal)? $(, -> $drives:expr)?;)*) => {
        /// In the order of the method: inputs, then what came of them, then what the business got.
        pub(super) const METRICS: &[BuiltinMetric] = &[$(BuiltinMetric {
            id: $id,
            en: &$en,
            vi: &$vi,
            kind: $kind,
            unit: $unit,
            direction: $direction,
            aggregate: stringify!($aggregate),
            formula: optional!($($formula)?),
            drives: list!($($drives)?),
        }),*];
    };
}

macro_rules! optional {
    () => {
        None
    };
    ($value:literal) => {
        Some($value)
    };
}

macro_rules! list {
    () => {
        &[]
    };
    ($list:expr) => {
        &$list
    };
}

metrics! {
    // How much was done.
    "posts" Activity Count Up sum, ["Posts"], ["Số bài đăng", "bài đăng"];
    "campaigns" Activity Count Up sum, ["Campaigns"], ["Số chiến dịch", "chiến dịch"];
    "events" Activity Count Up sum, ["Events"], ["Số sự kiện", "sự kiện"];
    "emails_sent" Activity Count Up sum, ["Emails sent"], ["Số email gửi đi", "email gửi đi"];
    "consultations" Activity Count Up average,
        ["Consultations per day", "consultations"], ["Số khách tư vấn mỗi ngày", "số khách tư vấn"],
        -> ["appointments", "customers"];

    // What it cost.
    "spend" Cost Money Band sum,
        ["Ad spend", "spend", "cost", "amount spent"],
        ["Chi phí quảng cáo", "CPQC", "số tiền đã chi tiêu", "chi tiêu"],
        -> ["impressions", "clicks", "leads"];
    "budget_used" Cost Money Band sum,
        ["Budget used"], ["Ngân sách đã dùng", "ngân sách đã chi"], -> ["impressions", "clicks", "leads"];
    "cpc" Cost Money Down average,
        ["Cost per click", "CPC"], ["Chi phí mỗi lượt nhấp", "CPC"], = "spend / clicks", -> ["cpl", "cpa"];
    "cpm" Cost Money Down average,
        ["Cost per 1,000 impressions", "CPM"], ["Chi phí 1.000 lượt hiển thị", "CPM"],
        = "spend / impressions * 1_000", -> ["cpc"];

    // How many could see it.
    "impressions" Exposure Count Up sum, ["Impressions"], ["Lượt hiển thị", "hiển thị"], -> ["clicks"];
    "reach" Exposure Count Up sum,
        ["Reach", "people reached"], ["Lượt tiếp cận", "số người tiếp cận", "tiếp cận"], -> ["clicks", "branded_reach"];
    "frequency" Exposure Ratio Band average, ["Frequency"], ["Tần suất"], = "impressions / reach";
    "views" Exposure Count Up sum, ["Views"], ["Lượt xem"];
    "video_views" Exposure Count Up sum, ["Video views"], ["Lượt xem video"];
    "pageviews" Exposure Count Up sum, ["Page views"], ["Lượt xem trang"], -> ["sessions"];
    "sessions" Exposure Count Up sum,
        ["Sessions", "traffic", "visits"], ["Lượt truy cập", "traffic", "phiên truy cập"],
        -> ["leads", "trials", "conversions", "orders"];

    // How many reacted.
    "likes" Engagement Count Up sum, ["Likes"], ["Lượt thích"];
    "comments" Engagement Count Up sum, ["Comments"], ["Bình luận", "lượt bình luận"];
    "shares" Engagement Count Up sum, ["Shares"], ["Lượt chia sẻ", "chia sẻ"];
    "engagement" Engagement Count Up sum, ["Engagement", "engagements"], ["Lượt tương tác", "tương tác"];
    "engagement_rate" Engagement Percent Up average,
        ["Engagement rate"], ["Tỷ lệ tương tác"], = "engagement / reach";
    "followers" Engagement Count Up last, ["Followers"], ["Số người theo dõi", "người theo dõi"];
    "clicks" Engagement Count Up sum,
        ["Clicks"], ["Lượt nhấp", "click", "lượt nhấp (click)"], -> ["sessions", "leads"];
    "ctr" Engagement Percent Up average,
        ["Click-through rate", "CTR"], ["Tỷ lệ nhấp", "CTR"], = "clicks / impressions", -> ["clicks"];
    "open_rate" Engagement Percent Up average, ["Open rate"], ["Tỷ lệ mở email", "tỷ lệ mở"], -> ["clicks"];
    "time_on_product" Engagement Seconds Up average,
        ["Time on product page"], ["Thời gian trên trang sản phẩm"], -> ["conversion_rate"];
    "bounce" Engagement Percent Down average, ["Bounce rate", "bounce"], ["Tỷ lệ thoát"], -> ["conversion_rate"];
    "dropoff" Engagement Percent Down average,
        ["Drop-off rate", "drop-off", "exit points"], ["Tỷ lệ rời đi", "điểm rời đi"], -> ["conversion_rate"];

    // What came of it: awareness and experience.
    "branded_reach" Outcome Count Up sum,
        ["Qualified reach", "branded reach"], ["Tiếp cận đúng nhóm", "độ nhận diện"], -> ["branded_search", "recall"];
    "branded_search" Outcome Count Up sum,
        ["Branded searches", "branded search"], ["Lượt tìm kiếm thương hiệu", "tìm kiếm thương hiệu"],
        -> ["sessions", "leads"];
    "recall" Outcome Percent Up last, ["Brand recall", "brand awareness"], ["Mức độ ghi nhớ thương hiệu", "nhận biết"];
    "sov" Outcome Percent Up last, ["Share of voice", "SOV"], ["Thị phần thảo luận", "SOV"], -> ["market_share"];
    "nps" Outcome Points Up average, ["NPS", "net promoter score"], ["NPS", "mức độ sẵn lòng giới thiệu"], -> ["retention"];
    "csat" Outcome Percent Up average,
        ["CSAT", "customer satisfaction"], ["CSAT", "mức độ hài lòng"], -> ["retention"];
    "task_completion" Outcome Percent Up average,
        ["Task completion rate", "task completion"], ["Tỷ lệ hoàn thành tác vụ"], -> ["conversion_rate", "csat"];

    // What came of it: demand and conversion.
    "leads" Outcome Count Up sum,
        ["Leads"], ["Khách hàng tiềm năng", "KHTN", "lead", "data"],
        -> ["mql", "sql", "appointments", "conversions", "customers", "revenue"];
    "mql" Outcome Count Up sum,
        ["Marketing qualified leads", "MQL"], ["Lead đủ chuẩn marketing", "MQL"], -> ["sql", "customers"];
    "sql" Outcome Count Up sum,
        ["Sales qualified leads", "SQL"], ["Lead đủ chuẩn sales", "SQL"], -> ["customers", "revenue"];
    "lead_to_mql" Outcome Percent Up average,
        ["Lead to MQL rate"], ["Tỷ lệ lead đạt chuẩn MQL"], = "mql / leads", -> ["mql"];
    "mql_to_sql" Outcome Percent Up average,
        ["MQL to SQL rate"], ["Tỷ lệ MQL thành SQL"], = "sql / mql", -> ["sql"];
    "appointments" Outcome Count Up sum,
        ["Appointments"], ["Lịch hẹn", "số lịch hẹn"], -> ["customers"];
    "lead_to_appt" Outcome Percent Up average,
        ["Lead to appointment rate"], ["Tỷ lệ lead sang lịch hẹn"], = "appointments / leads", -> ["appointments"];
    "cpl" Outcome Money Down average,
        ["Cost per lead", "CPL"], ["Chi phí mỗi lead", "CPL"], = "spend / leads", -> ["cpql", "cac"];
    "cpql" Outcome Money Down average,
        ["Cost per qualified lead", "CPQL"], ["Chi phí mỗi lead đủ chuẩn", "CPQL"], = "spend / sql", -> ["cac"];
    "conversions" Outcome Count Up sum,
        ["Conversions", "key events"], ["Lượt chuyển đổi", "chuyển đổi"], -> ["customers", "revenue"];
    "conversion_rate" Outcome Percent Up average,
        ["Conversion rate", "CVR"], ["Tỷ lệ chuyển đổi", "TLCĐ", "CVR"], = "conversions / sessions",
        -> ["conversions", "orders", "customers", "revenue"];
    "close_rate" Outcome Percent Up average,
        ["Close rate", "win rate"], ["Tỷ lệ chốt"], -> ["customers", "revenue"];
    "orders" Outcome Count Up sum, ["Orders", "purchases"], ["Đơn hàng", "số đơn hàng"], -> ["revenue"];
    "customers" Outcome Count Up sum,
        ["New customers", "customers"], ["Khách hàng mới", "số khách hàng mới"], -> ["revenue"];
    "trials" Outcome Count Up sum,
        ["Trial sign-ups", "trials"], ["Đăng ký dùng thử", "lượt dùng thử"], -> ["activation", "customers"];
    "activation" Outcome Percent Up average,
        ["Activation rate", "activation"], ["Tỷ lệ kích hoạt", "kích hoạt"], -> ["customers", "retention"];
    "cpa" Outcome Money Down average,
        ["Cost per acquisition", "cost per action", "CPA"], ["Chi phí mỗi chuyển đổi", "CPA"],
        = "spend / conversions", -> ["cac"];

    // What the business got.
    "aov" Business Money Up average,
        ["Average order value", "AOV"], ["Giá trị đơn trung bình", "AOV"], = "revenue / orders", -> ["revenue", "ltv"];
    "revenue" Business Money Up sum,
        ["Revenue", "sales"], ["Doanh thu", "DT", "doanh số"], -> ["revenue_growth", "gross_profit", "market_share"];
    "revenue_growth" Business Percent Up last,
        ["Revenue growth", "growth"], ["Tăng trưởng doanh thu", "tăng trưởng"];
    "gross_profit" Business Money Up sum, ["Gross profit"], ["Lợi nhuận gộp"], -> ["net_profit", "margin"];
    "net_profit" Business Money Up sum, ["Net profit", "profit"], ["Lợi nhuận ròng", "lợi nhuận"];
    "margin" Business Percent Up average,
        ["Margin", "gross margin"], ["Biên lợi nhuận", "biên lợi nhuận gộp"], = "gross_profit / revenue",
        -> ["net_profit"];
    "cost_ratio" Business Percent Down average,
        ["Marketing cost to revenue", "cost ratio", "MOL"], ["Chi phí marketing trên doanh thu", "MOL"],
        = "spend / revenue", -> ["net_profit"];
    "roas" Business Ratio Up average,
        ["Return on ad spend", "ROAS"], ["Doanh thu trên chi phí quảng cáo", "ROAS"], = "revenue / spend",
        -> ["net_profit"];
    "roi" Business Percent Up average,
        ["Return on investment", "ROI"], ["Tỷ suất hoàn vốn", "ROI"], = "(gross_profit - spend) / spend";
    "romi" Business Percent Up average,
        ["Return on marketing investment", "ROMI"], ["Tỷ suất hoàn vốn marketing", "ROMI"],
        = "(gross_profit - spend) / spend";
    "cac" Business Money Down average,
        ["Customer acquisition cost", "CAC"], ["Chi phí có một khách hàng", "CAC"], -> ["ltv_cac", "payback"];
    "ltv" Business Money Up average,
        ["Lifetime value", "customer lifetime value", "LTV", "CLV"], ["Giá trị vòng đời khách hàng", "LTV"],
        -> ["ltv_cac"];
    "ltv_cac" Business Ratio Up average, ["LTV:CAC", "LTV to CAC"], ["Tỷ lệ LTV trên CAC", "LTV:CAC"], = "ltv / cac";
    "payback" Business Months Down average,
        ["CAC payback", "payback"], ["Thời gian hoàn vốn CAC", "thời gian hoàn vốn"];
    "retention" Business Percent Up last,
        ["Retention rate", "retention"], ["Tỷ lệ giữ chân", "giữ chân khách hàng"], -> ["ltv", "revenue"];
    "repeat_rate" Business Percent Up last,
        ["Repeat purchase rate", "repeat rate", "return rate"], ["Tỷ lệ quay lại mua", "tỷ lệ mua lại"],
        -> ["ltv", "revenue"];
    "churn" Business Percent Down last,
        ["Churn rate", "churn"], ["Tỷ lệ rời bỏ"], = "100% - retention", -> ["ltv", "revenue"];
    "upsell_revenue" Business Money Up sum,
        ["Upsell revenue", "upsell and cross-sell revenue"], ["Doanh thu bán thêm", "doanh thu bán chéo"],
        -> ["revenue", "ltv"];
    "market_share" Business Percent Up last, ["Market share"], ["Thị phần"];
}
