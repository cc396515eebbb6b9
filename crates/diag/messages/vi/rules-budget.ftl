# budget/*: tiền được lập kế hoạch ở nơi tiêu tiền, vừa với tổng, và mang lại kết quả.

budget-missing = hoạt động `{ $name }` chạy trên kênh trả phí `{ $channel }` nhưng chưa có ngân sách
    .title = Thiếu ngân sách
    .help = Ghi số tiền được chi, ví dụ `budget { $example }`; nếu không tốn tiền thì ghi `budget 0`.
    .category = hoạt động `{ $name }` thuộc nhóm `ads` nhưng chưa có ngân sách
    .shared = { $names } dùng chung { $budget } của kênh `{ $channel }` trong giai đoạn `{ $phase }` nhưng chưa rõ mỗi hoạt động được chi bao nhiêu
    .plan = { $count } hoạt động cần tiền ({ $names }) nhưng kế hoạch chưa ghi ngân sách ở đâu cả
    .plan-help = Bắt đầu từ tổng, ví dụ `budget { $example }` trong khối roadmap, rồi chia cho từng hoạt động.

budget-overrun = { $whole } có { $budget }, nhưng các phần cộng lại là { $sum }, vượt { $over }: { $parts }
    .title = Vượt ngân sách
    .help = Giảm bớt các phần, hoặc nâng tổng.
    .one = { $whole } có { $budget }, nhưng riêng `{ $name }` đã là { $sum }, vượt { $over }
    .objectives = { $whole } có { $budget }, nhưng các phần theo mục tiêu cộng lại là { $sum }, vượt { $over }: { $parts }
    .spent = { $whole } đã chi { $sum }, vượt ngân sách { $budget } là { $over }
    .spent-help = Tìm nguyên nhân, rồi giảm phần khác hoặc nâng ngân sách của { $whole }.
    .part = `{ $name }` { $amount }
    .others = { $amount } ở { $count } mục khác
    .of-plan = kế hoạch
    .of-channel = kênh `{ $name }`
    .of-phase = giai đoạn `{ $name }`
    .of-phase-channel = kênh `{ $channel }` trong giai đoạn `{ $name }`
    .of-activity = hoạt động `{ $name }`

budget-untagged = ngân sách của { $whole } chưa chia theo mục tiêu như { $example }
    .title = Chưa chia theo mục tiêu
    .help = Ghi rõ tiền dùng cho việc gì: `budget … for traffic`, `for lead`, `for conversion`.
    .rest = { $whole } có { $budget } nhưng còn { $rest } chưa rõ dùng cho mục tiêu nào
    .activities = giai đoạn `{ $phase }` có { $sum } chưa rõ dùng cho mục tiêu nào: { $names }

budget-paid-dependency = { $share } ngân sách ({ $paid } trên { $whole }) dồn cho kênh trả phí { $channels }, trong khi chưa có hoạt động nào trên kênh tự có
    .title = Phụ thuộc quảng cáo
    .help = Thêm việc vẫn mang khách về khi ngừng quảng cáo: SEO, website, cộng đồng, email, chăm sóc khách hàng.

budget-spend-no-outcome = hoạt động `{ $name }` đã chi { $spent } trên { $budget } ({ $used }) nhưng mới đạt { $current } trên { $target } `{ $metric }`
    .title = Chi nhiều nhưng chưa có kết quả
    .help = Xem lại kênh, thông điệp và nhóm khách trước khi chi tiếp.
    .target = kết quả theo kế hoạch

budget-cost-ratio = chi { $cost } để có doanh thu { $revenue } là { $ratio }, vượt mức { $limit } của `{ $metric }`
    .title = Chi phí/doanh thu vượt ngưỡng
    .help = Giảm ngân sách, nâng chỉ tiêu doanh thu, hoặc đặt lại chỉ tiêu `{ $metric }`.
    .cost = chi phí theo kế hoạch
    .revenue = doanh thu theo kế hoạch
