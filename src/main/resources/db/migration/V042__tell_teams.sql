alter table escalation_told drop constraint escalation_told_audience_check;
alter table escalation_told add constraint escalation_told_audience_check
    check (audience in ('OWNER', 'AUTHOR', 'REVIEWER', 'LEAD', 'MANAGER', 'DIRECTOR'));
