-- Which instance works on an org. The token grows with every holder: who shows an older one has lost the lease.
create table org_lease (
    org_id     varchar(18)                 not null primary key,
    token      bigint                      not null,
    -- Empty when nobody works on the org.
    holder     varchar(255)                not null,
    taken_at   timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null
);
