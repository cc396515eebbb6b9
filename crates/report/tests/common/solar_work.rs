//! The work of the plan in `solar`: forty activities.

use super::{day, kpi, place, vnd};
use roadmap_api::*;

/// phase, id, title, owner, start, end, deadline, progress, state, days late, critical, KPI (metric, target), budget and
/// spent in millions, channel.
pub type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    i64,
    State,
    i64,
    bool,
    (&'static str, &'static str),
    i64,
    i64,
    &'static str,
);

use State::{AtRisk, Blocked, Cancelled, Done, Idea, InProgress, Late, NotStarted};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    ("nen", "phong_van", "Phỏng vấn 30 chủ nhà đã lắp và 12 người từ chối", "huy", "2026-01-05", "2026-01-23", "2026-01-23", 100, Done, 0, false, ("leads", "30"), 40, 38, "event"),
    ("nen", "trang_bao_gia", "Trang báo giá theo diện tích mái, trả kết quả trong 60 giây", "diep", "2026-01-26", "2026-02-13", "2026-02-13", 100, Done, 0, true, ("conversion_rate", "8"), 180, 172, "seo"),
    ("nen", "bai_hoi_dap", "Mười tám bài trả lời câu hỏi về hóa đơn điện", "vi", "2026-01-26", "2026-03-20", "2026-03-20", 100, Done, 0, false, ("leads", "320"), 96, 90, "seo"),
    ("nen", "mang_luoi", "Mạng lưới 40 nhà thầu và kiến trúc sư giới thiệu", "oanh", "2026-02-02", "2026-03-27", "2026-03-27", 100, Done, 0, false, ("leads", "260"), 120, 118, "partnership"),
    ("nen", "bo_anh", "Bộ ảnh và video 8 mái nhà thật ở Đồng Nai, Long An", "diep", "2026-02-23", "2026-03-13", "2026-03-13", 100, Done, 0, false, ("leads", "90"), 140, 136, "facebook_ads"),
    ("nen", "zalo_oa", "Tổng đài và Zalo OA trả lời trong 10 phút", "nhi", "2026-02-23", "2026-03-20", "2026-03-20", 100, Done, 0, false, ("leads", "150"), 110, 96, "zalo"),
    ("nen", "ads_tien_dien", "Chiến dịch “Mái nhà trả tiền điện” trên Google", "toan", "2026-03-02", "2026-03-31", "2026-03-31", 100, Done, 0, true, ("leads", "900"), 280, 268, "google_ads"),
    ("nen", "crm", "CRM ghi nguồn của từng khách và lý do từ chối", "nhi", "2026-01-12", "2026-02-27", "2026-02-27", 100, Done, 0, false, ("mql", "400"), 60, 60, "email"),
    ("nen", "bao_chi", "Bốn bài báo ngành về mái nhà tự trả tiền điện", "vi", "2026-03-09", "2026-03-27", "2026-03-27", 100, Done, 0, false, ("leads", "70"), 90, 88, "pr"),
    ("nen", "seo_ky_thuat", "SEO kỹ thuật: 40 trang tỉnh thành tải dưới 2 giây", "diep", "2026-02-09", "2026-03-27", "2026-03-27", 100, Done, 0, false, ("leads", "210"), 70, 64, "seo"),
    ("nen", "hoi_thao_dau", "Hội thảo mở đầu cho 120 chủ xưởng ở Bình Dương", "huy", "2026-03-16", "2026-03-25", "2026-03-25", 100, Done, 0, false, ("leads", "60"), 55, 55, "event"),
    ("nen", "chatbot", "Chatbot tự tính công suất trên trang chủ", "nhi", "2026-02-02", "2026-03-06", "2026-03-06", 20, Cancelled, 0, false, ("leads", "80"), 0, 0, "seo"),
    ("tang", "video_thang_nam", "Video “Hóa đơn tháng Năm” cho Facebook và TikTok", "vi", "2026-04-06", "2026-05-08", "2026-05-08", 100, Done, 0, false, ("leads", "240"), 150, 149, "facebook_ads"),
    ("tang", "tham_dinh", "Thẩm định tín dụng cùng ngân hàng đối tác", "dang", "2026-04-06", "2026-05-28", "2026-05-22", 65, Late, 6, true, ("sql", "200"), 30, 18, "partnership"),
    ("tang", "ads_tu_khoa", "Google Ads theo 120 từ khóa “tiền điện tăng”", "toan", "2026-04-13", "2026-06-26", "2026-06-26", 38, Late, 0, false, ("leads", "2600"), 980, 455, "google_ads"),
    ("tang", "nuoi_duong", "Nuôi dưỡng 2.000 khách chưa chốt bằng email và Zalo", "nhi", "2026-04-20", "2026-08-28", "2026-08-28", 28, InProgress, 0, false, ("sql", "320"), 180, 52, "zalo"),
    ("tang", "trang_tra_gop", "Trang và biểu mẫu trả góp 0 đồng trả trước", "diep", "2026-05-04", "2026-05-29", "2026-05-30", 40, AtRisk, 0, true, ("conversion_rate", "11"), 120, 44, "seo"),
    ("tang", "gioi_thieu_2", "Chương trình giới thiệu đợt 2 cho 40 nhà thầu", "oanh", "2026-05-04", "2026-07-31", "2026-07-31", 20, InProgress, 0, false, ("leads", "420"), 240, 48, "partnership"),
    ("tang", "cau_chuyen", "Mười câu chuyện hộ gia đình trước và sau khi lắp điện mặt trời áp mái", "vi", "2026-05-18", "2026-06-26", "2026-06-26", 6, InProgress, 0, false, ("leads", "180"), 130, 8, "facebook_ads"),
    ("tang", "ra_mat_ads", "Chiến dịch ra mắt “Trả góp 0 đồng” trên Facebook, TikTok và Zalo", "toan", "2026-06-02", "2026-07-17", "2026-07-17", 0, Blocked, 0, true, ("leads", "1900"), 760, 0, "facebook_ads"),
    ("tang", "ngay_hoi", "Ngày hội mái nhà tại 5 khu dân cư Bình Dương, Biên Hòa", "huy", "2026-06-08", "2026-07-10", "2026-07-10", 0, NotStarted, 0, false, ("leads", "350"), 320, 0, "event"),
    ("tang", "toi_uu_bao_gia", "Tối ưu biểu mẫu báo giá: để lại số từ 9% lên 13%", "diep", "2026-07-20", "2026-08-28", "2026-08-28", 0, NotStarted, 0, true, ("conversion_rate", "13"), 90, 0, "seo"),
    ("tang", "hoi_thao", "Hội thảo trực tuyến với chủ xưởng nhỏ", "huy", "2026-08-03", "2026-09-11", "2026-09-11", 0, NotStarted, 0, false, ("leads", "220"), 80, 0, "event"),
    ("tang", "remarketing", "Quảng cáo bám đuổi người đã xem trang báo giá", "toan", "2026-05-11", "2026-08-14", "2026-08-14", 12, InProgress, 0, false, ("cpl", "170000"), 360, 40, "google_ads"),
    ("tang", "khao_sat_mai", "Khảo sát 600 mái nhà trong 3 ngày từ khi khách gọi", "son", "2026-04-20", "2026-09-25", "2026-09-25", 24, InProgress, 0, false, ("appointments", "600"), 210, 61, "partnership"),
    ("tang", "bao_cao_chi_phi", "Báo cáo chi phí mỗi khách theo kênh, hằng tuần", "nhi", "2026-04-06", "2026-09-30", "2026-09-30", 24, InProgress, 0, false, ("cpl", "180000"), 0, 0, "email"),
    ("tang", "tiktok_thu", "Thử TikTok Ads với 3 nhóm nội dung", "vi", "2026-04-13", "2026-05-15", "2026-05-12", 80, Late, 6, false, ("leads", "110"), 95, 90, "facebook_ads"),
    ("tang", "kol", "Hợp tác với 3 kênh YouTube về nhà ở", "oanh", "2026-06-15", "2026-08-21", "2026-08-21", 0, NotStarted, 0, false, ("leads", "300"), 270, 0, "pr"),
    ("tang", "livestream", "Livestream hỏi đáp tiền điện tối thứ Năm", "vi", "2026-05-21", "2026-09-24", "2026-09-24", 0, NotStarted, 0, false, ("leads", "160"), 60, 0, "facebook_ads"),
    ("tang", "ban_do", "Bản đồ 1.200 mái nhà đã lắp, có lời kể của chủ nhà", "diep", "2026-06-29", "2026-08-07", "2026-08-07", 0, Idea, 0, false, ("leads", "140"), 110, 0, "seo"),
    ("giu", "pin_luu_tru", "Chiến dịch pin lưu trữ cho khách đã lắp", "toan", "2026-10-01", "2026-11-20", "2026-11-20", 0, NotStarted, 0, true, ("orders", "160"), 420, 0, "zalo"),
    ("giu", "kiem_tra", "Kiểm tra mái miễn phí sau 12 tháng cho 800 khách đầu tiên", "vi", "2026-10-05", "2026-11-20", "2026-11-20", 0, NotStarted, 0, false, ("retention", "70"), 130, 0, "email"),
    ("giu", "thuong_gioi_thieu", "Thưởng giới thiệu: gói vệ sinh tấm pin cho mỗi khách mới", "oanh", "2026-10-12", "2026-12-18", "2026-12-18", 0, NotStarted, 0, false, ("leads", "480"), 240, 0, "partnership"),
    ("giu", "khao_sat_hai_long", "Khảo sát hài lòng và xin đánh giá trên Google", "nhi", "2026-10-26", "2026-12-04", "2026-12-04", 0, NotStarted, 0, false, ("nps", "55"), 40, 0, "email"),
    ("giu", "bao_cao_nam", "Báo cáo sản lượng năm riêng cho từng mái nhà", "vi", "2026-11-09", "2026-12-18", "2026-12-18", 0, NotStarted, 0, false, ("retention", "85"), 60, 0, "email"),
    ("giu", "tri_an", "Ngày hội tri ân 300 khách ở Thủ Đức", "huy", "2026-12-01", "2026-12-12", "2026-12-12", 0, NotStarted, 0, false, ("leads", "90"), 150, 0, "event"),
    ("giu", "goi_lai", "Gọi lại 900 khách báo giá chưa mua trong năm", "son", "2026-10-05", "2026-12-11", "2026-12-11", 0, NotStarted, 0, false, ("orders", "70"), 60, 0, "zalo"),
    ("giu", "hop_dong_bao_tri", "Hợp đồng bảo trì 3 năm cho xưởng nhỏ", "son", "2026-10-19", "2026-12-18", "2026-12-18", 0, NotStarted, 0, false, ("orders", "45"), 50, 0, "partnership"),
    ("", "ban_tin", "Bản tin tiền điện hằng tháng cho 12.000 người", "nhi", "2026-01-15", "2026-12-15", "2026-12-15", 41, InProgress, 0, false, ("leads", "360"), 72, 28, "email"),
    ("", "danh_gia_google", "Trả lời mọi đánh giá trên Google trong 24 giờ", "nhi", "2026-01-05", "2026-12-31", "2026-12-31", 37, InProgress, 0, false, ("leads", "120"), 0, 0, "seo"),
];

const METRICS: &[(&str, &str, &str)] = &[
    ("leads", "Khách tiềm năng", "count"),
    ("mql", "MQL", "count"),
    ("sql", "SQL", "count"),
    ("conversion_rate", "Tỷ lệ để lại số", "percent"),
    ("cpl", "Chi phí mỗi khách", "VND"),
    ("appointments", "Lịch khảo sát", "count"),
    ("orders", "Hợp đồng", "count"),
    ("retention", "Tỷ lệ giữ chân", "percent"),
    ("nps", "NPS", "points"),
];

pub fn metric(id: &str, target: &str) -> Kpi {
    let (_, title, unit) = METRICS.iter().find(|metric| metric.0 == id).unwrap();
    let mut kpi = kpi(id, title, unit, None, target);
    if id == "cpl" {
        kpi.comparison = Comparison::AtMost;
        kpi.direction = Direction::Down;
    }
    kpi
}

pub fn activity(row: &Row, line: u32) -> Activity {
    let (
        phase,
        id,
        title,
        owner,
        start,
        end,
        deadline,
        progress,
        state,
        late,
        critical,
        kpi,
        budget,
        spent,
        channel,
    ) = *row;
    let always_on = phase.is_empty();
    Activity {
        id: if always_on { id.into() } else { format!("{phase}.{id}") },
        title: title.into(),
        phases: if always_on { vec!["nen".into(), "tang".into(), "giu".into()] } else { vec![phase.into()] },
        always_on,
        owner: Some(owner.into()),
        kpis: vec![metric(kpi.0, kpi.1)],
        schedule: Schedule {
            start: Some(day(start)),
            end: Some(day(end)),
            deadline: Some(day(deadline)),
            progress: Number::new(progress),
            state,
            days_late: (late > 0).then_some(late),
            critical,
            ..Schedule::default()
        },
        channels: vec![ChannelShare { channel: channel.into(), share: Some(Number::new(100)) }],
        budget: (budget > 0).then(|| vnd(budget * 1_000_000)),
        spent: (spent > 0).then(|| vnd(spent * 1_000_000)),
        status: Status {
            reason: (state == Blocked).then(|| "Chờ ngân hàng duyệt hạn mức".into()),
            ..Status::default()
        },
        extra: Extra { source: place("tang-toc.roadmap", line), ..Extra::default() },
        ..Activity::default()
    }
}
