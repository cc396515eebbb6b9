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
