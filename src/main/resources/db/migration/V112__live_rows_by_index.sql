-- Whether a row is live, and its stamp, stand in the index, too: what is counted, listed or compared with the org by its stamp
-- needs no look at the rows, which are long.

drop index mirror_row_by_source;
create index mirror_row_by_source on mirror_row (org_id, source, record_id, deleted, absent, stamp);
