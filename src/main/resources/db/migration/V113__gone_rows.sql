-- Which records are deleted or out of sight stands apart: as a column of the mirror it was looked for in every row, every night.

create table mirror_gone (
    org_id    varchar(18)                 not null,
    source    varchar(80)                 not null,
    record_id varchar(18)                 not null,
    -- Since when that is known, as the nightly run first found it so.
    since     timestamp(3) with time zone not null,
    primary key (org_id, source, record_id)
);
insert into mirror_gone (org_id, source, record_id, since)
    select org_id, source, record_id, gone_since from mirror_row where gone_since is not null;
alter table mirror_row drop column gone_since;
