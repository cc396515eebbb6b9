# Những gì trình soạn thảo tự nói.

ide-rename-nothing = ở đây không có tên nào đổi được
ide-rename-built-in = `{ $name }` có sẵn trong công cụ nên không đổi tên được
ide-rename-unnamed = “{ $title }” chỉ có tiêu đề, chưa có tên: hãy ghi một tên trước tiêu đề
ide-rename-no-identifier = `{ $name }` không phải là tên: dùng chữ, số và `_`, không bắt đầu bằng số
ide-rename-taken = tên `{ $name }` đã dùng cho { $by }
ide-rename-taken-built-in = `{ $name }` là tên của một mục có sẵn

# Completion: what is offered, in a few words.
ide-name-budget = ngân sách của lộ trình
ide-calendar =
    .vn = cuối tuần, Tết và các ngày lễ Việt Nam
    .weekdays = nghỉ thứ Bảy và Chủ nhật
    .none = ngày nào cũng làm việc
ide-date =
    .today = hôm nay
    .yesterday = hôm qua
    .next-working = ngày làm việc kế tiếp
    .next-monday = thứ Hai tới
    .two-weeks = hai tuần nữa
    .month-end = cuối tháng
    .quarter-end = cuối quý
    .phase-start = ngày đầu giai đoạn
    .phase-end = ngày cuối giai đoạn
    .plan-end = ngày cuối lộ trình
    .deadline = hạn chót của mục chứa nó
ide-duration =
    .d = { $count } ngày
    .w = { $count } tuần
    .mo = { $count } tháng
    .bd = { $count } ngày làm việc
ide-every-month = ngày { $day } hằng tháng
ide-money-left = “{ $name }” còn { $amount }
ide-change-now = giá trị hiện tại
ide-target-way = từ mức hiện tại đến chỉ tiêu
ide-target-least = ít nhất
ide-target-most = nhiều nhất
ide-lead =
    .by = ngày phải đạt
    .per = đo riêng từng ngày, tuần, tháng hoặc quý
    .for = phần ngân sách cho một mục đích
    .on = ngày, hoặc loại mục
    .formula = công thức tính

# Whole statements.
ide-whole =
    .roadmap = lộ trình với thời gian, tiền tệ, ngân sách, lịch đánh giá
    .phase = giai đoạn với trọng tâm và kênh
    .goal = mục tiêu với người phụ trách, KPI và thời hạn
    .activity = hoạt động với người phụ trách, KPI và hạn chót
    .launch = đợt ra mắt với người phụ trách, hạn chót và tài liệu
    .script = kịch bản bán hàng với bốn lời từ chối
    .objections = bốn lời từ chối, mỗi lời một câu trả lời
    .person = nhân sự và vai trò
    .review = buổi đánh giá hôm nay
    .review-due = buổi đánh giá đến hạn hôm nay
ide-stop =
    .id = ten
    .title = Tiêu đề
    .name = Họ và tên
    .person = nguoi
    .focus = Trọng tâm của giai đoạn
    .value = Khách hàng được gì
    .price = Giá cao quá
    .trust = Chưa biết bên mình
    .need = Hiện chưa cần
    .rival = Nơi khác cũng có
    .answer = Câu trả lời
    .finding = Số liệu cho thấy điều gì
    .decision = Thay đổi gì

# Cards: what is to be read about a name.
ide-card-values = Giá trị:
ide-card-default = Bỏ trống thì là { $value }
ide-card-built-in = Có sẵn, không cần khai báo.
ide-card-owner = Phụ trách: { $names }
ide-card-teams = Nhóm: { $names }
ide-card-lead = Trưởng nhóm: { $name }
ide-card-members = Thành viên: { $names }
ide-card-formula = Công thức: { $formula }
ide-card-drives = Tác động đến { $names }
ide-card-days = { $start } – { $end }
ide-card-days-computed = { $start } – { $end }, tự tính
ide-card-due = Hạn { $date }, { $away }
ide-card-status = Trạng thái: { $status }
ide-card-late = Trễ { $count } ngày
ide-card-slack = Còn xê dịch được { $count } ngày làm việc, đến { $latest }
ide-card-slack-late = Đã trễ { $count } ngày làm việc: phải xong trước { $latest }
ide-card-critical = Nằm trên đường găng: trễ thì việc chờ nó cũng trễ. Xê dịch được { $count } ngày làm việc, đến { $latest }
ide-card-materials = Tài liệu: xong { $done }/{ $total }
ide-card-budget = Ngân sách: { $amount }
ide-card-now = hiện { $value } ({ $date })
ide-card-pace = tiến độ cần { $value }
ide-open-items = { $count } việc đang mở
ide-activities = { $count } hoạt động
ide-away-today = hôm nay
ide-away-ahead = còn { $count } ngày
ide-away-ago = { $count } ngày trước

# What stands under the cursor.
ide-hover-day = { $weekday }, { $date } · tuần { $week } · { $away }
ide-hover-free = Ngày nghỉ
ide-hover-holiday = { $name }: ngày nghỉ
ide-hover-estimate = Chưa công bố: ước tính
ide-hover-period = { $start } – { $end } · { $count } ngày, trong đó { $working } ngày làm việc

# Beside and above the text.
ide-hint-share = { $share } giai đoạn
ide-lens-late = { $count } trễ
ide-lens-budget = { $share } ngân sách
ide-fix-all = Áp dụng { $count } cách sửa an toàn trong tệp này
ide-loading = Đang đọc kế hoạch

# Settings of the editor that cannot be used.
ide-setting-locale = Cài đặt `roadmap.locale`: thông báo không có ngôn ngữ `{ $value }`. Hãy viết `auto`, `vi` hoặc `en`
ide-setting-lints = Cài đặt `roadmap.lints`: hãy viết một đối tượng gồm quy tắc hoặc nhóm và mức của chúng
ide-setting-level = Cài đặt `roadmap.lints`: `{ $name }` không thể là `{ $value }`. Hãy viết `off`, `hint`, `warning` hoặc `error`
ide-setting-rule = Cài đặt `roadmap.lints`: không có quy tắc hay nhóm đặt mức được nào tên `{ $name }`
ide-setting-rule-near = Cài đặt `roadmap.lints`: không có quy tắc hay nhóm đặt mức được nào tên `{ $name }`. Ý là `{ $near }`?
