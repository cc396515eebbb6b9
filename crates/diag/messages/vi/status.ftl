# `roadmapc status`: tình trạng kế hoạch trong terminal. Những gì báo cáo cũng nói nằm trong `report.ftl`.

status-part = Phần { $name } phụ trách
status-work = Đã xong { $done }/{ $total } việc
status-errors = { $count } lỗi trong kế hoạch: số liệu có thể chưa đủ. Xem bằng `roadmapc check`.
status-more-kpis = và { $count } KPI nữa
status-more = và { $count } mục nữa (`--owner TÊN` hiện tất cả của một người)
status-decide = { $count } đề xuất đang chờ
status-decision = đề xuất { $date }, { $days ->
        [0] hôm nay
       *[other] { $days } ngày trước
    }
status-week = Tuần này
status-week-count = { $late } việc trễ, { $due } việc sắp tới đến { $date }
status-week-none = không có việc trễ, không có việc sắp tới đến { $date }
status-nobody = Chưa có người phụ trách
status-blocked = Bị chặn
status-blocked-count = { $count } việc chưa thể tiếp tục
status-launches = Ra mắt
status-launches-count = { $ready }/{ $total } đã sẵn sàng
status-ready = Sẵn sàng
status-no-materials = chưa liệt kê tài liệu
status-materials-done = đủ { $total } tài liệu
status-materials = tài liệu { $done }/{ $total }, còn thiếu: { $open }
status-waits-for = đang chờ “{ $title }” ({ $facts })
status-preparing = đang chuẩn bị: “{ $title }” ({ $facts })
status-reviews = Đánh giá
status-reviews-fine = không lỡ kỳ nào
status-reviews-missed = lỡ { $count } kỳ
status-review-next = tiếp theo { $day }
status-review-missed = lỡ { $date }, { $days } ngày trước
status-review-last = gần nhất { $date }
status-review-never = chưa tổ chức lần nào
status-review-over = không còn kỳ nào trong thời gian kế hoạch
status-milestones = Cột mốc tiếp theo
status-owner-unknown = không có người hay nhóm nào tên `{ $name }`
    .near = không có người hay nhóm nào tên `{ $name }`. Có phải là `{ $near }`?
status-owner-several = có nhiều người tên `{ $name }`: { $ids }. Hãy dùng một trong các tên ngắn này.
