-- A team's channel hears of that team's items only; with the team it goes.
alter table channel add column team bigint references team on delete cascade;
create index channel_by_team on channel (team);
