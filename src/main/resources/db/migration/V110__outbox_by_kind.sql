-- What kind of call a change takes and how long it is, so that what is to be sent is put in order without being read.
alter table outbox add column lane varchar(10) default 'ACCOUNTS' not null;
alter table outbox add column size integer default 0 not null;
