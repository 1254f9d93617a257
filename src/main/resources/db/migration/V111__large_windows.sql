-- Where the window of a large answer begins: not at the beginning of time any more, since what changed may be much, too.

alter table mirror_stream add column since timestamp(3) with time zone;
