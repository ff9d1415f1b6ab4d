-- The time before which a site must not be called. What another site asked for does not hold for this one.
create table tracker_pause (
    site  text        not null,
    -- what a person may lift is kept apart from what the site asked for
    kind  varchar(16) not null,
    until timestamptz not null,
    why   text        not null,
    primary key (site, kind)
);

-- It does not say which site asked for it, and lasted a day at most.
delete from setting where name = 'ticket.tracker-pause';
