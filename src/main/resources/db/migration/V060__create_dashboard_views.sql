create view dashboard_action_item as
select i.id,
       'PM-' || i.postmortem as postmortem,
       i.postmortem          as postmortem_number,
       i.position,
       p.title               as postmortem_title,
       p.author,
       i.title,
       i.description,
       i.kind,
       i.priority,
       i.priority_proposed,
       i.owner,
       i.owner_proposed,
       i.due_date,
       i.due_date_proposed,
       i.due_policy,
       i.status,
       i.settlement,
       i.opened_at,
       i.settled_at,
       t.state               as ticket_state,
       t.ticket_key,
       t.status_name         as ticket_status,
       t.problem             as ticket_problem
from action_item i
join postmortem p on p.number = i.postmortem
left join ticket t on t.action_item = i.id;

create view dashboard_postmortem as
select p.number,
       'PM-' || p.number                                 as key,
       p.title,
       p.author,
       p.status,
       p.created_at,
       p.published_at,
       p.closed_at,
       count(i.id)                                       as items,
       count(i.id) filter (where i.status = 'SETTLED')   as settled,
       count(i.id) filter (where i.status = 'OPEN')      as open,
       min(i.due_date) filter (where i.status = 'OPEN')  as next_due_date
from postmortem p
left join action_item i on i.postmortem = p.number
group by p.number;
