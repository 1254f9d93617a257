-- How dates and numbers stand in the sentences about an org's accounts, as a language tag; "und" until it is read again.

alter table mirror_org add column locale varchar(40) default 'und' not null;
