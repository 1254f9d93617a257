-- Whether a row is live stands in the index, too: what is counted or listed needs no look at the rows, which are long.

drop index mirror_row_by_source;
create index mirror_row_by_source on mirror_row (org_id, source, record_id, deleted, absent);
