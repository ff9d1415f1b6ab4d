create table escalation_plan (
    action_item    varchar(32)  primary key references action_item,
    due_date_cycle int          not null,
    rung           varchar(64),
    at             timestamptz,
    policy_version varchar(100) not null,
    policy_row     varchar(100),
    outdated       boolean      not null default false,
    planned_at     timestamptz  not null,
    constraint a_rung_has_an_instant check ((rung is null) = (at is null))
);

create table escalation_sweep (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    open_items int         not null,
    unplanned  int         not null,
    missed     int         not null,
    outdated   int         not null
);
