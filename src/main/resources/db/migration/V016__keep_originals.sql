-- The file a text came in, byte for byte; a text that was typed is its own file in UTF-8.
create table postmortem_original (
    postmortem bigint       not null,
    revision   int          not null,
    content    bytea        not null,
    size       int          not null check (size = octet_length(content)),
    sha256     varchar(64)  not null check (sha256 = encode(sha256(content), 'hex')),
    kind       varchar(16)  not null check (kind in ('MARKDOWN', 'PLAIN', 'HTML', 'DOCX', 'EML')),
    charset    varchar(64),
    file_name  varchar(200),
    media_type varchar(200),
    changed    boolean      not null,
    primary key (postmortem, revision),
    foreign key (postmortem, revision) references postmortem_revision
);

insert into postmortem_original (postmortem, revision, content, size, sha256, kind, charset, changed)
select postmortem,
       revision,
       convert_to(source, 'UTF8'),
       octet_length(convert_to(source, 'UTF8')),
       encode(sha256(convert_to(source, 'UTF8')), 'hex'),
       case when source ~ '(^|\n)#{1,6} ' then 'MARKDOWN' else 'PLAIN' end,
       'UTF-8',
       false
from postmortem_revision;

create trigger postmortem_original_is_immutable
    before update or delete on postmortem_original
    for each row execute function refuse_revision_change();
