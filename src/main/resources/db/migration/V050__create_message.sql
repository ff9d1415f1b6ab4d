create table message (
    id              bigint generated always as identity primary key,
    dedup_key       varchar(200) not null unique,
    recipient       varchar(64)  not null,
    address         varchar(320),
    about           varchar(64)  not null,
    subject         varchar(250) not null,
    text_body       text         not null,
    html_body       text         not null,
    state           varchar(16)  not null check (state in ('QUEUED', 'SENT', 'FAILED', 'RECORDED')),
    attempts        int          not null,
    next_attempt_at timestamptz,
    last_error      varchar(500),
    created_at      timestamptz  not null,
    sent_at         timestamptz,
    constraint queued_says_when check ((state = 'QUEUED') = (next_attempt_at is not null)),
    constraint sent_says_when check ((state = 'SENT') = (sent_at is not null)),
    constraint queued_says_whereto check (state <> 'QUEUED' or address is not null)
);

create index message_queued on message (next_attempt_at) where state = 'QUEUED';
create index message_by_recipient on message (recipient, id desc);
