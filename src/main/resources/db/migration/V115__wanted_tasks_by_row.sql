-- What ranks a task that an account asks for stands in its row and in the index by person: its text is read of the few alone that
-- a digest names.

alter table journal_wanted_task add column attention double precision default 0 not null;
alter table journal_wanted_task add column due_on date;
update journal_wanted_task set
    attention = coalesce((select s.attention from journal_standing s
        where s.account_id = journal_wanted_task.account_id and s.org_id = journal_wanted_task.org_id), 0),
    due_on = cast(substring(payload from position('"due":"' in payload) + 7 for 10) as date);
alter table journal_wanted_task alter column due_on set not null;
drop index journal_wanted_task_by_owner;
create index journal_wanted_task_by_owner on journal_wanted_task (owner_id, org_id, attention, account_id, due_on, task_key);
