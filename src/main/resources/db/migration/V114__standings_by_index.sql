-- The accounts in numbers, and those that need attention most, are found in an index, with no look at the rows, which are long.

drop index journal_standing_by_org;
create index journal_standing_alike on journal_standing (org_id, band, plan_currency, judged_before);
create index journal_standing_by_attention on journal_standing (org_id, attention desc, account_id);
