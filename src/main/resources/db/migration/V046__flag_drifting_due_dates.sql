-- due dates that were moved further, past the extensions, than extensions would allow
create table due_date_drift (
    id             bigint generated always as identity primary key,
    action_item    varchar(32) not null references action_item,
    due_date_cycle int         not null,
    before         date        not null,
    due_date       date        not null,
    allowed_until  date        not null,
    moved_by       varchar(64) not null,
    moved_at       timestamptz not null,
    constraint drifts_further check (due_date > allowed_until),
    unique (action_item, due_date_cycle)
);
