alter table notice drop constraint notice_todo_check;
alter table notice add constraint notice_todo_check check (todo in ('DECIDE', 'ANSWER', 'REVIEW', 'FOLLOW'));
