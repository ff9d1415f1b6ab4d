create sequence postmortem_number;

create table postmortem (
    number          bigint primary key,
    title           varchar(250) not null,
    author          varchar(64)  not null,
    status          varchar(16)  not null check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'TRACKING', 'CLOSED')),
    revision        int          not null,
    created_at      timestamptz  not null,
    submitted_at    timestamptz,
    approved_by     varchar(64),
    approved_sha256 varchar(64),
    published_at    timestamptz,
    closed_at       timestamptz,
    review_comment  text,
    version         bigint       not null,
    -- nothing is published without an approval, and never by its author
    constraint published_means_approved check (
        status not in ('PUBLISHED', 'TRACKING', 'CLOSED')
        or (approved_by is not null and approved_sha256 is not null and published_at is not null)),
    constraint never_approved_by_its_author check (approved_by is null or approved_by <> author)
);

create index postmortem_status on postmortem (status, number desc);

create table postmortem_revision (
    postmortem bigint      not null references postmortem,
    revision   int         not null,
    source     text        not null,
    sha256     varchar(64)    not null,
    created_by varchar(64) not null,
    created_at timestamptz not null,
    primary key (postmortem, revision)
);

create function refuse_revision_change() returns trigger language plpgsql as $$
begin
    raise exception 'a revision is immutable';
end
$$;

create trigger postmortem_revision_is_immutable
    before update or delete on postmortem_revision
    for each row execute function refuse_revision_change();

create table review_verdict (
    id         bigint generated always as identity primary key,
    postmortem bigint      not null references postmortem,
    revision   int         not null,
    sha256     varchar(64)    not null,
    reviewer   varchar(64) not null,
    verdict    varchar(20) not null check (verdict in ('APPROVE', 'REQUEST_CHANGES')),
    comment    text        not null,
    decided_at timestamptz not null,
    foreign key (postmortem, revision) references postmortem_revision
);

-- a text is approved at most once
create unique index review_verdict_one_approval on review_verdict (postmortem, revision) where verdict = 'APPROVE';
