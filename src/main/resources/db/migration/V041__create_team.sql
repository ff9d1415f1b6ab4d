create table working_time (
    person      varchar(64) primary key,
    zone        varchar(64) not null,
    region      varchar(32) not null,
    workdays    varchar(64) not null,
    work_from   time        not null,
    work_until  time        not null check (work_until > work_from),
    quiet_from  time        not null,
    quiet_until time        not null,
    changed_by  varchar(64) not null,
    changed_at  timestamptz not null
);

create table freeze_window (
    id         bigint generated always as identity primary key,
    from_date  date         not null,
    until_date date         not null check (until_date >= from_date),
    reason     varchar(200) not null,
    created_by varchar(64)  not null,
    created_at timestamptz  not null
);

create table absence (
    id         bigint generated always as identity primary key,
    person     varchar(64) not null,
    from_date  date        not null,
    until_date date check (until_date >= from_date),
    stand_in   varchar(64) not null check (stand_in <> person),
    created_by varchar(64) not null,
    created_at timestamptz not null
);
create index absence_by_person on absence (person);

create table team (
    id       bigint generated always as identity primary key,
    name     varchar(100) not null unique,
    lead     varchar(64)  not null,
    manager  varchar(64)  not null,
    director varchar(64)  not null
);

create table team_member (
    person varchar(64) primary key,
    team   bigint not null references team on delete cascade
);
create index team_member_by_team on team_member (team);
