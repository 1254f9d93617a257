-- How many rows of a source are live, kept with the rows: every sync asks it, and counting looks at all of them.

create table mirror_count (
    org_id varchar(18) not null,
    source varchar(80) not null,
    live   bigint      not null,
    primary key (org_id, source)
);
insert into mirror_count (org_id, source, live)
    select org_id, source, count(*) from mirror_row where not deleted and not absent group by org_id, source;
