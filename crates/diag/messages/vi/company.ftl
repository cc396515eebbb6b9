# Quy tắc riêng của công ty: `rule`.

company-rule-declared = quy tắc “{ $title }” được khai báo ở đây

name-unknown-property = { $kind } không có thuộc tính `{ $name }`
    .help = Quy tắc đọc các thuộc tính của loại mục mà nó xét: { $known }.
name-unknown-word = `{ $name }` không phải giá trị của `{ $keyword }`
    .help = `{ $keyword }` nhận { $known }.
    .declare = Viết một tên đã khai báo.

value-condition-types = `{ $left }` là { $found } nhưng lại so với { $wanted }
    .help = So tiền với tiền, ngày với ngày, tên với tên.
    .order = `{ $left }` là { $found }, không có thứ tự lớn bé
    .order-help = Dùng `=`, `!=` hoặc `in`.
    .alone = một giá trị đứng riêng không phải là điều kiện
    .alone-help = So sánh với một thuộc tính, ví dụ `budget > 250M VND`.

condition-type-money = tiền
condition-type-number = số
condition-type-percent = phần trăm
condition-type-date = ngày
condition-type-duration = khoảng thời gian
condition-type-word = tên hoặc chữ
