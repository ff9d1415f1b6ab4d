alter table ticket
    -- since when its marker has been looked for in vain by a search that answered
    add column searched_since  timestamptz,
    -- when the next attempt is made, for people to see
    add column delayed_until   timestamptz,
    -- when to look for further tickets with its marker; only set when one answer to its creation was lost
    add column twin_search_at  timestamptz,
    -- keys of further open tickets with its marker
    add column twins           text;

create index ticket_twin_search on ticket (twin_search_at) where twin_search_at is not null;

create index ticket_hint_done on ticket_hint (done_at) where done_at is not null;
