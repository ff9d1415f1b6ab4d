drop view dashboard_message;

create view dashboard_undelivered as
select 'mail' as kind, id, recipient as destination, subject as what, state, attempts, next_attempt_at, last_error,
       created_at
from message
where state = 'FAILED' or state = 'QUEUED' and attempts > 0
union all
select 'channel', d.id, c.name, d.type || ' ' || d.about, d.state, d.attempts,
       greatest(d.next_attempt_at, c.not_before), d.last_error, d.created_at
from delivery d join channel c on c.id = d.channel
where d.state = 'FAILED' or d.state = 'QUEUED' and d.attempts > 0;
