# launch/*: thứ sắp ra mắt đã sẵn sàng để bán, và khách hàng đã được nghe trước.

launch-no-precomms = chưa có truyền thông trước đợt ra mắt `{ $name }`: không hoạt động nào ghi `before`
    .title = Thiếu truyền thông trước ra mắt
    .help = Ghi `before { $name }` trong hoạt động giới thiệu trước, như teaser hay PR, hoặc thêm một hoạt động xong trước ngày ra mắt.
    .fix = Thêm teaser `{ $teaser }` trước `{ $name }` để điền tiếp
    .stub = Teaser: { $title }
launch-value-missing = đợt ra mắt `{ $name }` chưa nêu khách hàng được lợi gì: không có `usp` lẫn `value`
    .title = Chưa nêu USP
    .help = Nêu lý do mua, ví dụ `usp save_time`, hoặc giá trị theo lời khách hàng, ví dụ `value "Nhập một đơn trong mười giây"`.
launch-assets-missing = đợt ra mắt `{ $name }` chưa có { $materials }
    .title = Thiếu tài liệu sản phẩm
    .help = Liệt kê tài liệu cho sales và marketing: `{ $line }`. Khối phía sau ghi người phụ trách, hạn chót và liên kết.
    .late = { $materials } của đợt ra mắt `{ $name }` đến { $due } mới xong, sau ngày chiến dịch `{ $campaign }` bắt đầu ({ $start })
    .late-help = Hoàn thành trước ngày chiến dịch bắt đầu, hoặc dời chiến dịch.
    .campaign = bắt đầu ngày { $start }
launch-touchpoint-missing = chiến dịch `{ $name }` đo bằng { $metrics } nhưng chưa có landing page hoặc form
    .title = Thiếu điểm chạm
    .help = Nêu khách hàng sẽ vào đâu: `{ $line }`, ở chiến dịch hoặc ở đợt ra mắt được quảng bá.
    .trials = chiến dịch `{ $name }` đo bằng { $metrics } nhưng chưa có onboarding
    .both = chiến dịch `{ $name }` đo bằng { $metrics } nhưng chưa có landing page hoặc form, cũng chưa có onboarding
launch-ops-unprepared = chưa có ai thuộc vận hành hoặc CSKH tham gia hay được báo về chiến dịch `{ $name }`
    .title = Vận hành chưa chuẩn bị
    .help = Báo trước cho người cần sẵn sàng khi khách đến: `informed { $person }`. Việc của vận hành hoặc CSKH trong cùng giai đoạn cũng được tính.
launch-message-missing = chiến dịch `{ $name }` chưa có thông điệp, kể cả ở đợt ra mắt và giai đoạn
    .title = Chưa gắn thông điệp
    .help = Nêu điều khách hàng cần nhớ: `message` ở chiến dịch, hoặc ở giai đoạn cho mọi chiến dịch bên trong.
