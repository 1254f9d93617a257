-- A row that the org no longer shows, although nobody saw it deleted: neither live nor deleted, but out of sight.
alter table mirror_row add column absent boolean default false not null;

-- When the mirror of a source was last compared with the org, row by row.
create table mirror_reconciled (
    org_id        varchar(18)                 not null,
    source        varchar(80)                 not null,
    reconciled_at timestamp(3) with time zone not null,
    primary key (org_id, source)
);

-- What became different since the accounts were last judged: a record, or with an empty Id a whole source.
create table mirror_touched (
    org_id    varchar(18) not null,
    source    varchar(80) not null,
    record_id varchar(18) not null,
    primary key (org_id, source, record_id)
);

-- A first reading that the org gathers as one large answer: the end of its window, and where to go on with it.
create table mirror_stream (
    org_id      varchar(18)                 not null,
    source      varchar(80)                 not null,
    fingerprint varchar(64)                 not null,
    until       timestamp(3) with time zone not null,
    place       varchar(1000)               not null,
    primary key (org_id, source)
);
