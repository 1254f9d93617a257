-- The durable copy of what the integration user can see, one set of rows per org.
-- Plain SQL that H2 2.4 and PostgreSQL 15 or later both understand.

create table mirror_org (
    org_id         varchar(18) not null primary key,
    time_zone      varchar(64) not null,
    currency       varchar(3)  not null,
    multi_currency boolean     not null
);

-- One row per record and source. A record hangs on its parent when its source names one, else on an account.
create table mirror_row (
    org_id     varchar(18)                 not null,
    source     varchar(80)                 not null,
    record_id  varchar(18)                 not null,
    object     varchar(80)                 not null,
    account_id varchar(18),
    parent_id  varchar(18),
    stamp      timestamp(3) with time zone not null,
    deleted    boolean                     not null,
    -- The key by which Plumbline knows its own records again, on the few that are its own.
    own_key    varchar(255),
    content    text                        not null,
    primary key (record_id, source, org_id)
);

-- The listed column comes first: H2 finds a list of Ids by an index only when the index begins with them.
create index mirror_row_by_account on mirror_row (account_id, org_id);
create index mirror_row_by_parent on mirror_row (parent_id, org_id);
create index mirror_row_by_source on mirror_row (org_id, source, record_id);

-- How far a source has been read with one field list; another field list starts from the beginning.
create table mirror_watermark (
    org_id      varchar(18)                 not null,
    source      varchar(80)                 not null,
    fingerprint varchar(64)                 not null,
    stamp       timestamp(3) with time zone not null,
    -- Whether a first reading has come to its end: before that, what is missing here may well be there.
    complete    boolean                     not null,
    primary key (org_id, source)
);

-- What the integration user could not see at the last extraction, and why. An empty field stands for the whole object.
create table mirror_gap (
    org_id varchar(18)  not null,
    source varchar(80)  not null,
    field  varchar(255) not null,
    reason text         not null,
    primary key (org_id, source, field)
);

-- What each plan said when it was last looked at, and the day on which that last became different. The basis is what
-- was looked at: with another one (a field newly mapped, or hidden) a difference says nothing.
create table plan_content (
    org_id      varchar(18) not null,
    plan_id     varchar(18) not null,
    basis       varchar(64) not null,
    fingerprint varchar(64) not null,
    changed_on  date,
    primary key (org_id, plan_id)
);
