# time/*: việc nào cũng có hạn, và hạn giữ được.

time-deadline-missing = { $kind } `{ $name }` chưa có hạn hoàn thành
    .title = Thiếu hạn hoàn thành
    .help = Nêu hạn, ví dụ `deadline 2026-03-31` hoặc `deadline 2026-Q1`. Có `start` và `duration` thì cũng tính ra ngày kết thúc.
time-deadline-outside-phase = `{ $name }` có hạn { $deadline }, sau khi giai đoạn `{ $phase }` kết thúc ngày { $edge }
    .title = Hạn nằm ngoài giai đoạn
    .help = Dời hạn vào trong giai đoạn, hoặc chuyển việc sang giai đoạn phù hợp.
    .before = `{ $name }` có hạn { $deadline }, trước khi giai đoạn `{ $phase }` bắt đầu ngày { $edge }
    .phase = thời gian của giai đoạn
time-overdue = `{ $name }` có hạn { $deadline }, đã quá hạn { $days } ngày
    .title = Quá hạn
    .help = Ghi là đã xong, hoặc đặt hạn mới.
    .part = “{ $name }” có hạn { $deadline }, đã quá hạn { $days } ngày
time-checkpoint-missing = hoạt động `{ $name }` kéo dài { $days } ngày mà không có điểm kiểm tra, giới hạn là { $limit } ngày
    .title = Thiếu điểm kiểm tra
    .help = Nêu nhịp kiểm tra: `checkpoint weekly`. Đặt trong giai đoạn hoặc roadmap thì dùng chung cho mọi hoạt động bên trong.
    .fix-all = Thêm `{ $line }` cho cả lộ trình
time-nonworking-deadline = `{ $name }` có hạn { $deadline }, là ngày nghỉ
    .title = Hạn rơi vào ngày nghỉ
    .help = Chọn một ngày làm việc, hoặc ghi `allow` nếu cố ý.
time-dependency-cycle = các việc này chờ nhau thành vòng: { $chain }
    .title = Phụ thuộc sai hoặc vòng lặp
    .help = Bỏ bớt một `after` hoặc `before` để có việc bắt đầu trước.
    .member = `{ $name }` chờ `{ $next }`
