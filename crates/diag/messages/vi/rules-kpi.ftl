# kpi/*: điều gì cho thấy công việc có kết quả.

kpi-missing = { $kind } `{ $name }` chưa có KPI
    .title = Thiếu KPI
    .help = Nêu điều cho thấy việc có kết quả: `kpi`, chỉ số và chỉ tiêu, ví dụ `kpi leads >= 1_500`. Chỉ số phù hợp: { $examples }.

kpi-unmeasurable = KPI `{ $metric }` chưa có chỉ tiêu
    .title = KPI chưa đo lường được
    .help = Viết mức cần đạt ở sau `{ $metric }`, ví dụ `>= 1_500`, `<= 120k VND` hoặc `25% -> 15%`.
    .direction = chưa rõ `{ $metric }` tăng hay giảm là tốt
    .direction-help = Viết `>=` hoặc `<=` ở trước con số, `2..4` cho một khoảng, hoặc `direction` trong chỉ số.

kpi-baseline-missing = chỉ tiêu của `{ $metric }` là tương đối nhưng chưa có mức hiện tại
    .title = Thiếu mức hiện tại để so sánh
    .help = Viết mức hiện tại ở trước, ví dụ `1_000M VND -> +30%`.

kpi-vanity-only = { $kind } `{ $name }` chỉ đo bằng { $metrics }, chưa cho thấy kết quả
    .title = Chỉ có chỉ số bề nổi, chưa gắn kết quả
    .help = Đặt một kết quả lên đầu, ví dụ { $examples }, và giữ { $metrics } ở sau.

kpi-input-before-output = `{ $metric }` là đầu vào mà đứng trước kết quả `{ $outcome }`
    .title = Đặt đầu ra trước, đầu vào sau
    .help = Chuyển KPI `{ $outcome }` lên đầu: KPI đầu tiên là thước đo của công việc.
    .fix = Đưa `{ $outcome }` lên đầu
    .outcome = kết quả nằm ở đây
    .phase = giai đoạn `{ $phase }` và các mục tiêu của nó chưa có KPI nào đo kết quả
    .phase-help = Với `outputs_first`, mỗi giai đoạn cần một KPI đo kết quả, ví dụ `leads` hoặc `revenue`.

kpi-input-unlinked = `{ $metric }` đứng cạnh { $outcomes } nhưng chưa rõ dẫn đến kết quả đó thế nào
    .title = Chỉ số đầu vào chưa gắn đầu ra
    .help = Nêu kết quả mà chỉ số này thúc đẩy bằng `drives`, hoặc bỏ đi.

kpi-orphan = KPI `{ $metric }` không xuất phát từ mục tiêu nào và không thúc đẩy mục tiêu nào
    .title = KPI không xuất phát từ mục tiêu
    .help = Gắn KPI vào một mục tiêu, nêu điều nó thúc đẩy bằng `drives`, hoặc bỏ đi.
    .metric = chỉ số `{ $metric }` chưa được KPI, công thức hay cảnh báo nào dùng
    .metric-help = Dùng chỉ số trong một `kpi`, nêu điều nó thúc đẩy bằng `drives`, hoặc bỏ đi.

kpi-goal-mismatch = `{ $metric }` không cho biết mục tiêu `{ $goal }` thuộc loại `{ $type }` đã đạt hay chưa
    .title = KPI không hợp loại mục tiêu
    .help = Với `{ $type }`, hãy đo { $examples }, hoặc đổi `type` của mục tiêu.

kpi-too-many = mục tiêu `{ $goal }` có { $count } KPI, nhiều hơn { $limit }
    .title = Quá nhiều KPI
    .help = Giữ những KPI có tính quyết định; các KPI khác đặt ở hoạt động.

kpi-volume-as-kpi = hoạt động `{ $name }` đo bằng `{ $metric }`: đếm việc đã làm, không phải kết quả
    .title = Đếm việc không phải là kết quả
    .help = Đặt một kết quả lên đầu, ví dụ { $examples }. Số lượng việc có thể ghi thành `task`, hoặc thành KPI đứng sau và nêu kết quả mà nó thúc đẩy bằng `drives`.

kpi-target-wrong-way = `{ $metric }` cần tăng, nhưng chỉ tiêu { $target } thấp hơn mức hiện tại { $baseline }
    .title = Mục tiêu ngược chiều chỉ số
    .down = `{ $metric }` cần giảm, nhưng chỉ tiêu { $target } cao hơn mức hiện tại { $baseline }
    .help = Đổi chỗ hai con số, hoặc sửa con số bị sai.
    .rise = `{ $metric }` cần tăng, nhưng chỉ tiêu lại là tối đa { $target }
    .fall = `{ $metric }` cần giảm, nhưng chỉ tiêu lại là tối thiểu { $target }
    .help-sign = Viết `{ $sign }` ở trước con số, hoặc chọn đúng chỉ số cần đo.

kpi-ratio-undefined = chỉ số `{ $metric }` là một tỷ lệ nhưng chưa rõ lấy gì chia cho gì
    .title = Chưa có công thức
    .help = Viết công thức ở sau tên, ví dụ `= orders / sessions`.

kpi-unit-mismatch = chỉ tiêu của `{ $metric }` viết bằng { $found }, còn chỉ số tính bằng { $wanted }
    .title = Sai đơn vị
    .help = Viết chỉ tiêu theo đơn vị của chỉ số, hoặc đổi `unit` của chỉ số.
    .plain = số không đơn vị
    .count = số lượng
    .ratio = tỷ số
    .points = điểm
    .seconds = giây
    .days = ngày
    .months = tháng

kpi-budget-clash = { $budget } cho { $target } `{ $metric }` là { $each } mỗi đơn vị, vượt mức trần { $limit }
    .title = Ngân sách không khớp KPI
    .bound = mức trần của `{ $cost }` nằm ở đây
    .help = Giảm ngân sách của `{ $name }`, tăng chỉ tiêu `{ $metric }`, hoặc nâng mức trần của `{ $cost }`.
kpi-churn = chỉ tiêu `{ $metric }` của `{ $owner }` đã đổi { $count } lần trong giai đoạn `{ $phase }`, lần cuối ngày { $date } — nên tối đa { $limit } lần
    .title = KPI đổi quá nhiều lần
    .help = Thống nhất chỉ tiêu trong một kỳ đánh giá, ghi lại quyết định, rồi giữ đến hết giai đoạn: KPI đổi liên tục làm đội ngũ mệt mỏi và số liệu không còn so sánh được.
