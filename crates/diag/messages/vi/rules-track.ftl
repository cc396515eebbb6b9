# track/*: tình trạng phản ánh đúng hôm nay, và chỗ chậm được nhìn thấy.

track-status-stale = tình trạng của `{ $name }` ghi ngày { $date }, đã { $days } ngày, trong khi việc này được theo dõi theo { $rhythm }
    .title = Chưa cập nhật tiến độ
    .help = Ghi tiến độ hôm nay: `{ $line }`, với đúng phần trăm thực tế.
    .never = `{ $name }` đang làm từ { $date }, đã { $days } ngày chưa ghi tiến độ
track-off-pace = `{ $metric }` của { $owner } đạt { $value } vào { $day }, kém { $gap } so với mức { $planned } theo kế hoạch đến ngày đó
    .title = Chậm so với kế hoạch
    .help = Quyết định điều chỉnh kênh, thông điệp hoặc ngân sách khi còn kịp, và ghi vào một kỳ đánh giá. Nếu vốn không định tăng đều, hãy ghi rõ: `curve back`, hoặc các mốc `at`.
    .above = `{ $metric }` của { $owner } ở mức { $value } vào { $day }, cao hơn { $gap } so với mức { $planned } theo kế hoạch đến ngày đó
    .band = `{ $metric }` của { $owner } ở mức { $value } vào { $day }, ngoài khoảng { $low }–{ $high }
    .nothing = `{ $metric }` của { $owner } ở mức { $value } vào { $day }, kém hơn kế hoạch
    .of-goal = mục tiêu `{ $name }`
    .of-phase = giai đoạn `{ $name }`
    .of-item = `{ $name }`
track-alert-missing = { $metrics } của mục tiêu `{ $goal }` chưa có cảnh báo
    .title = Chưa đặt cảnh báo
    .help = Thêm cảnh báo vào KPI hoặc chỉ số: `{ $line }`, hoặc `alert anomaly`, kèm `notify` và người có thể xử lý.
track-divergence = `{ $input }` tăng { $growth } từ { $before } đến { $now }, nhưng `{ $metric }` của mục tiêu `{ $goal }` không tăng: { $old } rồi { $new }
    .title = Đầu vào tăng, kết quả không tăng
    .help = Đổ thêm vào cũng khó có kết quả. Xem lại thông điệp, kênh hoặc ưu đãi trước khi chi thêm, và chốt trong một kỳ đánh giá.
track-anomaly = `{ $metric }` ngày { $day } là { $value }, trong khi { $count } số liệu trước đó nằm trong khoảng { $low } đến { $high }
    .title = Số liệu bất thường
    .help = Kiểm tra lại số liệu ở nơi lấy. Nếu đúng, ghi lý do vào một kỳ đánh giá để sau này không ai phải hỏi lại.
