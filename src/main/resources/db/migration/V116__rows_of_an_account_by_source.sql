-- What hangs on an account, or on nothing, is found by its source as well, with no look at what else hangs there. An H2 whose first
-- filling was cut off may lack the index.

drop index if exists mirror_row_by_account;
create index mirror_row_by_account on mirror_row (account_id, org_id, source, parent_id);
