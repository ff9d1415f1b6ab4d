-- one mail address, and one label, a line
alter table ticket_edit add column watchers text not null default '';
alter table ticket_edit add column labels_off text not null default '';
