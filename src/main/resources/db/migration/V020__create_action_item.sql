create table postmortem_item_counter (
    postmortem    bigint primary key references postmortem,
    last_position int not null
);

create table action_item (
    id                varchar(32)  primary key,
    postmortem        bigint       not null references postmortem,
    position          int          not null,
    title             varchar(500) not null,
    description       text         not null,
    kind              varchar(16)  not null check (kind in ('PREVENT', 'DETECT', 'MITIGATE', 'PROCESS')),
    priority          varchar(2)   not null check (priority in ('P0', 'P1', 'P2', 'P3', 'P4')),
    priority_proposed boolean      not null,
    owner             varchar(64)  not null,
    owner_proposed    boolean      not null,
    due_date          date         not null,
    due_date_proposed boolean      not null,
    due_policy        varchar(100),
    done_in_document  boolean      not null,
    status            varchar(16)  not null check (status in ('PROPOSED', 'OPEN', 'SETTLED')),
    settlement        varchar(20) check (settlement in ('DONE', 'WONT_DO', 'HANDED_ELSEWHERE')),
    due_date_cycle    int          not null,
    armed_at          timestamptz,
    opened_at         timestamptz,
    settled_at        timestamptz,
    version           bigint       not null,
    unique (postmortem, position),
    constraint settled_says_how check ((status = 'SETTLED') = (settlement is not null)),
    constraint settled_says_when check ((status = 'SETTLED') = (settled_at is not null)),
    constraint followed_since check (status = 'PROPOSED' or (opened_at is not null and armed_at is not null))
);

create index action_item_open_by_due_date on action_item (due_date) where status = 'OPEN';
create index action_item_open_by_owner on action_item (owner, due_date) where status = 'OPEN';
