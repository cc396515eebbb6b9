# people/*: ai chịu trách nhiệm việc gì.

people-owner-missing = { $kind } `{ $name }` chưa có người phụ trách
    .title = Thiếu người phụ trách
    .help = Nêu một người chịu trách nhiệm chính, ví dụ `owner { $person }`.
    .help-nobody = Khai báo người trước, ví dụ `person lan "Lan"`, rồi nêu một người chịu trách nhiệm chính: `owner lan`.
people-owner-unknown = không có ai tên là `{ $name }`
    .title = Không tìm thấy người phụ trách
    .help = Ghi tên một người đã khai báo, hoặc khai báo thêm: `person { $name } "…"`.
people-owner-not-single = { $kind } `{ $name }` có { $count } người phụ trách
    .title = Cần đúng một người chịu trách nhiệm chính
    .help = Giữ một `owner`, những người còn lại chuyển sang `support`.
    .fix = Giữ `owner { $owner }` và thêm `{ $line }`
people-owner-is-team = { $kind } `{ $name }` giao cho cả nhóm `{ $team }`
    .title = Người phụ trách phải là cá nhân
    .help = Nêu một người trong nhóm; cả nhóm có thể ghi ở `support` hoặc `team`.
people-role-mismatch = { $kind } `{ $name }` do `{ $person }` phụ trách, người này không có vai trò `{ $role }`
    .title = Vai trò chưa phù hợp
    .help = Giao cho người có vai trò `{ $role }`, hoặc ghi lý do trong chú thích `allow`.
people-owner-overloaded = `{ $name }` ({ $title }) có { $count } việc đang mở vào ngày { $day }, giới hạn là { $limit }
    .title = Người phụ trách quá tải
    .help = Giao bớt, lùi một số việc, hoặc ghi rõ `start`. `capacity` cho biết một người gánh được bao nhiêu việc.
    .item = `{ $item }`, { $from } – { $to }
