-- Changes that the org refuses for a reason that does not pass by itself, so that they are tried with patience.
create table quarantine (
    org_id          varchar(18)                 not null,
    change_key      varchar(255)                not null,
    account_id      varchar(18)                 not null,
    -- By what it is seen that the change, or the object it goes to, is another one now.
    payload         varchar(64)                 not null,
    schema_print    varchar(64)                 not null,
    code            varchar(80)                 not null,
    message         text                        not null,
    since           timestamp(3) with time zone not null,
    last_attempt_at timestamp(3) with time zone not null,
    attempts        integer                     not null,
    -- The day of 24 hours in which attempts are counted against the most that one day may have.
    day_began_at    timestamp(3) with time zone not null,
    attempts_of_day integer                     not null,
    primary key (org_id, change_key)
);
