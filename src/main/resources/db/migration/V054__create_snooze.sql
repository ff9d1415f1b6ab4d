create table snooze (
    id             bigint generated always as identity primary key,
    action_item    varchar(64)  not null references action_item,
    due_date_cycle int          not null,
    person         varchar(64)  not null,
    until_date     date         not null,
    ends_at        timestamptz  not null,
    reason         varchar(500) not null,
    created_at     timestamptz  not null,
    -- When it was ended before its day.
    ended_at       timestamptz
);
create unique index one_snooze_at_a_time on snooze (person, action_item) where ended_at is null;
create index snooze_by_item on snooze (action_item);
