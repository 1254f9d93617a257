-- The account's name in lower case, by which it is found whatever letters somebody types.
alter table journal_latest add column name_key varchar(255) default '' not null;
update journal_latest set name_key = lower(account_name);
create index journal_latest_by_name on journal_latest (name_key, org_id);
