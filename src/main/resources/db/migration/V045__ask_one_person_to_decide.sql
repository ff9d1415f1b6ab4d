alter table action_item
    -- when its clock began to count, and what was its first last day: more time is measured by both
    add column clock_started_on date,
    add column first_due_date   date;

update action_item i
set clock_started_on = i.opened_at::date,
    first_due_date   = coalesce(
        (select e.due_date from escalation e where e.action_item = i.id and e.due_date_cycle = 1 order by e.id limit 1),
        i.due_date)
where i.status <> 'PROPOSED';

create table decision_question (
    id             bigint generated always as identity primary key,
    action_item    varchar(32) not null references action_item,
    due_date_cycle int         not null,
    asked_of       varchar(64) not null,
    asked_at       timestamptz not null,
    -- who owned it when it was answered
    owner          varchar(64),
    answer         varchar(16) check (answer in ('DO_BY', 'EXTEND', 'HAND_OVER', 'WONT_DO')),
    answered_by    varchar(64),
    day            date,
    person         varchar(64),
    reason         text,
    closed_at      timestamptz,
    -- an owner who wants to give up is not the one who says so: the next question asks somebody else to agree
    agreed         boolean,
    constraint an_answer_is_somebodys check ((answer is null) = (answered_by is null)),
    constraint an_answer_closes check (answer is null or closed_at is not null),
    constraint agreed_by_another check (answer <> 'WONT_DO' or agreed = (answered_by <> owner))
);

create unique index decision_question_open on decision_question (action_item) where closed_at is null;
create index decision_question_of on decision_question (asked_of) where closed_at is null;
create index decision_question_about on decision_question (action_item);

create table extension (
    action_item  varchar(32) not null references action_item,
    number       int         not null check (number between 1 and 2),
    counted_from date        not null,
    until_date   date        not null,
    window_days  int         not null check (window_days > 0),
    reason       text        not null check (reason <> ''),
    given_by     varchar(64) not null,
    given_at     timestamptz not null,
    primary key (action_item, number),
    constraint gives_time check (until_date > counted_from),
    constraint gives_half_the_window_at_most check (until_date - counted_from <= greatest(window_days / 2, 1))
);

create table promise (
    id             bigint generated always as identity primary key,
    action_item    varchar(32) not null references action_item,
    due_date_cycle int         not null,
    day            date        not null,
    latest         date        not null,
    promised_by    varchar(64) not null,
    promised_at    timestamptz not null,
    reason         text        not null,
    constraint promises_what_is_allowed check (day <= latest)
);
create index promise_about on promise (action_item, due_date_cycle);

create table hand_over (
    id          bigint generated always as identity primary key,
    action_item varchar(32) not null references action_item,
    from_owner  varchar(64) not null,
    to_person   varchar(64) not null check (to_person <> from_owner),
    offered_by  varchar(64) not null,
    offered_at  timestamptz not null,
    answer_by   timestamptz not null,
    reason      text        not null check (reason <> ''),
    state       varchar(16) not null check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN')),
    closed_at   timestamptz,
    words       text,
    constraint offered_is_open check ((state = 'OFFERED') = (closed_at is null))
);
create unique index hand_over_open on hand_over (action_item) where state = 'OFFERED';
create index hand_over_to on hand_over (to_person) where state = 'OFFERED';
create index hand_over_about on hand_over (action_item);
