# Những gì dòng lệnh nói quanh các phát hiện.

lead-help = cách sửa
label-here = ở đây
link-page = (trang hướng dẫn)
count-errors = { $count } lỗi
count-warnings = { $count } cảnh báo
count-hints = { $count } gợi ý
count-files = { $count } tệp
summary-clean = Không có gì cần sửa trong { $files }.
    .role = Không có gì vai trò này cần sửa trong { $files }.
summary-hidden = Không hiện { $count } phát hiện liên quan đến vai trò khác.
summary-found = { $list } trong { $files }.
summary-fixable = Lệnh `roadmapc check --fix` tự sửa được { $count } chỗ.
list-more = { $code }: còn { $count } chỗ nữa (`--all` hiện tất cả)
fixes-applied = Đã sửa { $count } chỗ.
verbose-file = đã đọc { $path }
verbose-settings = cài đặt từ { $path }

# --- điểm chung của nhiều phát hiện trên một câu lệnh ---
lacks-several = `{ $name }` còn thiếu { $list }
lacks-owner = người phụ trách
lacks-kpi = KPI
lacks-deadline = deadline
lacks-budget = ngân sách
lacks-channel = kênh
lacks-goal = mục tiêu được hỗ trợ
lacks-usp = USP
lacks-focus = trọng tâm
lacks-checkpoint = lịch kiểm tra
lacks-id = tên ngắn
lacks-phase-goal = mục tiêu
lacks-property = `{ $keyword }`

fmt-unformatted = { $count } tệp chưa được định dạng. Lệnh `roadmapc fmt` định dạng lại.
fmt-not-utf8 = `{ $path }` không phải văn bản UTF-8: không đọc được byte { $offset }

# --- những việc không làm được ---
cli-cannot-read = không đọc được `{ $path }`: { $reason }
cli-cannot-write = không ghi được `{ $path }`: { $reason }
open-not-found = không có tệp hay thư mục `{ $path }`
open-no-plan = trong `{ $folder }` không có tệp nào có câu lệnh `roadmap`. Hãy chỉ rõ tệp cần kiểm tra, hoặc viết `entry = "main.roadmap"` dưới `[project]` trong `roadmap.toml`.
open-several-plans = { $paths } đều có câu lệnh `roadmap`. Hãy chỉ rõ tệp cần kiểm tra, hoặc viết `entry = "…"` dưới `[project]` trong `roadmap.toml`.
audience-label = Liên quan đến
audience-everybody = tất cả
audience-cmo = CMO
audience-marketing = marketing
audience-product = sản phẩm
audience-sales = sales
git-no-program = lịch sử kế hoạch được đọc qua chương trình `git`, nhưng máy này chưa có. Hãy cài git, hoặc so sánh tệp và thư mục.
git-no-repository = `{ $folder }` không nằm trong một kho git
git-bare = kho git tại `{ $folder }` không có thư mục làm việc: hãy chỉ một thư mục trong bản clone
git-no-commit = kho git tại `{ $folder }` chưa có commit nào
git-unknown = git không biết commit nào tên `{ $revision }`. Hãy dùng mã hash, tên nhánh, tag, hoặc dạng `HEAD~3`.
git-unknown-shallow = git không biết commit nào tên `{ $revision }`. Bản clone này chỉ có các commit mới nhất: lệnh `git fetch --unshallow` tải phần còn lại.
git-failed = git không đọc được lịch sử kế hoạch: { $reason }
explain-unknown = không có quy tắc hay mã lỗi nào tên `{ $code }`. Lệnh `roadmapc rules` liệt kê các quy tắc.
    .near = không có quy tắc hay mã lỗi nào tên `{ $code }`. Có phải là { $near }?

# --- roadmap.toml ---
config-syntax = đây không phải TOML: { $reason }
    .help = Chuỗi đặt trong ngoặc kép, mỗi cài đặt một dòng: `entry = "main.roadmap"`.
config-unknown-key = { $table } không có cài đặt `{ $key }`
    .help = Các cài đặt có thể dùng: { $known }.
    .near = Có phải là `{ $near }`?
config-unknown-rule = không có quy tắc nào tên `{ $rule }`
    .help = Lệnh `roadmapc rules` liệt kê các quy tắc; `sales/*` là cả nhóm.
config-language-rule = { $rule } không có mức: đây là lỗi của ngôn ngữ; mức chỉ dành cho quy tắc của phương pháp và của công ty
config-value = `{ $key }` cần { $wanted }
    .table = các cài đặt riêng: viết dưới `[{ $key }]`
    .path = một đường dẫn trong ngoặc kép, ví dụ `"main.roadmap"`
    .locale = `"vi"` hoặc `"en"`
    .level = `"error"`, `"warning"`, `"hint"` hoặc `"off"`
    .number = một số nguyên, ví dụ `5`
    .words = một danh sách trong ngoặc vuông, mỗi từ là một trong { $words }
    .glob = một mẫu tên tệp, ví dụ `"drafts/*.roadmap"`
    .files = các bảng có `glob`: viết `[[lints.files]]` rồi `glob = "drafts/*.roadmap"`

build-wrote = đã ghi { $path }
init-exists = { $path } đã có; chưa ghi gì cả
init-no-template = không có mẫu khởi đầu nào tên `{ $name }`; hiện có { $known }
init-next = Tiếp theo: `roadmapc check { $folder }` kiểm tra kế hoạch, `roadmapc build { $folder }` tạo báo cáo.
init-template-blank = một kế hoạch nhỏ hai giai đoạn đã chạy được, để sửa thành của mình
init-template-quarter = một quý của doanh nghiệp nhỏ: 6 tuần để khách tìm thấy, 7 tuần để bán
init-template-launch = ra mắt sản phẩm trong 12 tuần: chuẩn bị, ra mắt, bán
init-template-saas = 12 tháng của phần mềm thuê bao: ra mắt, mở rộng, giữ chân
cli-cannot-open = đã ghi { $path } nhưng không mở được: { $reason }
