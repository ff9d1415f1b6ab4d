create table digest (
    id         bigint generated always as identity primary key,
    person     varchar(64) not null,
    kind       varchar(16) not null check (kind in ('DAILY', 'WEEKLY', 'MONTHLY')),
    day        date        not null,
    created_at timestamptz not null,
    -- One message a day, whatever happens in between.
    unique (person, kind, day)
);

create table notice (
    id         bigint generated always as identity primary key,
    dedup_key  varchar(200) not null unique,
    recipient  varchar(64)  not null,
    about      varchar(64)  not null,
    todo       varchar(16)  not null check (todo in ('DECIDE', 'REVIEW', 'FOLLOW')),
    title      varchar(500) not null,
    words      text         not null,
    source     varchar(250) not null,
    page       varchar(250) not null,
    created_at timestamptz  not null,
    handled_at timestamptz,
    digest     bigint references digest,
    constraint told_is_handled check (digest is null or handled_at is not null)
);

create index notice_waiting on notice (recipient, created_at) where handled_at is null;
create index notice_about on notice (about);

create table used_link (
    signature varchar(64) primary key,
    used_by   varchar(64) not null,
    used_at   timestamptz not null
);
