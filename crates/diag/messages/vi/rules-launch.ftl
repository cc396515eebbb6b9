# launch/*: đợt ra mắt và những gì nói về nó khớp nhau.

launch-product-not-ready = `{ $name }` bắt đầu { $start } để bán `{ $launch }`, nhưng đến { $day } mới ra mắt
    .title = Sản phẩm chưa sẵn sàng
    .help = Cho bắt đầu sau khi ra mắt bằng `after { $launch }`, hoặc ghi `before { $launch }` nếu việc này chuẩn bị cho đợt ra mắt.
    .day = ngày ra mắt
