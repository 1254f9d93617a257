-- Since when a record is known to be deleted or out of sight, as the nightly run first found it so.
alter table mirror_row add column gone_since timestamp(3) with time zone;

-- Names of people that stand in Salesforce no longer, until the next nightly run takes them out of all texts.
create table mirror_old_name (
    org_id varchar(18)  not null,
    name   varchar(255) not null,
    primary key (org_id, name)
);
