-- How an org counts its fiscal years: the month they begin with, and whether they are called after the year they begin in.
-- The calendar year until it is read again.

alter table mirror_org add column fiscal_start_month integer default 1 not null;
alter table mirror_org add column fiscal_named_by_start boolean default false not null;
