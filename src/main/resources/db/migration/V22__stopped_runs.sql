-- Runs that stopped at the bounds before writing, with the numbers that a person can accept.
create table journal_stop (
    run_id     bigint                      not null primary key references journal_run (id),
    org_id     varchar(18)                 not null,
    stopped_at timestamp(3) with time zone not null,
    touched    integer                     not null,
    flipped    integer                     not null,
    new_tasks  integer                     not null
);

-- By which what is older than it has to be kept is found.
create index journal_effect_by_age on journal_effect (org_id, settled_at);
create index journal_run_by_age on journal_run (org_id, started_at);
