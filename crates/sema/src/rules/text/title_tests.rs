//! Titles as teams write them: those that say nothing, and those that only begin like them.

use super::vague_title::is_vague;
use crate::testing::check;

/// What a leader sends back with a question.
const VAGUE: &[&str] = &[
    // Tiếng Việt
    "Đẩy mạnh content",
    "đẩy mạnh truyền thông",
    "Đẩy mạnh quảng cáo",
    "ĐẨY MẠNH BÁN HÀNG",
    "Tăng traffic",
    "Tăng lượt truy cập",
    "Tăng doanh số",
    "Tăng doanh thu bán hàng",
    "Tăng tương tác trên mạng xã hội",
    "Tăng nhận diện thương hiệu",
    "Tăng độ nhận diện thương hiệu",
    "Tăng trưởng doanh thu bền vững",
    "Gia tăng khách hàng tiềm năng",
    "Tăng cường truyền thông trên các kênh",
    "Tăng cường công tác tiếp thị",
    "Tối ưu quảng cáo",
    "Tối ưu hoá chuyển đổi",
    "Tối ưu hóa chuyển đổi",
    "Tối ưu tỷ lệ chuyển đổi",
    "Tối ưu tỉ lệ chuyển đổi",
    "Tối ưu",
    "Cải thiện trải nghiệm khách hàng",
    "Cải thiện chất lượng nội dung",
    "Cải thiện hiệu quả marketing",
    "Nâng cao chất lượng lead",
    "Nâng cao uy tín thương hiệu",
    "Nâng cao hiệu quả các chiến dịch quảng cáo",
    "Thúc đẩy doanh số",
    "Thúc đẩy tương tác với khách hàng",
    "Phát triển thương hiệu",
    "Phát triển nội dung trên các kênh",
    "Mở rộng thị trường",
    "Xây dựng thương hiệu",
    "Xây dựng hình ảnh thương hiệu",
    "Củng cố thương hiệu",
    "Phủ sóng thương hiệu",
    "Lan toả thương hiệu",
    "Quảng bá thương hiệu",
    "Chạy quảng cáo",
    "Chạy ads",
    "Làm content",
    "Làm marketing",
    "Làm SEO",
    "Triển khai marketing online",
    "Triển khai các hoạt động truyền thông",
    "Đầu tư cho quảng cáo",
    "Tập trung vào bán hàng",
    "Push content",
    "Push sale",
    "Boost traffic",
    "Scale ads",
    "day manh content",
    "tang traffic",
    "Tang doanh thu",
    "toi uu quang cao",
    // English
    "Boost brand",
    "Boost brand awareness",
    "Boost engagement on social media",
    "Increase traffic",
    "Increase website traffic",
    "Increase brand awareness and engagement",
    "Increase sales",
    "Increase online sales",
    "Improve SEO",
    "Improve conversion rate",
    "Improve customer experience",
    "Improve the quality of our content",
    "Improving lead quality",
    "Grow the business",
    "Grow our audience",
    "Grow revenue",
    "Growing brand presence online",
    "Drive traffic",
    "Drive more leads",
    "Push content",
    "Push social",
    "Enhance brand image",
    "Enhance digital presence",
    "Strengthen the brand",
    "Raise awareness",
    "Raise brand visibility",
    "Optimise ads",
    "Optimize campaigns",
    "Optimize",
    "Maximise reach",
    "Accelerate growth",
    "Expand market share",
    "Scale up marketing",
    "Ramp up advertising",
    "Step up PR",
    "Work on content",
    "Focus on retention",
    "Do more marketing",
    "Get more customers",
    "Build brand awareness",
    "Develop the market",
    "To boost sales",
];

/// What a leader reads on: it names an object, a place, a group or a number.
const CLEAR: &[&str] = &[
    // Tiếng Việt
    "Landing page và CRM",
    "Chiến dịch ra mắt",
    "Tuần lễ khai trương",
    "Chạy quảng cáo Facebook",
    "Quảng cáo Facebook cho lớp buổi tối",
    "Đăng bài mỗi thứ Hai",
    "Xin đánh giá của khách quen",
    "Tin Zalo rủ bạn học cùng",
    "Tăng 30% doanh thu từ kênh online",
    "Tăng gấp đôi lượt truy cập",
    "Tăng doanh thu mảng cà phê rang xay",
    "Tăng đơn hàng qua Shopee",
    "Tăng tỷ lệ quay lại mua",
    "Tăng người theo dõi trang TikTok",
    "Tăng tốc độ tải trang",
    "Tặng khách hàng mới cốc giữ nhiệt",
    "Tặng quà khách hàng",
    "Tối ưu landing page",
    "Tối ưu form đăng ký",
    "Tối ưu từ khóa hoá đơn điện tử",
    "Tối ưu quảng cáo TikTok",
    "Đẩy mạnh content TikTok",
    "Đẩy mạnh bán chéo gói bảo hành",
    "Cải thiện quy trình bàn giao lead",
    "Nâng cao tay nghề nhóm tư vấn",
    "Nâng tỷ lệ gia hạn",
    "Phát triển ứng dụng nhân viên",
    "Phát triển sản phẩm",
    "Mở rộng sang Đà Nẵng",
    "Xây dựng bộ câu hỏi thường gặp",
    "Xây dựng website",
    "Xây nền",
    "Dạy content cho nhân viên mới",
    "Triển khai chatbot",
    "Triển khai Google Ads nhóm từ khóa thương hiệu",
    "Chăm sóc khách hàng",
    "Hỗ trợ khách hàng",
    "Tìm kiếm khách hàng tiềm năng tại hội chợ",
    "Khách hàng giới thiệu khách hàng",
    "Nghiên cứu thị trường",
    "Khảo sát khách hàng",
    "Họp chất lượng lead giữa Marketing và Kinh doanh",
    "Bảng số liệu CAC và MRR gửi ban điều hành",
    "Kho câu hỏi hỗ trợ, rà soát hằng tháng",
    "Truyền thông nội bộ",
    "Nội dung tháng Ba",
    "Nội dung",
    "Thương hiệu",
    "Quảng cáo",
    "Đạt 5.000 khách hàng tiềm năng trong 3 tháng",
    "Giảm chi phí có một khách hàng",
    "Livestream bán hàng tối thứ Sáu",
    "Chuỗi bài SEO về luật lương",
    "Tăng cường nhân sự trực Tết",
    "Duy trì bản tin khách hàng",
    "Thực hiện phỏng vấn khách rời bỏ",
    "Làm video hướng dẫn",
    "Làm lại fanpage",
    "Tập trung vào chủ quán ăn",
    "Đầu tư biển quảng cáo ngoài trời",
    "Hoàn thiện bảng giá",
    "Nâng cấp CRM",
    // English
    "Google Ads for evening classes",
    "Bring-a-friend email to past students",
    "Open evening with three sample lessons",
    "Landing page and CRM",
    "Launch campaign",
    "Run Facebook ads",
    "Run customer interviews",
    "Build landing page",
    "Build website",
    "Build a referral programme",
    "Develop mobile app",
    "Boost newsletter sign-ups",
    "Boost repeat purchases",
    "Boost Instagram engagement",
    "Increase trial sign-ups",
    "Increase average order value",
    "Increase sales by 20%",
    "Increase sales in Leeds",
    "Increase traffic from Pinterest",
    "Improve onboarding emails",
    "Improve page speed",
    "Improve checkout conversion",
    "Improve lead handover to sales team",
    "Grow newsletter list",
    "Grow TikTok audience",
    "Grow wholesale revenue",
    "Double revenue",
    "Drive footfall to the Camden store",
    "Push notifications for returning customers",
    "Push notification campaign",
    "Customer support",
    "Customer experience survey",
    "Sales support",
    "Sales drive",
    "Brand development",
    "Brand guidelines",
    "Brand boost",
    "Content calendar",
    "Content",
    "Marketing",
    "SEO audit",
    "Social media calendar",
    "Market research",
    "Enhance product photos",
    "Strengthen partner network",
    "Raise prices of the starter plan",
    "Optimise product feed",
    "Optimise Google Shopping ads",
    "Expand to Manchester",
    "Scale the affiliate programme",
    "Work on the pricing page",
    "Focus on students",
    "Retention emails",
    "Loyalty programme",
    "Advertising on buses",
    "Drive-through opening",
    "Get reviews from past guests",
    "PR for the spring collection",
    "Email",
    "120 new students by the end of March",
    "",
    "—",
];

#[test]
fn titles_that_say_nothing_are_found() {
    let missed: Vec<_> = VAGUE.iter().filter(|title| !is_vague(title)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn titles_that_name_something_are_left_alone() {
    let blamed: Vec<_> = CLEAR.iter().filter(|title| is_vague(title)).collect();
    assert!(blamed.is_empty(), "{blamed:?}");
}

#[test]
fn separate_marks_make_no_difference() {
    assert!(is_vague("Đa\u{309}y ma\u{323}nh content") == is_vague("Đảy mạnh content"));
    assert!(is_vague("\u{110}a\u{302}\u{309}y ma\u{323}nh content"));
    assert!(!is_vague("Ta\u{323}\u{306}ng kha\u{301}ch ha\u{300}ng"), "tặng is not tăng");
}

#[test]
fn a_goal_whose_kpi_says_the_number_gets_a_hint() {
    let said = |statement: &str| {
        let text = format!(
            "roadmap \"R\" {{ period 2026 }}\nperson lan \"Lan\"\nphase q1 \"Xây nền\" 2026-Q1 {{\n{statement}\n}}\n"
        );
        check(&text, "2026-01-05").said(&["text/"])
    };
    let goal = |kpi: &str| said(&format!("goal g \"Tăng doanh thu\" {{ owner lan; {kpi} }}"));
    assert_eq!(goal("kpi revenue >= 5M by 2026-03-31"), ["hint text/vague-title `\"Tăng doanh thu\"`"]);
    assert_eq!(goal(""), ["warning text/vague-title `\"Tăng doanh thu\"`"]);
    let activity = |status: &str| {
        said(&format!("activity a \"Push content\" {{ owner lan; kpi leads >= 5; {status} }}"))
    };
    assert_eq!(activity(""), ["warning text/vague-title `\"Push content\"`"]);
    // Nothing is asked of an idea, nor of an item of a checklist, a milestone or a launch.
    assert_eq!(activity("status idea"), [""; 0]);
    assert_eq!(said("activity a \"12 bài blog\" { task \"Tối ưu\" }"), [""; 0]);
    assert_eq!(said("milestone m \"Mở rộng thị trường\" 2026-02-02"), [""; 0]);
    // An identifier that stands in for a title is none.
    assert_eq!(said("activity optimize { owner lan }"), [""; 0]);
}
