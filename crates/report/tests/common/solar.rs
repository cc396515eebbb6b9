//! A plan as a company would write it: three phases, forty activities, seen on 18 May 2026.

use super::solar_goals::{budget, goals};
use super::solar_work::{ROWS, activity};
use super::{day, figures, place, range};
use roadmap_api::*;

use State::{AtRisk, Done, Late, NotStarted};

#[allow(clippy::too_many_arguments, reason = "a table in the shape of a call")]
fn phase(
    id: &str,
    title: &str,
    period: DayRange,
    focus: &str,
    message: &str,
    state: State,
    counts: [u32; 4],
    channels: &[(&str, Rank, i64)],
    money: BudgetFigures,
) -> Phase {
    let [total, done, in_progress, late] = counts;
    Phase {
        id: id.into(),
        title: title.into(),
        period,
        owner: Some("khue".into()),
        focus: Some(focus.into()),
        messages: vec![Message { name: Some(format!("{id}_usp")), text: Some(message.into()) }],
        channels: channels
            .iter()
            .map(|(channel, rank, planned)| PhaseChannel {
                channel: (*channel).into(),
                rank: *rank,
                figures: figures(Some(planned * 1_000_000), 0, 0),
                ..PhaseChannel::default()
            })
            .collect(),
        figures: money,
        goals: goals()
            .into_iter()
            .filter(|goal| goal.phase.as_deref() == Some(id))
            .map(|goal| goal.id)
            .collect(),
        supports: vec!["doanh_thu".into()],
        state,
        progress: Progress { total, done, in_progress, late, ..Progress::default() },
        extra: Extra { source: place("mai-nang.roadmap", 20), ..Extra::default() },
        ..Phase::default()
    }
}

fn launch(
    id: &str,
    phase: &str,
    title: &str,
    date: &str,
    state: State,
    late: Option<i64>,
    ready: usize,
) -> Launch {
    let materials = ["deck", "faq", "pricing", "guide"].iter().enumerate().map(|(index, kind)| Material {
        kind: (*kind).into(),
        owner: Some("dang".into()),
        done: index < ready,
        days_late: (state == Late && index >= ready).then_some(2),
        ..Material::default()
    });
    Launch {
        id: format!("{phase}.{id}"),
        title: title.into(),
        phases: vec![phase.into()],
        owner: Some("dang".into()),
        schedule: Schedule {
            start: Some(day(date)),
            end: Some(day(date)),
            deadline: Some(day(date)),
            state,
            days_late: late,
            critical: state == Late,
            ..Schedule::default()
        },
        value: Some("Trả góp bằng đúng số tiền điện tiết kiệm được mỗi tháng".into()),
        materials: materials.collect(),
        ..Launch::default()
    }
}

fn scripts() -> Vec<Script> {
    let objection = |kind: &str, text: &str, answer: Option<&str>| Objection {
        kind: kind.into(),
        text: Some(text.into()),
        answer: answer.map(Into::into),
        source: None,
    };
    let schedule = |deadline: &str, state, progress| Schedule {
        end: Some(day(deadline)),
        deadline: Some(day(deadline)),
        progress: Number::new(progress),
        state,
        ..Schedule::default()
    };
    vec![
        Script {
            id: "tang.tu_van".into(),
            title: "Tư vấn trả góp 0 đồng trả trước".into(),
            phases: vec!["tang".into()],
            subjects: vec!["tang.tra_gop".into()],
            owner: Some("oanh".into()),
            schedule: schedule("2026-05-22", AtRisk, 55),
            stage: Some("launch_offer".into()),
            cta: Some("Đặt lịch khảo sát mái trong tuần, giữ lãi suất đến 30/06".into()),
            objections: vec![
                objection(
                    "price",
                    "Lãi ngân hàng cộng vào vẫn đắt",
                    Some(
                        "Đặt hóa đơn 12 tháng cạnh số trả góp: nhà dùng trên **1,5 triệu ₫** trả ít hơn từ tháng đầu.",
                    ),
                ),
                objection("trust", "Ngân hàng có giữ sổ nhà không?", None),
                objection(
                    "need",
                    "Nhà ít người, chưa cần",
                    Some(
                        "Hỏi hóa đơn tháng Năm và giờ bật máy lạnh; dưới 900 nghìn ₫ thì hẹn lại, không ép.",
                    ),
                ),
                objection("rival", "Bên kia lắp rẻ hơn 15%", None),
            ],
            ..Script::default()
        },
        Script {
            id: "giu.ban_them".into(),
            title: "Bán thêm pin lưu trữ cho khách đã lắp".into(),
            phases: vec!["giu".into()],
            subjects: vec!["giu.pin_luu_tru".into()],
            owner: Some("son".into()),
            schedule: schedule("2026-09-25", NotStarted, 0),
            stage: Some("retention".into()),
            ..Script::default()
        },
    ]
}

fn due(
    item: &str,
    kind: ItemKind,
    title: &str,
    owner: &str,
    date: &str,
    days: i64,
    late: Option<i64>,
) -> Due {
    Due {
        item: item.into(),
        kind,
        title: title.into(),
        owner: Some(owner.into()),
        day: Some(day(date)),
        days: Some(days),
        days_late: late,
        ..Due::default()
    }
}

fn findings() -> Vec<Finding> {
    let finding = |severity, code: &str, title: &str, message: &str, file: &str, line, column| Finding {
        code: code.into(),
        severity,
        title: Some(title.into()),
        message: message.into(),
        help: None,
        place: Some(Place { file: file.into(), line, column }),
        url: Some(format!("https://roadmapc.dev/rules/{code}")),
        item: None,
    };
    vec![
        finding(
            Severity::Error,
            "time/deadline-unreachable",
            "Không thể kịp hạn",
            "“Trang và biểu mẫu trả góp 0 đồng trả trước” sớm nhất xong 29/05, hạn ghi 22/05.",
            "tang-toc.roadmap",
            64,
            5,
        ),
        finding(
            Severity::Warning,
            "track/off-pace",
            "Chậm so với kế hoạch",
            "Khách tiềm năng 3.060, nhịp 3.820 (−20%).",
            "muc-tieu.roadmap",
            21,
            7,
        ),
        finding(
            Severity::Warning,
            "people/owner-overloaded",
            "Diệp đang quá tải",
            "6 việc cùng lúc ở tuần 21 và 22, sức chứa 4.",
            "nguoi.roadmap",
            9,
            3,
        ),
        finding(
            Severity::Warning,
            "budget/overrun",
            "Vượt ngân sách",
            "Đối tác và sự kiện cam kết 810 trên 780 triệu ₫ ở giai đoạn 2.",
            "tang-toc.roadmap",
            12,
            5,
        ),
        finding(
            Severity::Warning,
            "sales/objections-missing",
            "Thiếu xử lý từ chối",
            "Kịch bản trả góp chưa trả lời “chưa tin” và “so sánh đối thủ”.",
            "sales.roadmap",
            30,
            3,
        ),
        finding(
            Severity::Hint,
            "time/nonworking-deadline",
            "Hạn rơi vào ngày nghỉ",
            "Ra mắt “Trả góp 0 đồng” 31/05 là Chủ nhật.",
            "tang-toc.roadmap",
            88,
            5,
        ),
    ]
}

fn people() -> Vec<Person> {
    let person = |id: &str, name: &str| Person { id: id.into(), name: name.into(), ..Person::default() };
    vec![
        person("khue", "Trần Minh Khuê"),
        person("huy", "Phạm Quang Huy"),
        person("diep", "Lê Ngọc Diệp"),
        person("vi", "Nguyễn Tường Vi"),
        person("oanh", "Đỗ Kim Oanh"),
        person("nhi", "Võ Yến Nhi"),
        person("toan", "Bùi Đức Toàn"),
        person("dang", "Hoàng Hải Đăng"),
        person("son", "Ngô Thanh Sơn"),
    ]
}

fn channels() -> Vec<Channel> {
    let channel =
        |id: &str, title: &str| Channel { id: id.into(), title: title.into(), ..Channel::default() };
    vec![
        channel("seo", "SEO và blog"),
        channel("google_ads", "Google Ads"),
        channel("facebook_ads", "Facebook và TikTok"),
        channel("zalo", "Zalo và email"),
        channel("partnership", "Đối tác và sự kiện"),
        channel("email", "Email"),
        channel("event", "Sự kiện"),
        channel("pr", "PR"),
    ]
}

fn phases() -> Vec<Phase> {
    use Rank::{Primary, Support};
    let m = 1_000_000;
    vec![
        phase(
            "nen",
            "Xây nền",
            range("2026-01-01", "2026-03-31"),
            "Trả lời hóa đơn điện bằng con số của từng mái",
            "Mái nhà trả tiền điện, bạn trả phần còn lại",
            Done,
            [12, 12, 0, 0],
            &[("seo", Primary, 280), ("google_ads", Primary, 420), ("partnership", Support, 200)],
            figures(Some(1250 * m), 1213 * m, 1195 * m),
        ),
        phase(
            "tang",
            "Tăng tốc",
            range("2026-04-01", "2026-09-30"),
            "Trả góp 0 đồng cho hộ có hóa đơn trên 1,5 triệu ₫",
            "Trả góp bằng đúng số tiền điện tiết kiệm được",
            Late,
            [20, 1, 7, 3],
            &[("google_ads", Primary, 980), ("facebook_ads", Primary, 1120), ("zalo", Support, 260)],
            figures(Some(3660 * m), 3340 * m, 1115 * m),
        ),
        phase(
            "giu",
            "Giữ khách",
            range("2026-10-01", "2026-12-31"),
            "Khách cũ giới thiệu khách mới",
            "Mái nhà của bạn, lời giới thiệu của bạn",
            NotStarted,
            [9, 0, 0, 0],
            &[("zalo", Primary, 340), ("partnership", Support, 240)],
            figures(Some(1140 * m), 400 * m, 0),
        ),
    ]
}

fn milestone(id: &str, phase: &str, title: &str, date: &str, state: State) -> Milestone {
    Milestone {
        id: format!("{phase}.{id}"),
        title: title.into(),
        date: day(date),
        phases: vec![phase.into()],
        state,
        ..Milestone::default()
    }
}

/// The report.
pub fn solar() -> Report {
    let holiday =
        |name: &str, start, end, kind| Holiday { name: Some(name.into()), period: range(start, end), kind };
    let mut activities: Vec<_> = ROWS.iter().zip(40_u32..).map(|(row, line)| activity(row, line)).collect();
    if let Some(landing) = activities.iter_mut().find(|activity| activity.id == "tang.trang_tra_gop") {
        landing.support = vec!["nhi".into(), "dang".into()];
        landing.after = vec![Dependency { on: "tang.tham_dinh".into(), ..Dependency::default() }];
        landing.tasks = vec![
            Task {
                title: "Thiết kế biểu mẫu".into(),
                owner: Some("diep".into()),
                done: true,
                done_on: Some(day("2026-05-12")),
                ..Task::default()
            },
            Task {
                title: "Kết nối CRM".into(),
                owner: Some("nhi".into()),
                deadline: Some(day("2026-05-22")),
                ..Task::default()
            },
            Task {
                title: "Nội dung pháp lý".into(),
                owner: Some("dang".into()),
                deadline: Some(day("2026-05-15")),
                days_late: Some(3),
                ..Task::default()
            },
        ];
        landing.extra.note = Some("Ngân hàng gửi **biểu lãi suất** trước 20/05.\n\n- 0 đồng trả trước\n- kỳ hạn 36 tháng\n\n[Bản thiết kế](https://example.com/figma)".into());
        landing.extra.links = vec!["https://example.com/brief".into()];
    }
    Report {
        version: VERSION,
        generator: "0.1.0".into(),
        as_of: day("2026-05-18"),
        plan: Plan {
            title: "Mái Nắng 2026: từ 800 lên 2.000 mái nhà có điện mặt trời".into(),
            lang: "vi".into(),
            currency: "VND".into(),
            period: Some(range("2026-01-01", "2026-12-31")),
            fiscal_year: 1,
            calendar: "vn".into(),
            ..Plan::default()
        },
        summary: Summary {
            time_percent: Some(Number::new("37.8")),
            work: Progress {
                total: 43,
                done: 14,
                in_progress: 10,
                late: 4,
                blocked: 1,
                at_risk: 2,
                not_started: 15,
                ideas: 1,
                cancelled: 1,
                percent: Some(Number::new(33)),
            },
            goals: 5,
            goals_on_pace: 2,
            goals_at_risk: 0,
            goals_off_pace: 2,
            goals_not_started: 1,
            goals_no_reading: 0,
            budget: figures(Some(6_200_000_000), 4_953_000_000, 2_310_000_000),
            last_review: Some(day("2026-05-11")),
        },
        people: people(),
        channels: channels(),
        calendars: vec![Calendar {
            id: "vn".into(),
            built_in: true,
            holidays: vec![
                holiday("Tết Nguyên đán", "2026-02-14", "2026-02-22", HolidayKind::Tet),
                holiday("Giỗ Tổ Hùng Vương", "2026-04-25", "2026-04-27", HolidayKind::Public),
                holiday(
                    "Thống nhất đất nước, Quốc tế Lao động",
                    "2026-04-30",
                    "2026-05-03",
                    HolidayKind::Public,
                ),
                holiday("Quốc khánh", "2026-09-01", "2026-09-02", HolidayKind::Public),
            ],
            ..Calendar::default()
        }],
        goals: goals(),
        phases: phases(),
        activities,
        launches: vec![
            launch("ung_dung", "nen", "Ứng dụng theo dõi sản lượng", "2026-03-16", Done, None, 4),
            launch("tra_gop", "tang", "Trả góp 0 đồng", "2026-05-31", Late, Some(6), 1),
            launch("pin", "tang", "Pin lưu trữ 5 kWh", "2026-09-14", NotStarted, None, 0),
        ],
        scripts: scripts(),
        milestones: vec![
            milestone("moc_1", "nen", "2.200 khách", "2026-03-15", Done),
            milestone("moc_2", "tang", "5.000 khách", "2026-07-12", AtRisk),
        ],
        reviews: vec![Review {
            date: day("2026-05-11"),
            proposals: vec![
                Proposal {
                    text: "Thêm 120 triệu ₫ cho Google Ads tháng 6 từ quỹ dự phòng?".into(),
                    ..Proposal::default()
                },
                Proposal {
                    text: "Chuyển 2 việc của Diệp ở tuần 21–23 cho cộng tác viên thiết kế?".into(),
                    ..Proposal::default()
                },
            ],
            ..Review::default()
        }],
        budget: Some(budget()),
        late: vec![
            due(
                "tang.tham_dinh",
                ItemKind::Activity,
                "Thẩm định tín dụng cùng ngân hàng đối tác",
                "dang",
                "2026-05-22",
                4,
                Some(6),
            ),
            due("tang.tra_gop", ItemKind::Launch, "Trả góp 0 đồng", "dang", "2026-05-25", 7, Some(6)),
            due(
                "tang.tiktok_thu",
                ItemKind::Activity,
                "Thử TikTok Ads với 3 nhóm nội dung",
                "vi",
                "2026-05-12",
                -6,
                Some(6),
            ),
            due("tang.trang_tra_gop", ItemKind::Task, "Nội dung pháp lý", "dang", "2026-05-15", -3, Some(3)),
        ],
        upcoming: vec![
            Due {
                what: DueWhat::Review,
                ..due("weekly", ItemKind::Review, "Đánh giá tuần", "khue", "2026-05-18", 0, None)
            },
            Due {
                what: DueWhat::Start,
                ..due(
                    "tang.livestream",
                    ItemKind::Activity,
                    "Livestream hỏi đáp tiền điện tối thứ Năm",
                    "vi",
                    "2026-05-21",
                    3,
                    None,
                )
            },
            due(
                "tang.tu_van",
                ItemKind::Script,
                "Tư vấn trả góp 0 đồng trả trước",
                "oanh",
                "2026-05-22",
                4,
                None,
            ),
            due("tang.trang_tra_gop", ItemKind::Task, "Kết nối CRM", "nhi", "2026-05-22", 4, None),
            due(
                "tang.trang_tra_gop",
                ItemKind::Activity,
                "Trang và biểu mẫu trả góp 0 đồng trả trước",
                "diep",
                "2026-05-30",
                12,
                None,
            ),
        ],
        blocked: vec![Due {
            reason: Some("Chờ ngân hàng duyệt hạn mức".into()),
            ..due(
                "tang.ra_mat_ads",
                ItemKind::Activity,
                "Chiến dịch ra mắt “Trả góp 0 đồng” trên Facebook, TikTok và Zalo",
                "toan",
                "2026-07-17",
                60,
                None,
            )
        }],
        findings: findings(),
        finding_counts: FindingCounts { errors: 1, warnings: 4, hints: 1 },
        ..Report::default()
    }
}
