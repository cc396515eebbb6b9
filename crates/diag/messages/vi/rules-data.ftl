# data/*: có số liệu, và biết số liệu từ đâu.

data-actual-missing = { $has ->
        [activity] số liệu `{ $metric }` gần nhất của `{ $name }` là ngày { $last }, trong khi đã qua điểm kiểm tra ngày { $checkpoint }
       *[whole] số liệu `{ $metric }` gần nhất là ngày { $last }, trong khi đã qua điểm kiểm tra ngày { $checkpoint }
    }
    .title = Thiếu số liệu thực tế
    .help = Ghi lại kết quả thực tế, ví dụ `{ $line }` với đúng con số.
    .never = { $has ->
        [activity] `{ $metric }` của `{ $name }` chưa có số liệu nào, trong khi đã qua điểm kiểm tra ngày { $checkpoint }
       *[whole] `{ $metric }` chưa có số liệu nào, trong khi đã qua điểm kiểm tra ngày { $checkpoint }
    }
