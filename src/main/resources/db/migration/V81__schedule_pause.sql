-- Since when nothing begins by itself, and who said so; no row while the schedule goes on.
create table schedule_pause (
    since timestamp(3) with time zone not null,
    who   varchar(255)                not null
);
