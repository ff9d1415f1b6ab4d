alter table action_item
    -- the ticket its text names already, as a key or an address; then none is made
    add column existing_ticket varchar(300);
