# goal/*: kế hoạch đi đến đâu, và việc gì phục vụ điều đó.

goal-date-missing = KPI `{ $metric }` của mục tiêu `{ $goal }` chưa nêu ngày phải đạt
    .title = Mục tiêu thiếu thời hạn
    .help = Viết `by` và ngày ở sau chỉ tiêu, ví dụ `by 2026-03-31`: ngày phải đạt.

goal-horizon-mismatch = mục tiêu `{ $goal }` ghi `{ $horizon }` nhưng KPI kéo dài { $months } tháng, không phải { $least }–{ $most } tháng
    .title = Thời hạn không khớp loại mục tiêu
    .help = `{ $horizon }` nghĩa là { $least } đến { $most } tháng. Đổi từ này, hoặc đổi ngày ở sau `by`.

goal-link-missing = hoạt động `{ $name }` chưa phục vụ mục tiêu nào
    .title = Hoạt động chưa gắn mục tiêu
    .help = Nêu mục tiêu bằng `supports`, hoặc chuyển hoạt động vào trong khối của mục tiêu.

goal-coverage-gap = mục tiêu `{ $goal }` cần { $target } `{ $metric }`, các hoạt động mới đạt { $covered }
    .title = Các hoạt động chưa đủ cho mục tiêu
    .part = `{ $name }` góp { $value }
    .help = Thêm hoạt động cho phần còn thiếu { $left }, hoặc hạ chỉ tiêu.

goal-segment-missing = mục tiêu `{ $goal }` chưa nêu phân khúc, sản phẩm hay khu vực
    .title = Chưa nêu phân khúc
    .help = Nêu hướng đến ai bằng `segment`, `product` hoặc `region`: “nữ 25–35 tuổi ở Hà Nội” thì tiếp cận được, “mọi người” thì không.

goal-awareness-unqualified = mục tiêu `{ $goal }` đếm `{ $metric }`, chưa cho biết đã đến đúng ai
    .title = Nhận diện cần đo đúng nhóm khách
    .help = Đo bằng { $examples }, hoặc `reach` kèm `segment` trong mục tiêu.
