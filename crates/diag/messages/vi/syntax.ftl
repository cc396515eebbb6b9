# Lỗi hình thức của văn bản: ngoặc nhọn, dấu ngoặc kép, ký tự.

syntax-unclosed-block = Khối `{ $head }` chưa được đóng.
    .label = khối này thiếu dấu ngoặc nhọn đóng
    .help = Thêm dấu ngoặc nhọn đóng ở chỗ khối kết thúc.
    .here = dấu ngoặc nhọn đóng nên đặt ở đây
    .fix = Thêm dấu ngoặc nhọn đóng

syntax-missing-open = Khối `{ $head }` thiếu dấu ngoặc nhọn mở.
    .label = thiếu dấu ngoặc nhọn mở sau đoạn này
    .help = Thêm dấu ngoặc nhọn mở ở cuối dòng này.
    .fix = Thêm dấu ngoặc nhọn mở

syntax-header-in-comment = Khai báo mở khối bên dưới đang nằm trong chú thích này.
    .label = chú thích kéo dài đến dấu ngoặc nhọn mở
    .help = Đưa khai báo xuống một dòng riêng bên dưới chú thích.

syntax-stray-close = Dấu ngoặc nhọn đóng này không đóng khối nào.
    .label = thừa dấu này
    .help = Xóa dấu này, hoặc thêm dấu ngoặc nhọn mở cho khối của nó.
    .fix = Xóa dấu ngoặc nhọn

syntax-no-keyword = Dòng khai báo này không bắt đầu bằng một từ.
    .label = thiếu từ khóa trước đoạn này
    .help = Bắt đầu mỗi khai báo bằng một từ khóa, ví dụ `owner` hoặc `budget`.

syntax-unexpected-characters = `{ $found }` không có nghĩa ở đây.
    .label = ký tự không hợp lệ ở đây
    .help = Đặt đoạn chữ có ký tự này trong dấu ngoặc kép, hoặc xóa ký tự này.
    .fix = Đặt trong dấu ngoặc kép

syntax-curly-quotes = Dấu ngoặc kép cong không dùng để bao đoạn chữ.
    .label = không phải dấu ngoặc kép thẳng
    .help = Dùng dấu ngoặc kép thẳng (") quanh đoạn chữ.
    .fix = Đổi thành dấu ngoặc kép thẳng

syntax-unclosed-string = Đoạn chữ này thiếu dấu ngoặc kép đóng.
    .label = đoạn chữ bắt đầu ở đây chưa kết thúc
    .help = Thêm dấu ngoặc kép (") ở chỗ đoạn chữ kết thúc.
    .fix = Thêm dấu ngoặc kép đóng

syntax-unopened-string = Đoạn chữ này thiếu dấu ngoặc kép mở.
    .label = đoạn chữ kết thúc ở đây nhưng chưa bắt đầu
    .help = Thêm dấu ngoặc kép (") ở chỗ đoạn chữ bắt đầu.

syntax-unclosed-text = Đoạn văn này thiếu ba dấu ngoặc kép đóng.
    .label = đoạn văn bắt đầu ở đây chưa kết thúc
    .help = Viết ba dấu ngoặc kép (""") trên một dòng riêng bên dưới đoạn văn.
    .here = ba dấu ngoặc kép đóng nên đặt ở đây
    .fix = Thêm ba dấu ngoặc kép đóng

syntax-text-quotes-stray = Dấu ngoặc kép này không đóng đoạn văn nào.
    .help = Xóa dấu này, hoặc viết ba dấu ngoặc kép (""") ở cuối dòng mà đoạn văn bắt đầu.

syntax-text-quotes-one-line = Đoạn văn giữa ba dấu ngoặc kép cần có dòng riêng.
    .help = Dùng một dấu ngoặc kép (") ở mỗi đầu cho đoạn chữ trên một dòng.
    .fix = Đổi thành một dấu ngoặc kép ở mỗi đầu

syntax-text-quotes-close = Ba dấu ngoặc kép đóng không đứng ở đầu dòng.
    .help = Viết ba dấu ngoặc kép (""") trên một dòng riêng bên dưới đoạn văn.
    .fix = Chuyển dấu đóng xuống dòng dưới

syntax-text-quotes-open = Đoạn văn bắt đầu ngay trên dòng của ba dấu ngoặc kép mở.
    .help = Bắt đầu đoạn văn ở dòng bên dưới ba dấu ngoặc kép (""").
    .fix = Chuyển đoạn văn xuống dòng dưới

syntax-text-quotes-few = Đoạn văn nhiều dòng cần nằm giữa ba dấu ngoặc kép.
    .help = Viết ba dấu ngoặc kép (""") ở đây.
    .fix = Viết ba dấu ngoặc kép

syntax-text-indent = Dòng này của đoạn văn chưa được thụt vào.
    .help = Thụt đoạn văn vào sâu hơn khai báo chứa nó.
    .fix = Thụt đoạn văn vào

syntax-too-deep = Các khối ở đây lồng nhau quá { $limit } cấp.
    .help = Đưa các khối bên trong ra ngoài; phần sâu hơn sẽ không được đọc.

syntax-too-large = Tệp dài { $size } MB; chỉ đọc được tệp tối đa { $limit } MB.
    .help = Chia kế hoạch thành nhiều tệp và nối lại bằng `include`.
