-- The states of items from before states were kept, out of the history. Owners are the present ones: the history
-- names them as people are called and not by their login names.
insert into action_item_state (action_item, at, status, priority, owner, owner_proposed, due_date, due_date_cycle,
        opened_at, armed_at, recorded)
with deed as (
    select h.id, h.subject as item, h.at, h.action,
           substring(h.detail from '^From (\S+) to ') as before,
           substring(h.detail from ' to (\S+)$')      as after
    from history_entry h
    join action_item i on i.id = h.subject
    where h.action in ('opened', 'rescheduled', 'prioritised', 'settled', 'reopened')
      and i.opened_at is not null
      and not exists (select from action_item_state s where s.action_item = i.id)
), cycle as (
    select d.*,
           d.action in ('opened', 'reopened')
               or d.action = 'rescheduled' and d.is_open
               -- done already when it was published: nothing was opened
               or d.action = 'settled' and not d.was_opened as begins
    from (select deed.*,
                 coalesce(max(id) filter (where action in ('opened', 'reopened')) over so_far, 0)
                     > coalesce(max(id) filter (where action = 'settled') over so_far, 0) as is_open,
                 count(*) filter (where action in ('opened', 'settled')) over before_it > 0 as was_opened
          from deed
          window so_far as (partition by item order by id),
                 before_it as (partition by item order by id rows between unbounded preceding and 1 preceding)) d
)
select c.item,
       c.at,
       case when c.is_open then 'OPEN' else 'SETTLED' end,
       coalesce(
           (select p.after from deed p where p.item = c.item and p.action = 'prioritised' and p.id <= c.id
               order by p.id desc limit 1),
           (select p.before from deed p where p.item = c.item and p.action = 'prioritised' and p.id > c.id
               order by p.id limit 1),
           i.priority),
       i.owner,
       i.owner_proposed,
       coalesce(
           (select r.after from deed r where r.item = c.item and r.action = 'rescheduled' and r.id <= c.id
               order by r.id desc limit 1),
           (select r.before from deed r where r.item = c.item and r.action = 'rescheduled' and r.id > c.id
               order by r.id limit 1),
           i.due_date::text)::date,
       (select count(*) from cycle b where b.item = c.item and b.begins and b.id <= c.id),
       i.opened_at,
       coalesce((select max(b.at) from cycle b where b.item = c.item and b.begins and b.id <= c.id), i.opened_at),
       false
from cycle c
join action_item i on i.id = c.item
where c.id >= (select min(o.id) from deed o where o.item = c.item and o.action in ('opened', 'settled'))
order by c.id;

-- Items of whose life the history tells nothing are taken as they are now.
insert into action_item_state (action_item, at, status, priority, owner, owner_proposed, due_date, due_date_cycle,
        opened_at, armed_at, recorded)
select i.id, begun.at, begun.status, i.priority, i.owner, i.owner_proposed, i.due_date, i.due_date_cycle,
       i.opened_at, coalesce(i.armed_at, i.opened_at), false
from action_item i
cross join lateral (values (i.opened_at, 'OPEN'), (i.settled_at, 'SETTLED')) begun (at, status)
where i.opened_at is not null
  and begun.at is not null
  and not exists (select from action_item_state s where s.action_item = i.id)
order by i.id, begun.at, begun.status;
