create view dashboard_message as
select id, state, attempts, created_at
from message;
