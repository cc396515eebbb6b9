# sales/*: marketing hứa gì, sales giữ được lời đó.

sales-script-missing = { $noun } `{ $name }` đo bằng { $metrics } nhưng chưa có kịch bản bán hàng
    .title = Chiến dịch chưa có kịch bản bán hàng
    .help = Ghi lại sales nói gì với khách tìm đến: một `script` có `for { $name }`. Kịch bản cho đợt ra mắt hoặc giai đoạn của chiến dịch cũng được tính.
    .fix = Thêm kịch bản `{ $script }` với `owner { $owner }` để điền tiếp
    .fix-alone = Thêm kịch bản `{ $script }` để điền tiếp
sales-stub = Kịch bản tư vấn: { $title }
    .price = Giá cao quá
    .trust = Chưa biết có tin được không
    .need = Hiện chưa cần
    .rival = Đang so sánh với bên khác
sales-script-late = kịch bản `{ $name }` đến { $deadline } mới xong, sau ngày { $noun } `{ $campaign }` bắt đầu ({ $start })
    .title = Kịch bản xong sau khi chạy
    .help = Hoàn thành chậm nhất vào ngày làm việc liền trước, hoặc dời ngày bắt đầu.
    .running = { $noun } `{ $campaign }` đã chạy từ { $start } mà kịch bản `{ $name }` đến { $deadline } mới xong
    .running-help = Hoàn thành kịch bản ngay, hoặc tạm dừng chiến dịch để chờ.
    .start = bắt đầu ngày { $start }
sales-objections-missing = kịch bản `{ $name }` chưa có câu trả lời cho { $kinds }
    .title = Thiếu xử lý từ chối
    .help = Hỏi sales khách thường nói gì, rồi ghi câu trả lời hay nhất: `objection { $first } "…" { "{" } answer "…" { "}" }`.
    .fix = Thêm phần còn thiếu để điền tiếp
sales-usp-conflict = { $kind } `{ $name }` hứa { $cited }, còn { $other } `{ $home }` hứa { $promised }
    .title = USP không thống nhất
    .help = Để khách nghe cùng một lời hứa ở mọi nơi: đặt tên cho USP rồi dùng tên đó ở cả hai chỗ.
    .promised = điều đã hứa với khách
sales-lead-loop-missing = mục tiêu `{ $goal }` đo bằng `{ $metric }` nhưng chưa rõ khi nào lead được coi là đạt chuẩn
    .title = Thiếu phản hồi chất lượng lead
    .help = Thống nhất tiêu chí với sales và nhịp phản hồi: `qualify sql "…" { "{" } feedback weekly { "}" }`.
    .feedback = mục tiêu `{ $goal }` đo bằng `{ $metric }` nhưng sales chưa có nhịp phản hồi chất lượng lead
    .feedback-help = Ghi trong `qualify` bao lâu sales phản hồi một lần, ví dụ `feedback weekly`.
    .qualify = tiêu chí đạt chuẩn nằm ở đây
    .fix = Thêm `{ $line }` vào `qualify { $stage }`
sales-kpi-missing = giai đoạn `{ $phase }` đo bằng { $metrics } nhưng chưa có KPI nào cho phần việc của sales
    .title = Sales chưa có KPI
    .help = Thêm một KPI, ví dụ `kpi close_rate >= 12%` trong kịch bản, hoặc `consultations`, `appointments`, `lead_to_appt`, `revenue` trong giai đoạn.
    .leads = lead được đếm ở đây
