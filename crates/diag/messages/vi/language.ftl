# Những gì bản thân ngôn ngữ nói: tên, bảng từ khóa, giá trị, dự án.

# --- danh từ ---
noun-person = một người
noun-person-or-team = một người
noun-team = một nhóm
noun-channel = một kênh
noun-metric = một chỉ số
noun-source-column = một cột của nguồn dữ liệu, ví dụ `crm.leads`
noun-source = một nguồn dữ liệu
noun-calendar = một lịch
noun-segment = một phân khúc
noun-product = một sản phẩm
noun-goal = một mục tiêu
noun-launch = một đợt ra mắt
noun-work = một hoạt động, đợt ra mắt, kịch bản hoặc cột mốc
noun-script-target = một hoạt động, đợt ra mắt hoặc giai đoạn
noun-dimension = một kênh, phân khúc, sản phẩm hoặc hoạt động
noun-property = một thuộc tính, ví dụ `landing.deadline`

kind-statement = câu lệnh
kind-roadmap = lộ trình
kind-person = người
kind-team = nhóm
kind-channel = kênh
kind-metric = chỉ số
kind-source = nguồn dữ liệu
kind-calendar = lịch
kind-segment = phân khúc
kind-product = sản phẩm
kind-goal = mục tiêu
kind-kpi = KPI
kind-phase = giai đoạn
kind-month = tháng
kind-activity = hoạt động
kind-task = đầu việc
kind-launch = đợt ra mắt
kind-material = tài liệu
kind-touchpoint = điểm chạm
kind-script = kịch bản
kind-objection = từ chối
kind-qualify = tiêu chí lead
kind-milestone = cột mốc
kind-review = kỳ đánh giá
kind-actual = số liệu thực tế
kind-alert = cảnh báo
kind-field = trường
kind-rule = quy tắc

# --- dạng giá trị ---
form-id = một tên liền một từ, ví dụ `landing_page`
form-title = một chuỗi trong ngoặc kép, ví dụ `"Landing page"`
form-text = một đoạn văn trong ngoặc kép
form-free = một từ
form-choice = một trong { $words }
form-ref = tên của { $what }
form-number = một con số, ví dụ `5_000`
form-percent = một tỷ lệ phần trăm, ví dụ `15%`
form-amount = một con số, tỷ lệ phần trăm hoặc số tiền
form-money = một số tiền, ví dụ `120M VND`
form-deadline = một ngày, ví dụ `2026-03-31`, hoặc một kỳ, ví dụ `2026-Q1`
form-date = một ngày, ví dụ `2026-03-31`
form-range = một kỳ, ví dụ `2026-Q1`, hoặc một khoảng, ví dụ `2026-01-05..2026-02-15`
form-duration = một thời lượng, ví dụ `6w` hoặc `5bd`
form-target = một chỉ tiêu, ví dụ `>= 1_500` hoặc `0 -> 5_000`
form-change = giá trị cũ và mới, ví dụ `2026-02-10 -> 2026-02-15`
form-scalar = một giá trị
form-alert = điều cần theo dõi: `behind 15%`, `over 90%`, `anomaly`, `stale 14d` hoặc một phép so sánh
form-condition = một điều kiện, ví dụ `budget > 250M VND`
form-formula = một công thức, ví dụ `spend / leads`
form-message = một chuỗi trong ngoặc kép, hoặc tên của một thông điệp
form-cadence = `weekly mon`, `monthly 1` hoặc `quarterly`
form-every = một nhịp lặp, ví dụ `mon`, `2w` hoặc `month 15`
form-rate = một tỷ giá, ví dụ `1 USD = 25_400 VND`
form-field-type = kiểu của trường, ví dụ `text` hoặc `one_of "bắc", "nam"`
form-rule-name = một nhóm và một tên, ví dụ `acme/approver`
form-column-test = một cột và giá trị của nó, ví dụ `"Status" = "won"`
form-currency = một mã tiền tệ, ví dụ `VND`

fix-replace = Viết `{ $text }`
fix-add = Thêm `{ $line }`

# --- bảng từ khóa ---
schema-value-missing = sau `{ $keyword }` còn thiếu { $wanted }
    .help = Ví dụ: `{ $example }`
schema-clause-value-missing = sau `{ $lead }` còn thiếu { $wanted }
schema-value-form = `{ $keyword }` cần { $wanted }, còn `{ $found }` là thứ khác
    .quote = Đặt trong ngoặc kép
schema-choice-unknown = `{ $keyword }` không có lựa chọn `{ $word }` ({ $slot })
    .help = Viết { $wanted }.
schema-stray-comma = dấu phẩy cuối `{ $keyword }` báo trước một giá trị nhưng không có gì theo sau
    .help = Viết thêm giá trị hoặc bỏ dấu phẩy. Một dòng không nối sang dòng sau; hãy viết lại thuộc tính ở dòng mới.
    .fix = Bỏ dấu phẩy
schema-missing-comma = thiếu dấu phẩy trước `{ $value }`
    .help = Các giá trị được ngăn cách bằng dấu phẩy.
    .fix = Thêm dấu phẩy
schema-missing-semicolon = thiếu `;` trước `{ $keyword }`
    .help = Các thuộc tính trên cùng một dòng được ngăn cách bằng `;`.
    .fix = Thêm `;` trước `{ $keyword }`
schema-surplus-value = `{ $keyword }` không nhận `{ $value }` ở đây
    .help = Cách viết đúng: `{ $example }`
schema-repeated = `{ $keyword }` được viết hai lần trong khối này
    .first = lần đầu ở đây
    .help = Chỉ giữ lại một `{ $keyword }`.
schema-repeated-clause = `{ $lead }` được viết hai lần sau `{ $keyword }`
    .help = Chỉ giữ lại một.
schema-block-unexpected = `{ $keyword }` không có khối `{"{"} {"}"}`
    .help = Cách viết đúng: `{ $example }`
schema-sum-cut = phép cộng kết thúc bằng `+`
    .help = Viết số tiền được cộng, hoặc bỏ dấu `+`.
schema-target-cut = chỉ tiêu chưa có con số sau dấu
    .help = Viết con số cần đạt, ví dụ `>= 1_500` hoặc `0 -> 5_000`.
schema-formula-cut = công thức bị bỏ dở
schema-formula-unexpected = phần này không thuộc công thức
schema-condition-cut = điều kiện bị bỏ dở
schema-condition-unexpected = phần này không thuộc điều kiện
schema-parenthesis-open = dấu ngoặc này chưa được đóng
schema-parenthesis-close = dấu ngoặc này không đóng gì cả
schema-keyword-unknown = { $kind } không có thuộc tính `{ $keyword }`
    .top = không có câu lệnh nào bắt đầu bằng `{ $keyword }`
    .help = Các thuộc tính có thể dùng: { $known }.
    .elsewhere = `{ $keyword }` thuộc về { $places }.
schema-id-missing = { $kind } này chưa có tên ngắn để tham chiếu
    .help = Viết tên trước tiêu đề: `{ $keyword } { $id } "…"`
    .fix = Đặt tên `{ $id }`
schema-missing = { $kind } này chưa có `{ $keyword }`
    .help = Ví dụ: `{ $example }`
schema-field-required = { $kind } này chưa có `{ $keyword }`, trường bắt buộc với mọi { $kind }
    .help = Trường được khai báo là bắt buộc; hãy viết `{ $keyword }` kèm giá trị.
    .declared = trường được khai báo ở đây
schema-field-type = trường `{ $keyword }` cần { $wanted }
    .help = Khai báo của trường cho biết các giá trị được phép.
schema-roadmap-twice = dự án có hai khối `roadmap`
    .first = khối đầu tiên ở đây
    .help = Chỉ giữ một. Kế hoạch thứ hai là một dự án riêng, trong thư mục khác.

# --- tên ---
name-unknown = không có { $kind } nào tên `{ $name }`
    .help = Khai báo tên này, hoặc viết một tên đã có.
    .near = Có phải là `{ $near }`?
    .none = Chưa khai báo gì thuộc loại này.
name-unknown-person = không tìm thấy người tên `{ $name }`
    .help = Khai báo người này: `person { $name } "…"`.
    .create = Khai báo `person { $name }`
name-duplicate = tên `{ $name }` đã được dùng
    .first = `{ $name }` được khai báo lần đầu ở đây
    .help = Mỗi tên chỉ khai báo một lần. Hãy đặt tên khác.
name-ambiguous = `{ $name }` có thể là { $options }
    .help = Viết rõ là cái nào, ví dụ `{ $first }`.
name-cycle-supports = các mục tiêu hỗ trợ nhau thành vòng: { $chain }
    .help = Bỏ bớt một `supports` để chuỗi kết thúc ở mục tiêu quan trọng nhất.
    .member = `{ $name }` nằm trong vòng
name-cycle-formula = công thức của các chỉ số này cần lẫn nhau: { $chain }
    .help = Viết một công thức không dùng các chỉ số còn lại.
    .member = `{ $name }` nằm trong vòng
name-cycle-include = các tệp include nhau thành vòng: { $chain }
    .help = Bỏ bớt một `include`.
name-cycle-calendar = các lịch dựa vào nhau thành vòng: { $chain }
    .help = Bỏ bớt một `like`.
name-rule-reserved = `{ $name }` là tên riêng của trình biên dịch
    .help = Đặt tên quy tắc theo tên công ty, ví dụ `acme/approver`.
name-wrong-kind = `{ $name }` là { $found }, còn ở đây cần { $wanted }
    .help = Viết tên của { $wanted }.

# --- giá trị ---
value-currency-unknown = `{ $code }` không phải mã tiền tệ
    .help = Viết ba chữ cái theo ISO 4217, ví dụ `VND` hoặc `USD`.
value-no-rate = chưa có tỷ giá đổi { $from } sang { $to }, đơn vị tiền của kế hoạch
    .help = Khai báo trong khối roadmap: `rate 1 { $from } = … { $to } on { $day }`, hoặc viết số tiền bằng { $to }.
    .fix = Thêm dòng tỷ giá
value-overflow = số này quá lớn để tính chính xác
    .help = Số có thể dài tối đa 28 chữ số.
value-duration-beyond = `{ $duration }` tính từ { $start } kéo quá năm { $year }, năm cuối mà lộ trình dùng được
    .help = Ghi thời lượng hoặc độ trễ ngắn hơn, hoặc ngày bắt đầu sớm hơn; `bd` đếm ngày làm việc theo lịch của lộ trình.
value-start-beyond = tính cả độ trễ thì vượt năm { $year }, năm cuối mà lộ trình dùng được
value-out-of-range = `{ $keyword }` cần { $wanted }
    .help = Viết một giá trị trong khoảng đó.
    .month = một tháng từ 1 đến 12
    .percent = một tỷ lệ từ 0% đến 100%
    .whole = một số nguyên từ 1 trở lên
    .size = một số nguyên từ 0 trở lên
    .rate = hai số tiền lớn hơn 0
value-negative = `{ $keyword }` không thể là số âm: { $amount }
    .help = Viết số tiền không có dấu trừ. Khoản thu lại không phải `{ $keyword }`: bỏ ra, hoặc viết số nhỏ hơn.
value-shares = phần của các kênh cộng lại là { $sum }
    .help = Các phần chia từ một ngân sách nên tổng tối đa 100%. Kênh không ghi phần thì nhận số còn lại.
value-range-backwards = khoảng này kết thúc trước khi bắt đầu
    .help = Viết ngày sớm hơn trước.
    .fix = Đổi chỗ hai đầu
value-not-money = `{ $keyword }` cần số tiền, còn đây là { $found }
    .help = Viết số tiền, ví dụ `120M VND`.
value-formula-units = công thức này { $problem }
    .add = cộng { $left } với { $right }
    .result = cho ra { $left }, còn đơn vị của chỉ số là { $right }
    .money = nhân tiền với tiền
    .help = Hai vế của phép cộng phải cùng đơn vị, và kết quả phải có đơn vị của chỉ số.
value-unit-unknown = `{ $unit }` không phải đơn vị
    .help = Viết `count`, `percent`, `ratio`, `points`, `seconds`, `days`, `months` hoặc một mã tiền tệ.

value-deadline-before-start = hạn chót đứng trước ngày bắt đầu
    .start = bắt đầu ở đây
    .help = Viết hạn muộn hơn hoặc ngày bắt đầu sớm hơn.
value-reading-unit = số liệu này không cùng đơn vị với chỉ số
    .help = Viết theo đơn vị của chỉ số: tiền kèm mã tiền tệ, tỷ lệ kèm `%`, số đếm là số trơn.

unit-money = tiền
unit-count = số đếm
unit-number = con số trơn
unit-seconds = giây
unit-days = ngày
unit-months = tháng
unit-points = điểm

# --- dự án ---
include-empty = câu lệnh `include` này chưa nêu tệp nào
    .help = Viết đường dẫn của một tệp, tính từ tệp này: `include "people.roadmap"`.
include-not-found = không có tệp `{ $path }`
    .help = Đường dẫn tính từ thư mục của tệp này. Hãy tạo tệp hoặc sửa đường dẫn.
include-no-match = không có tệp nào khớp với `{ $path }`
    .help = Mẫu tính từ thư mục của tệp này.
include-outside = `{ $path }` nằm ngoài dự án
    .help = Include không ra khỏi thư mục dự án. Hãy chuyển tệp vào trong.
include-not-utf8 = `{ $path }` không phải văn bản UTF-8: không đọc được byte { $offset }
    .help = Lưu tệp dưới dạng UTF-8.
file-not-utf8 = tệp này không phải văn bản UTF-8: không đọc được byte { $offset }
    .help = Lưu tệp dưới dạng UTF-8. Phần sau byte đó chưa thể tin cậy.
include-unreadable = không đọc được `{ $path }`: { $reason }
    .help = Kiểm tra đây có phải là tệp và có quyền đọc không.

allow-no-reason = ghi chú này cho phép { $rules } mà không nêu lý do
    .help = Nêu lý do cho người đọc sau: `# allow({ $rules }): lý do`
allow-unused = ghi chú này cho phép { $rule }, nhưng quy tắc đó không có gì để nói ở đây
    .help = Xóa ghi chú này.
    .fix = Xóa ghi chú
allow-unknown = không có quy tắc nào tên { $rule }
    .help = Lệnh `roadmapc rules` liệt kê các quy tắc.
allow-language = không thể cho phép { $rule }: đây là lỗi của ngôn ngữ
    .help = Hãy sửa theo hướng dẫn của lỗi đó.

# Giá trị.

value-fix-write = Viết `{ $text }`

value-date-no-day = Không có ngày `{ $written }`: ngày cuối của tháng đó là `{ $text }`
    .label = tháng này không có ngày { $day }
    .help = Chọn một ngày không muộn hơn `{ $text }`.
value-date-day-zero = Không có ngày `{ $written }`: ngày được đếm từ 1
    .label = không có ngày { $day }
    .help = Viết `{ $text }` hoặc một ngày sau đó.
value-date-no-month = `{ $written }` không tồn tại: không có tháng { $number }
    .label = không có tháng { $number }
    .help = Tháng từ 01 đến { $most }. Ngày viết theo năm-tháng-ngày, tháng viết theo năm-tháng: `{ $year }-03-31`, `{ $year }-03`.
value-date-year = `{ $written }` nằm ngoài khoảng năm { $first } đến { $last }
    .label = năm này có đúng không?
    .help = Chọn năm từ { $first } đến { $last }.
value-date-form = `{ $written }` trong roadmap viết là `{ $text }`
    .label = viết `{ $text }`
    .help = Ngày viết theo năm-tháng-ngày, tháng và ngày đủ hai chữ số, không kèm giờ.
value-period-quarter = `{ $written }` không tồn tại: một năm có { $most } quý
    .label = không có quý { $number }
    .help = Viết từ `{ $year }-Q1` đến `{ $year }-Q4`.
value-period-half = `{ $written }` không tồn tại: một năm có { $most } nửa năm
    .label = không có nửa năm { $number }
    .help = Viết `{ $year }-H1` hoặc `{ $year }-H2`.
value-period-week = `{ $written }` không tồn tại: năm { $year } có { $most } tuần
    .label = không có tuần { $number }
    .help = Viết từ `{ $year }-W01` đến `{ $year }-W{ $most }` (tuần ISO, từ thứ Hai đến Chủ nhật).
value-period-form = `{ $written }` trong roadmap viết là `{ $text }`
    .label = viết `{ $text }`
    .help = Kỳ bắt đầu bằng năm: `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W07`.
value-range-form = `{ $written }` có vẻ là một khoảng
    .label = từ … đến?
    .help = Khoảng viết bằng hai dấu chấm: `{ $text }`.

value-number-invalid = `{ $written }` không phải số, ngày hay tên
    .label = không đọc được
    .help = Số viết như `5_000`, `1.5`, `120k`, `300tr`, `15%` hoặc `6w`; tên bắt đầu bằng chữ cái; chữ khác đặt trong dấu ngoặc kép.
value-number-large = `{ $written }` có quá nhiều chữ số để tính chính xác
    .label = quá nhiều chữ số
    .help = Viết số nhỏ hơn 10^18, tối đa 9 chữ số sau dấu chấm.
value-number-unit = `{ $written }` trong roadmap viết là `{ $text }`
    .label = viết `{ $text }`
    .help = Đơn vị của số: k, tr, tỷ, M, B; phần trăm: % và pp; thời lượng: d, w, mo và bd (ngày làm việc).
value-duration-whole = `{ $written }` không phải số nguyên ngày, tuần hay tháng
    .label = không phải số nguyên
    .help = Viết số nguyên với đơn vị nhỏ hơn: `10d` thay cho `1.5w`.
value-duration-zero = `{ $written }` không kéo dài ngày nào
    .label = ít nhất là 1
    .help = Tính cả ngày đầu và ngày cuối, nên thời lượng ngắn nhất là `1d`: bắt đầu và kết thúc trong cùng một ngày.
value-unit-word = `{ $written }` trong roadmap viết là `{ $text }`
    .label = viết `{ $text }`
    .help = Số và đơn vị viết liền: `300tr`, `1.5tỷ`, `5k`, `15%`, `3mo`.
value-currency-spelling = Tiền tệ trong `{ $written }` cần viết bằng mã `{ $text }`
    .label = viết `{ $text }` sau số
    .help = Viết mã ISO của tiền tệ sau số, cách một dấu cách: `5_000 VND`, `200 USD`.

value-name-invalid = `{ $written }` không thể là tên; có thể dùng `{ $text }`
    .label = viết `{ $text }`
    .help = Tên gồm chữ cái, chữ số và `_`, bắt đầu bằng chữ cái. Chữ khác đặt trong dấu ngoặc kép.
value-name-characters = `{ $written }` không thể là tên
    .label = không phải tên
    .help = Tên gồm chữ cái, chữ số và `_`, bắt đầu bằng chữ cái. Chữ khác đặt trong dấu ngoặc kép.
value-escape-invalid = `{ $written }` không có nghĩa đặc biệt nên được giữ nguyên
    .label = không có nghĩa
    .help = Các ký hiệu có nghĩa là `\"`, `\\`, `\n`, `\t` và `\u{"{"}202e{"}"}`. Muốn có dấu gạch chéo ngược, viết `\\`.
value-character-invalid = `{ $written }` không có nghĩa ở đây
    .label = không thuộc giá trị nào
    .help = Xoá đi, hoặc đặt chữ trong dấu ngoặc kép.
value-character-typographic = `{ $written }` trong roadmap viết là `{ $text }`
    .label = viết `{ $text }`
    .help = Phần mềm soạn thảo và chat hay tự đổi ký tự thành dấu trông giống; hãy dùng ký tự trên bàn phím.
value-quotes-curly = Chữ đặt giữa hai dấu `"`, không dùng loại ngoặc khác
    .label = loại ngoặc khác
    .help = Phần mềm soạn thảo và chat hay tự đổi `"` thành ngoặc cong; viết `"` ở cả hai đầu.
value-quotes-missing = `{ $written }` cần đặt trong dấu ngoặc kép
    .label = đây là chữ, không phải tên
    .help = Viết `{ $text }`.

# Ngày nghỉ lễ của Việt Nam.

value-holiday-new-year = Tết Dương lịch
value-holiday-tet = Tết Nguyên đán
value-holiday-hung-kings = Giỗ Tổ Hùng Vương
value-holiday-reunification = Ngày Chiến thắng 30/4
value-holiday-labour = Quốc tế Lao động 1/5
value-holiday-national = Quốc khánh 2/9
value-holiday-in-lieu = nghỉ bù { $name }
