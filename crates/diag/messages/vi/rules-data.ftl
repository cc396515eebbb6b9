# data/*: số liệu có nguồn, và chỉ có một nghĩa.

data-source-missing = chưa rõ số liệu `{ $metric }` lấy từ đâu
    .title = Chưa có nguồn dữ liệu
    .help = Nối với một nguồn bằng `from`, ví dụ `from crm.leads`, hoặc nhập tay: `actual { $first } …`.
    .part = `{ $metric }` tính từ { $parts }, nhưng chưa rõ số liệu đó lấy từ đâu

data-single-source = `{ $metric }`, thước đo của { $goals }, chỉ lấy từ `{ $source }`
    .title = Chỉ có một nguồn
    .help = Thêm nguồn thứ hai để đối chiếu, hoặc ghi `insight`: khách hàng nói gì về điều này.

data-metric-redefined = `{ $metric }` được định nghĩa hai lần: ở đây là `{ $here }`, trước đó là `{ $there }`
    .title = Chỉ số định nghĩa hai lần
    .help = Giữ một định nghĩa, hoặc đặt tên khác cho chỉ số kia.
    .unit = `{ $metric }` được định nghĩa hai lần: ở đây tính bằng `{ $here }`, trước đó bằng `{ $there }`
    .first = `{ $metric }` được định nghĩa lần đầu ở đây

data-no-breakdown = `{ $metric }` chỉ có số tổng, chưa phân tách theo chiều nào
    .title = Thiếu phân tách
    .help = Phân tách bằng `by`, ví dụ `by channel`, để thấy phần nào tốt, phần nào kém.

data-actual-missing = { $has ->
        [activity] số liệu `{ $metric }` gần nhất của `{ $name }` là ngày { $last }, trong khi đã qua điểm kiểm tra ngày { $checkpoint }
       *[whole] số liệu `{ $metric }` gần nhất là ngày { $last }, trong khi đã qua điểm kiểm tra ngày { $checkpoint }
    }
    .title = Thiếu số liệu thực tế
    .help = Ghi lại kết quả thực tế, ví dụ `{ $line }` với đúng con số.
    .never = { $has ->
        [activity] `{ $metric }` của `{ $name }` chưa có số liệu nào, trong khi đã qua điểm kiểm tra ngày { $checkpoint }
       *[whole] `{ $metric }` chưa có số liệu nào, trong khi đã qua điểm kiểm tra ngày { $checkpoint }
    }
