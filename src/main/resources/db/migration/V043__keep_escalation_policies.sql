create table escalation_policy (
    version    int primary key,
    name       varchar(100) not null,
    dmn        text         not null,
    sha256     varchar(64)  not null,
    note       varchar(200) not null,
    created_by varchar(64)  not null,
    created_at timestamptz  not null
);

create table escalation_policy_activation (
    id           bigint generated always as identity primary key,
    version      int         not null references escalation_policy,
    activated_by varchar(64) not null,
    activated_at timestamptz not null
);
