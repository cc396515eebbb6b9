# review/*: lộ trình được xem lại đều đặn, và điều rút ra được đưa vào lộ trình.

review-rhythm =
    .weekly = tuần
    .monthly = tháng
    .quarterly = quý

review-cadence-missing = lộ trình chưa có nhịp theo dõi: cần đánh giá theo { $list }
    .title = Thiếu nhịp theo dõi
    .help = Ghi nhịp vào `roadmap`, ví dụ `{ $line }`: hằng tuần xem số liệu, hằng tháng tìm điểm nghẽn, hằng quý chỉnh kênh, ngân sách và trọng tâm.
    .some = nhịp theo dõi còn thiếu đánh giá theo { $list }
review-overdue = { $count ->
        [1] kỳ đánh giá { $rhythm } ngày { $due } chưa được ghi lại
       *[other] { $count } kỳ đánh giá { $rhythm } liên tiếp chưa được ghi lại, gần nhất là kỳ ngày { $due }
    }
    .title = Lỡ kỳ đánh giá
    .help = Họp đánh giá rồi ghi lại điều rút ra và quyết định: `{ $line } …`. Nếu nhịp này không hợp với đội ngũ, hãy sửa `cadence`.
review-no-decision = kỳ đánh giá quý ngày { $date } chưa có quyết định nào
    .title = Đánh giá chưa có quyết định
    .help = Ghi lại quyết định về kênh, ngân sách hoặc trọng tâm: `decision "…"`. Giữ nguyên kế hoạch cũng là một quyết định.
    .bottleneck = kỳ đánh giá tháng ngày { $date } chưa nêu điểm nghẽn nào
    .bottleneck-help = Nêu điều cản trở kết quả nhiều nhất, ví dụ `bottleneck "Lead chờ gọi lại hai ngày"`.
review-roadmap-stale = lộ trình không có gì mới trong { $days } ngày: lần sửa, kỳ đánh giá hoặc số liệu gần nhất là ngày { $date }
    .title = Lộ trình lỗi thời
    .help = Xem lại số liệu và ghi điều thấy được: một `review` kèm quyết định, một `actual`, một tình trạng mới. Không nên để quá { $limit } ngày.
    .never = lộ trình chưa có gì mới từ khi bắt đầu ngày { $date }, đã { $days } ngày
