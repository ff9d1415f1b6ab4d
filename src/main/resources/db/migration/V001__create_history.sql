create table history_entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    subject varchar(64) not null,
    actor   varchar(64) not null,
    action  varchar(64) not null,
    detail  text        not null
);

create index history_entry_subject on history_entry (subject text_pattern_ops, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'history_entry is append-only';
end
$$;

create trigger history_entry_is_append_only
    before update or delete or truncate on history_entry
    for each statement execute function refuse_change();

create table setting (
    name  varchar(64) primary key,
    value text not null
);
