# Phần trợ giúp của dòng lệnh: `help-LỆNH`, các đối số là thuộc tính, ý nghĩa từng giá trị của một đối số là thuộc tính
# của `help-LỆNH-ĐỐISỐ`; sau đó là những gì được nói khi dòng lệnh viết sai.

help-heading-usage = Cách dùng:
help-heading-commands = Các lệnh
help-heading-arguments = Đối số
help-heading-options = Tùy chọn
help-word-options = tùy chọn
help-word-command = lệnh
help-values = một trong: { $values }
help-default = mặc định: { $values }
help-path = Tệp .roadmap hoặc thư mục (mặc định: thư mục gần nhất phía trên có roadmap.toml, nếu không thì thư mục này)

help-roadmapc = Kiểm tra và dựng báo cáo cho lộ trình marketing viết dưới dạng mã
help-help = Hiện trợ giúp này, hoặc trợ giúp của một lệnh
help-global =
    .as_of = Ngày được coi là hôm nay, ví dụ 2026-03-31 (mặc định: hôm nay)
    .locale = Ngôn ngữ của thông báo (mặc định: theo LC_ALL hoặc LANG)
    .color = Khi nào dùng màu; cũng theo NO_COLOR
    .quiet = Chỉ hiện lỗi, không tóm tắt
    .verbose = Cho biết thêm các tệp và cài đặt tham gia
    .config = Tệp cài đặt dùng thay cho roadmap.toml gần nhất
    .help = Hiện trợ giúp
    .version = Hiện phiên bản
help-global-locale =
    .vi = Tiếng Việt
    .en = English
help-global-color =
    .auto = Khi terminal hỗ trợ
    .always = Luôn luôn
    .never = Không bao giờ

help-check = Kiểm tra lộ trình, chỉ ra chỗ sai và chỗ thiếu
    .path = { help-path }
    .format = Cách in các phát hiện; `human` ra luồng lỗi chuẩn, còn lại ra luồng xuất chuẩn
    .fix = Tự sửa những chỗ sửa được an toàn
    .dry_run = Đi với --fix: in những gì sẽ đổi, không đổi gì cả
    .deny = Coi cả cảnh báo, hoặc cả cảnh báo và gợi ý, là không đạt
    .role = Chỉ hiện và tính những gì liên quan đến vai trò này
    .all = Hiện đầy đủ mọi phát hiện
help-check-format =
    .human = Cho người đọc: đoạn mã, vị trí và cách sửa
    .short = Mỗi phát hiện một dòng
    .json = Một đối tượng JSON
    .sarif = SARIF 2.1.0
    .github = Chú thích của GitHub Actions
help-check-deny =
    .warnings = Cảnh báo và lỗi
    .hints = Tất cả
help-check-role =
    .cmo = CMO: mục tiêu, KPI, ngân sách, kênh, quyết định
    .marketing = Trưởng nhóm marketing: kế hoạch tháng và tuần
    .product = Product owner: các đợt ra mắt và những gì cần có
    .sales = Đội sales: kịch bản, lead và chất lượng lead

help-build = Dựng báo cáo
    .path = { help-path }
    .out = Nơi ghi báo cáo (mặc định: `out` trong roadmap.toml, nếu không thì `build` trong thư mục dự án)
    .format = Những báo cáo nào, cách nhau bằng dấu phẩy
    .open = Mở báo cáo đầu tiên
    .no_emit_on_error = Không ghi gì khi có lỗi
help-build-format =
    .html = Một trang cho trình duyệt
    .md = Markdown
    .json = Mô hình báo cáo, theo docs/report.schema.json

help-status = Cho biết hôm nay kế hoạch ra sao: mục tiêu, việc đến hạn và trễ, ra mắt, đánh giá, quyết định
    .path = { help-path }
    .format = Cách in
    .owner = Chỉ những gì người hoặc nhóm này phụ trách: tên ngắn hoặc tên đầy đủ, có dấu hay không dấu
help-status-format =
    .human = Cho người đọc, vừa bề rộng terminal
    .md = Markdown, để dán vào tin nhắn
    .json = Một đối tượng JSON, theo docs/status.schema.json

help-diff = Cho biết hai phiên bản của kế hoạch khác nhau chỗ nào: ngày, KPI, ngân sách, người phụ trách, công việc
    .before = Phiên bản trước: thư mục, tệp, hoặc một phiên bản git như HEAD~3 hay main:plan
    .after = Phiên bản sau (mặc định: kế hoạch hiện có ở đây)
    .format = Cách in
help-diff-format =
    .human = Cho người đọc, vừa bề rộng terminal
    .md = Markdown, để dán vào buổi đánh giá hay tin nhắn
    .json = Một đối tượng JSON, theo docs/diff.schema.json

help-init = Tạo dự án mới: một kế hoạch nhỏ, ngày tháng tính từ hôm nay
    .dir = Ở đâu (mặc định: thư mục này); chưa có thì được tạo
    .template = Mẫu khởi đầu nào
    .lang = Ngôn ngữ của mẫu (mặc định: ngôn ngữ của thông báo)
    .list = Liệt kê các mẫu
help-init-lang =
    .vi = Tiếng Việt
    .en = English

help-fmt = Định dạng lại các lộ trình tại chỗ
    .paths = Các tệp .roadmap và thư mục (mặc định: thư mục này); `-` định dạng luồng nhập chuẩn ra luồng xuất chuẩn
    .check = Không đổi gì; in chỗ khác và kết thúc với mã 1 nếu có

help-rules = Liệt kê các quy tắc
    .format = Cách in danh sách
help-rules-format =
    .human = Một bảng
    .json = Một đối tượng JSON

help-explain = Giải thích một quy tắc: kiểm tra gì, vì sao, ví dụ và nên viết thế nào
    .rule = Một quy tắc hoặc mã lỗi, ví dụ people/owner-missing
    .format = Cách in trang giải thích
help-explain-format =
    .md = Markdown theo ngôn ngữ của thông báo
    .json = Một đối tượng JSON

help-lsp = Language server cho trình soạn thảo, qua stdin và stdout

help-completions = In mã tự hoàn thành lệnh cho shell
    .shell = Shell nào

help-man = In các trang hướng dẫn (man)

# --- dòng lệnh không hiểu được ---
usage-more = Xem thêm: `--help`.
usage-unknown = không có tùy chọn { $argument }
    .extra = thừa đối số { $argument }
    .near = không có tùy chọn { $argument }. Có phải là `{ $near }`?
usage-command = không có lệnh `{ $name }`
    .near = không có lệnh `{ $name }`. Có phải là `{ $near }`?
    .missing = chưa nêu lệnh nào
usage-value = { $argument } không nhận `{ $value }`; các giá trị có thể dùng: { $known }
    .missing = { $argument } cần một giá trị
    .many = { $argument } không nhận thêm giá trị, `{ $value }` là thừa
usage-date = `{ $value }` không phải là một ngày cho { $argument }: viết năm-tháng-ngày, ví dụ `2026-03-31`
usage-conflict = { $argument } và { $others } không đi cùng nhau
    .twice = { $argument } chỉ được viết một lần
usage-missing = còn thiếu { $argument }
usage-not-utf8 = một đối số không phải văn bản UTF-8
