-- Which Jira issues action items become, as written by administrators. Versions are added and never changed.
create table jira_mapping (
    version   integer     primary key check (version > 0),
    source    text        not null check (length(source) <= 100000),
    saved_by  text        not null,
    saved_at  timestamptz not null
);
