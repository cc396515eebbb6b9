# channel/*: mỗi giai đoạn tập trung vào ít kênh, và đúng những kênh đã chọn.

channel-missing = giai đoạn `{ $name }` chưa chọn kênh
    .title = Chưa chọn kênh
    .help = Chọn 1–2 kênh chủ lực, ví dụ `channel seo primary`, và nhiều nhất một kênh hỗ trợ.
channel-too-many = giai đoạn `{ $name }` có { $primary } kênh chủ lực và { $support } kênh hỗ trợ, chỉ nên tối đa { $most_primary } và { $most_support }
    .title = Nên 1–2 kênh chủ lực + 1 kênh hỗ trợ
    .help = Bỏ bớt kênh, hoặc để dành cho giai đoạn sau.
    .primary = kênh chủ lực
    .support = kênh hỗ trợ
channel-activity-off-channel = hoạt động `{ $name }` dùng kênh `{ $channel }`, không nằm trong các kênh của giai đoạn `{ $phase }`
    .title = Kênh ngoài ưu tiên
    .help = Thêm kênh này vào giai đoạn, hoặc chuyển hoạt động sang kênh đã chọn.
    .phase = giai đoạn chọn kênh ở đây
    .fix = Thêm `{ $line }` vào giai đoạn `{ $phase }`
channel-primary-unused = `{ $channel }` là kênh chủ lực của giai đoạn `{ $phase }` nhưng chưa có hoạt động nào dùng
    .title = Kênh chủ lực chưa có hoạt động
    .help = Thêm hoạt động trên kênh này, chuyển thành kênh hỗ trợ, hoặc bỏ kênh.
channel-support-outspends = kênh hỗ trợ của giai đoạn `{ $phase }` được { $support }, nhiều hơn kênh chủ lực ({ $primary })
    .title = Kênh hỗ trợ tốn hơn kênh chủ lực
    .help = Dồn ngân sách cho kênh chủ lực, hoặc chọn lại kênh nào là chủ lực.
channel-thin-spread = { $count } kênh của giai đoạn `{ $name }` chỉ được dưới { $share } ngân sách mỗi kênh: { $channels }
    .title = Ngân sách dàn trải
    .help = Dồn tiền vào nơi tạo ra khác biệt: 1–2 kênh chủ lực và một kênh hỗ trợ.
