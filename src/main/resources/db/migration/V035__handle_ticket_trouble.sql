alter table ticket
    -- the ticket that the item names and that is taken instead of making one; gone once a person wants a new one
    add column attach_to varchar(300),
    -- asked for after its process had gone on: made by the desk, as no task of the engine waits for it
    add column by_desk   boolean not null default false;

create index ticket_by_desk on ticket (action_item) where by_desk and state in ('REQUESTED', 'SENDING', 'UNKNOWN');

alter table ticket_hint
    -- who deleted it, as the tracker said in the signed message
    add column who varchar(255);

-- What people did to a ticket in the tracker against what was promised here. Never changed afterwards.
create table ticket_drift (
    id          bigint generated always as identity primary key,
    action_item varchar(32)  not null references action_item,
    kind        varchar(20)  not null
        check (kind in ('DELETED', 'HIDDEN', 'MOVED', 'REASSIGNED', 'DUE_DATE_PUSHED', 'PRIORITY_LOWERED', 'WONT_DO')),
    detail      text         not null,
    who         varchar(255) not null,
    happened_at timestamptz  not null,
    noticed_at  timestamptz  not null,
    -- whether a person has to say something to it
    flagged     boolean      not null
);

create index ticket_drift_flagged on ticket_drift (action_item) where flagged;

-- Trouble a person has looked at and lets be; it comes back when it changes.
create table ticket_dismissal (
    action_item varchar(32) not null references action_item,
    kind        varchar(20) not null,
    why         text        not null,
    reason      text        not null,
    actor       varchar(64) not null,
    at          timestamptz not null
);

create index ticket_dismissal_item on ticket_dismissal (action_item);
