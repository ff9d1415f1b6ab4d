-- Counts for each row that is shown; grouping would count everything before the first row can be shown.
create or replace view dashboard_postmortem as
select p.number,
       'PM-' || p.number as key,
       p.title,
       p.author,
       p.status,
       p.created_at,
       p.published_at,
       p.closed_at,
       i.items,
       i.settled,
       i.open,
       i.next_due_date
from postmortem p
left join lateral (
    select count(*)                                        as items,
           count(*) filter (where status = 'SETTLED')      as settled,
           count(*) filter (where status = 'OPEN')         as open,
           min(due_date) filter (where status = 'OPEN')    as next_due_date
    from action_item
    where postmortem = p.number
) i on true;
