create table escalation (
    id             bigint generated always as identity primary key,
    action_item    varchar(32)  not null references action_item,
    due_date_cycle int          not null,
    due_date       date         not null,
    rung           varchar(64)  not null,
    planned_at     timestamptz  not null,
    fired_at       timestamptz  not null,
    policy_version varchar(100) not null,
    policy_row     varchar(100) not null,
    ticket_label   varchar(100) not null,
    unique (action_item, due_date_cycle, rung),
    unique (action_item, ticket_label),
    constraint never_early check (fired_at >= planned_at)
);

create table escalation_told (
    escalation bigint      not null references escalation,
    position   int         not null,
    person     varchar(64) not null,
    audience   varchar(16) not null check (audience in ('OWNER', 'REVIEWER', 'MANAGER')),
    primary key (escalation, position),
    unique (escalation, person)
);
