-- why a finding does not apply to a postmortem, said by somebody who may review it
create table suppression (
    id            bigint generated always as identity primary key,
    postmortem    bigint       not null references postmortem,
    rule          varchar(64)  not null,
    -- of the words the finding is about, so that it holds as long as they do; empty for every finding of the rule
    fingerprint   varchar(64)  not null,
    -- what was set aside, as it was then
    message       text         not null,
    words         text         not null,
    reason        text         not null check (length(trim(reason)) > 0),
    suppressed_by varchar(64)  not null,
    suppressed_at timestamptz  not null,
    revoked_by    varchar(64),
    revoked_at    timestamptz,
    constraint revoked_by_somebody_at_some_time check ((revoked_by is null) = (revoked_at is null))
);

create index suppression_postmortem on suppression (postmortem, id);

-- a finding has at most one answer that holds
create unique index suppression_one_holds on suppression (postmortem, rule, fingerprint) where revoked_at is null;

create function refuse_suppression_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.revoked_at is null and new.revoked_at is not null
        and (new.id, new.postmortem, new.rule, new.fingerprint, new.message, new.words, new.reason,
             new.suppressed_by, new.suppressed_at)
          = (old.id, old.postmortem, old.rule, old.fingerprint, old.message, old.words, old.reason,
             old.suppressed_by, old.suppressed_at) then
        return new;
    end if;
    raise exception 'a suppression stays on record; it can only be revoked, once';
end
$$;

create trigger suppression_stays_on_record
    before update or delete on suppression
    for each row execute function refuse_suppression_change();

create trigger suppressions_are_never_emptied
    before truncate on suppression
    for each statement execute function refuse_suppression_change();
