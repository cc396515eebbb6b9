# Những gì trình soạn thảo tự nói.

ide-rename-nothing = ở đây không có tên nào đổi được
ide-rename-built-in = `{ $name }` có sẵn trong công cụ nên không đổi tên được
ide-rename-unnamed = “{ $title }” chỉ có tiêu đề, chưa có tên: hãy ghi một tên trước tiêu đề
ide-rename-no-identifier = `{ $name }` không phải là tên: dùng chữ, số và `_`, không bắt đầu bằng số
ide-rename-taken = tên `{ $name }` đã dùng cho { $by }
ide-rename-taken-built-in = `{ $name }` là tên của một mục có sẵn

ide-fix-all = Áp dụng { $count } cách sửa an toàn trong tệp này
ide-loading = Đang đọc kế hoạch
