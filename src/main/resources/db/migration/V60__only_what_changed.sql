-- What each account counts for in the rules that look at the whole org, as it was when the account was last judged, so that
-- only what changed is judged again. The listed column comes first, as in mirror_row.

create table journal_standing (
    account_id    varchar(18)  not null,
    org_id        varchar(18)  not null,
    account_name  varchar(255) not null,
    owner_name    varchar(255) not null,
    band          varchar(20)  not null,
    plan_currency varchar(20)  not null,
    health        integer,
    attention     double precision,
    why           text         not null,
    next_step     text         not null,
    -- Whether Salesforce held an earlier verdict of ours.
    judged_before boolean      not null,
    -- The Ids of all users whom the verdict rests on, each between two blanks.
    people        text         not null,
    primary key (account_id, org_id)
);
create index journal_standing_by_org on journal_standing (org_id);

-- Tasks of ours that count against somebody's limits, and the digests that are open or of this week.
create table journal_standing_task (
    account_id varchar(18)  not null,
    org_id     varchar(18)  not null,
    task_key   varchar(255) not null,
    owner_id   varchar(18),
    is_open    boolean      not null,
    created_at timestamp(3) with time zone,
    primary key (account_id, task_key, org_id)
);
create index journal_standing_task_by_owner on journal_standing_task (owner_id, org_id);

-- Tasks that accounts ask for, whether or not the limits of the person left room for them.
create table journal_wanted_task (
    account_id varchar(18)  not null,
    org_id     varchar(18)  not null,
    task_key   varchar(255) not null,
    owner_id   varchar(18)  not null,
    payload    text         not null,
    primary key (account_id, task_key, org_id)
);
create index journal_wanted_task_by_owner on journal_wanted_task (owner_id, org_id);

-- Accounts that the next run looks at whether or not anything changed.
create table journal_due (
    org_id     varchar(18) not null,
    account_id varchar(18) not null,
    primary key (org_id, account_id)
);

-- The day as of which all accounts of an org were judged last, and what all these verdicts rested on.
create table journal_judged (
    org_id varchar(18) not null primary key,
    as_of  date        not null,
    basis  varchar(64) not null
);

-- Of how many accounts a run judged some.
alter table journal_run add column accounts_total integer default 0 not null;
create index journal_settled_task_by_account on journal_settled_task (account_id, org_id);

-- What accounts must know of each other, derived from the rows of the mirror and kept in step with them.

-- The day up to which, and what, it was derived from; earlier activities than the last column says are left out.
create table derived_state (
    org_id          varchar(18) not null primary key,
    basis           varchar(64) not null,
    derived_on      date        not null,
    activities_from date        not null
);

-- Who owns an account, and below which one it hangs.
create table derived_account (
    account_id varchar(18) not null,
    org_id     varchar(18) not null,
    owner_id   varchar(18),
    parent_id  varchar(18),
    primary key (account_id, org_id)
);
create index derived_account_by_owner on derived_account (owner_id, org_id);
create index derived_account_by_parent on derived_account (parent_id, org_id);

-- The day of an activity that was done, for each user who took part.
create table derived_activity (
    activity_id varchar(18) not null,
    org_id      varchar(18) not null,
    user_id     varchar(18) not null,
    done_on     date        not null,
    primary key (activity_id, user_id, org_id)
);
create index derived_activity_by_user on derived_activity (user_id, org_id, done_on);

-- What an active plan says under a section, as numbers by which those that are alike are found, and which one is alike.
create table derived_section (
    account_id varchar(18)   not null,
    org_id     varchar(18)   not null,
    plan_id    varchar(18)   not null,
    section    varchar(80)   not null,
    identity   bigint        not null,
    bands      varchar(2000) not null,
    name       varchar(255)  not null,
    -- The account at the top of the hierarchy: those below one count as one customer.
    family     varchar(18)   not null,
    similarity double precision,
    like_name  varchar(255),
    primary key (account_id, plan_id, section, org_id)
);
create index derived_section_by_section on derived_section (section, org_id);
