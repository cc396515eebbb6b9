# Chữ và số có thể hiểu theo nhiều cách.

text-number-ambiguous = `{ $written }` có thể là `{ $first }` hoặc `{ $second }`
    .title = Số dễ nhầm
    .label = số nào trong hai số?
    .help = Dùng `_` tách hàng nghìn và `.` cho phần thập phân: `{ $first }` hoặc `{ $second }`.
text-number-form = `{ $written }` trong roadmap viết là `{ $text }`
    .label = viết `{ $text }`
    .help = Hàng nghìn tách bằng `_`, phần thập phân dùng `.`, đơn vị đứng cuối: `5_000`, `1.5`, `2.5tr`.
text-number-list = `{ $written }` không rõ là một số hay nhiều số
    .label = một số hay nhiều số?
    .help = Nhiều giá trị thì viết `{ $text }`; trong một số, dùng `_` tách hàng nghìn và `.` cho phần thập phân.
text-date-ambiguous = `{ $written }` có thể là `{ $first }` hoặc `{ $second }`
    .title = Ngày dễ nhầm
    .label = ngày nào trong hai ngày?
    .help = Viết ngày theo thứ tự năm-tháng-ngày: `{ $first }` hoặc `{ $second }`.
text-date-order = `{ $written }` trong roadmap viết là `{ $text }`
    .label = viết `{ $text }`
    .help = Viết ngày theo thứ tự năm-tháng-ngày để không nhầm ngày với tháng.
text-date-no-year = `{ $written }` có vẻ là ngày thiếu năm
    .label = năm nào, và đâu là tháng?
    .help = Viết ngày theo thứ tự năm-tháng-ngày, ví dụ `2026-04-30`.
text-holiday-clash = `{ $name }` có hạn { $day }, trùng kỳ nghỉ { $holiday }
    .title = Trùng kỳ nghỉ Tết/lễ
    .help = Dời sang ngày làm việc, hoặc ghi `allow` nếu cố ý.
    .help-estimate = Dời sang ngày làm việc, hoặc ghi `allow` nếu cố ý. Ngày nghỉ quanh Tết và 2/9 được công bố từng năm; ngày này đang là ước tính, có thể ghi lại bằng `calendar` riêng.
    .start = `{ $name }` bắt đầu { $day }, trùng kỳ nghỉ { $holiday }
    .launch = `{ $name }` ra mắt { $day }, trùng kỳ nghỉ { $holiday }
text-not-nfc = `{ $written }` được gõ bằng dấu rời
    .title = Chuỗi chưa chuẩn Unicode
    .help = Ghi mỗi chữ có dấu bằng một ký tự để phần mềm khác tìm được.
    .fix = Ghép dấu vào chữ
    .look-alike = chữ “{ $letter }” trong `{ $written }` chỉ trông giống chữ Latinh, thật ra là { $code }
    .look-alike-help = Gõ lại tên là `{ $plain }`. Tên được so sánh theo ký tự, không theo hình dạng.
    .look-alike-fix = Viết bằng chữ Latinh
text-hidden-character = { $count ->
        [1] có ký tự ẩn { $code } ở đây
       *[other] có { $count } ký tự ẩn trong đoạn này, đầu tiên là { $code }
    }
    .title = Có ký tự ẩn
    .help = Xóa đi, hoặc viết dạng thoát trong chuỗi nếu cố ý dùng.
    .fix-escape = Viết thành dạng thoát
    .fix-remove = Xóa đi
text-vague-title = “{ $title }” chưa rõ làm gì, bao nhiêu
    .title = Tên việc mơ hồ
    .help = Nêu đối tượng và con số: thay “đẩy mạnh content” bằng “12 bài blog về hoá đơn điện tử”.
    .goal-help = Nêu điều cần đạt: thay “tăng doanh thu” bằng “tăng 30% doanh thu online trong 6 tháng”.
