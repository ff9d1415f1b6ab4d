create table channel (
    id         bigint generated always as identity primary key,
    kind       varchar(16)   not null check (kind in ('SLACK', 'TEAMS', 'WEBHOOK')),
    name       varchar(100)  not null unique,
    url        varchar(1000) not null,
    secret     varchar(100)  not null,
    not_before timestamptz,
    created_by varchar(64)   not null,
    created_at timestamptz   not null
);

create table delivery (
    id              bigint generated always as identity primary key,
    channel         bigint       not null references channel on delete cascade,
    news            varchar(200) not null,
    type            varchar(64)  not null,
    about           varchar(64)  not null,
    body            text         not null,
    state           varchar(16)  not null check (state in ('QUEUED', 'SENT', 'FAILED')),
    attempts        int          not null,
    next_attempt_at timestamptz,
    last_error      varchar(500),
    created_at      timestamptz  not null,
    sent_at         timestamptz,
    unique (channel, news),
    constraint delivery_says_when check ((state = 'QUEUED') = (next_attempt_at is not null)),
    constraint delivered_says_when check ((state = 'SENT') = (sent_at is not null))
);

create index delivery_queued on delivery (next_attempt_at) where state = 'QUEUED';
