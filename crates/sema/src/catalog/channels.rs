//! Built-in channels.

use super::BuiltinChannel;
use crate::model::ChannelKind::{self, Crm, Earned, Owned, Paid};

const fn channel(
    id: &'static str,
    kind: ChannelKind,
    en: &'static [&'static str],
    vi: &'static [&'static str],
) -> BuiltinChannel {
    BuiltinChannel { id, en, vi, kind }
}

/// One's own first, then bought, given by others, and one's own customers.
pub(super) const CHANNELS: &[BuiltinChannel] = &[
    channel("seo", Owned, &["SEO", "organic search"], &["SEO", "tìm kiếm tự nhiên"]),
    channel("website", Owned, &["Website", "web"], &["Website", "trang web"]),
    channel("blog", Owned, &["Blog"], &["Blog"]),
    channel("content", Owned, &["Content", "content marketing"], &["Content", "nội dung"]),
    channel("social", Owned, &["Social media", "organic social"], &["Mạng xã hội", "social"]),
    channel("facebook", Owned, &["Facebook page", "fanpage"], &["Fanpage Facebook", "Facebook"]),
    channel("instagram", Owned, &["Instagram"], &["Instagram"]),
    channel("tiktok", Owned, &["TikTok"], &["TikTok", "kênh TikTok"]),
    channel("youtube", Owned, &["YouTube"], &["YouTube", "kênh YouTube"]),
    channel("linkedin", Owned, &["LinkedIn page", "LinkedIn"], &["Trang LinkedIn", "LinkedIn"]),
    channel("zalo", Owned, &["Zalo OA", "Zalo"], &["Zalo OA", "Zalo"]),
    channel("livestream", Owned, &["Livestream", "live shopping"], &["Livestream", "phát trực tiếp"]),
    channel("webinar", Owned, &["Webinar"], &["Webinar", "hội thảo trực tuyến"]),
    channel("event", Owned, &["Events", "offline events"], &["Sự kiện", "event"]),
    channel("community", Owned, &["Community", "groups"], &["Cộng đồng", "hội nhóm"]),
    channel("app", Owned, &["App", "mobile app"], &["Ứng dụng", "app"]),
    channel("store", Owned, &["Store", "retail"], &["Cửa hàng", "điểm bán"]),
    channel("ads", Paid, &["Ads", "paid ads"], &["Quảng cáo", "quảng cáo trả phí"]),
    channel("facebook_ads", Paid, &["Facebook Ads", "Meta Ads"], &["Quảng cáo Facebook", "Facebook Ads"]),
    channel("google_ads", Paid, &["Google Ads", "search ads"], &["Quảng cáo Google", "Google Ads"]),
    channel("tiktok_ads", Paid, &["TikTok Ads"], &["Quảng cáo TikTok", "TikTok Ads"]),
    channel("youtube_ads", Paid, &["YouTube Ads", "video ads"], &["Quảng cáo YouTube", "YouTube Ads"]),
    channel("zalo_ads", Paid, &["Zalo Ads"], &["Quảng cáo Zalo", "Zalo Ads"]),
    channel("linkedin_ads", Paid, &["LinkedIn Ads"], &["Quảng cáo LinkedIn", "LinkedIn Ads"]),
    channel("display_ads", Paid, &["Display ads", "programmatic"], &["Quảng cáo hiển thị", "banner"]),
    channel("remarketing", Paid, &["Remarketing", "retargeting"], &["Remarketing", "tiếp thị lại"]),
    channel(
        "marketplace",
        Paid,
        &["Marketplaces", "e-commerce platforms"],
        &["Sàn thương mại điện tử", "sàn TMĐT"],
    ),
    channel("shopee", Paid, &["Shopee"], &["Shopee"]),
    channel("lazada", Paid, &["Lazada"], &["Lazada"]),
    channel("tiktok_shop", Paid, &["TikTok Shop"], &["TikTok Shop"]),
    channel("kol", Paid, &["KOL and KOC", "influencers", "KOC"], &["KOL/KOC", "người có ảnh hưởng"]),
    channel("affiliate", Paid, &["Affiliate", "affiliate marketing"], &["Tiếp thị liên kết", "affiliate"]),
    channel("sponsorship", Paid, &["Sponsorship"], &["Tài trợ"]),
    channel("ooh", Paid, &["Out of home", "billboards", "outdoor"], &["Quảng cáo ngoài trời", "OOH"]),
    channel("tv", Paid, &["TV", "television"], &["Truyền hình", "TV"]),
    channel("radio", Paid, &["Radio"], &["Radio", "phát thanh"]),
    channel("print", Paid, &["Print", "leaflets"], &["Báo in", "tờ rơi"]),
    channel("pr", Earned, &["PR", "press"], &["PR", "báo chí"]),
    channel("partnership", Earned, &["Partnerships", "partners"], &["Đối tác", "hợp tác"]),
    channel("referral", Earned, &["Referral", "word of mouth"], &["Giới thiệu", "truyền miệng"]),
    channel("reviews", Earned, &["Reviews", "ratings"], &["Đánh giá của khách", "review"]),
    channel("email", Crm, &["Email", "email marketing"], &["Email", "email marketing"]),
    channel("sms", Crm, &["SMS"], &["SMS", "tin nhắn"]),
    channel("zns", Crm, &["Zalo ZNS"], &["Zalo ZNS", "tin nhắn ZNS"]),
    channel("push", Crm, &["Push notifications"], &["Thông báo đẩy", "push"]),
    channel("crm", Crm, &["CRM", "customer care"], &["CRM", "chăm sóc khách hàng", "CSKH"]),
    channel("loyalty", Crm, &["Loyalty programme", "membership"], &["Khách hàng thân thiết", "thành viên"]),
    channel("telesales", Crm, &["Telesales", "calls"], &["Telesales", "gọi điện"]),
    channel("chatbot", Crm, &["Chatbot", "live chat"], &["Chatbot", "chat"]),
];
