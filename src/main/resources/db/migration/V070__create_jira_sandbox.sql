create schema jira_sandbox;

create sequence jira_sandbox.issue_number;

create table jira_sandbox.issue (
    id  bigint primary key,
    doc jsonb  not null
);
