-- Each state of an action item that its ladder goes by, from the instant it began; never changed afterwards.
create table action_item_state (
    id             bigint generated always as identity primary key,
    -- checked at the end of the transaction: a state may be written before the item that has it
    action_item    varchar(32) not null references action_item deferrable initially deferred,
    at             timestamptz not null,
    status         varchar(16) not null,
    priority       varchar(2)  not null,
    owner          varchar(64) not null,
    owner_proposed boolean     not null,
    due_date       date        not null,
    due_date_cycle int         not null,
    opened_at      timestamptz not null,
    armed_at       timestamptz not null,
    -- false: put together from the history that was kept before states were
    recorded       boolean     not null
);

create index action_item_state_by_item on action_item_state (action_item, id);

-- When the application could tell nobody: the time machine jumped over it, or it did not run.
create table escalation_gap (
    id         bigint generated always as identity primary key,
    from_at    timestamptz not null,
    until_at   timestamptz not null check (until_at > from_at)
);
