create table ticket (
    action_item        varchar(32) primary key references action_item,
    -- what the ticket can be found by when the answer to its creation was lost
    marker             varchar(40) not null unique,
    state              varchar(12) not null
        check (state in ('REQUESTED', 'SENDING', 'UNKNOWN', 'LINKED', 'REFUSED', 'MISSING')),
    attempts           int         not null,
    failures           int         not null,
    lookups            int         not null,
    sent_at            timestamptz,
    problem            text,
    warnings           text,
    tracker_id         varchar(64) unique,
    ticket_key         varchar(64),
    phase              varchar(16) check (phase in ('TO_DO', 'IN_PROGRESS', 'DONE')),
    status_name        varchar(255),
    tracker_due_date   date,
    priority_name      varchar(255),
    assignee_name      varchar(255),
    tracker_updated_at timestamptz,
    fetched_at         timestamptz,
    misses             int         not null,
    missing_since      timestamptz,
    version            bigint      not null,
    constraint linked_means_known check (state not in ('LINKED', 'MISSING') or tracker_id is not null)
);

create index ticket_state on ticket (state);

create table ticket_edit (
    id             bigint generated always as identity primary key,
    action_item    varchar(32) not null references action_item,
    -- one change for each reason; the same request a second time is the same change
    reason         varchar(100) not null,
    label          varchar(100) not null,
    comment        text        not null,
    raise_priority boolean     not null,
    due_date       date,
    requested_at   timestamptz not null,
    done_at        timestamptz,
    failures       int         not null default 0,
    refused        boolean     not null default false,
    not_before     timestamptz,
    problem        text,
    unique (action_item, reason)
);

create index ticket_edit_open on ticket_edit (id) where done_at is null and not refused;

create table ticket_hint (
    delivery_id varchar(200) primary key,
    ticket_id   varchar(64) not null,
    deleted     boolean     not null,
    received_at timestamptz not null,
    done_at     timestamptz
);

create index ticket_hint_open on ticket_hint (received_at) where done_at is null;
