# Từ dùng chung.

severity-error = lỗi
severity-warning = cảnh báo
severity-hint = gợi ý
list-others = { $count } mục khác
