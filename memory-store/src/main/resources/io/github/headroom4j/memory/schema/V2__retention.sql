-- When an original was last put, found or renewed, to the hour. Those from before count from the migration on.
alter table headroom_original add column used_at timestamp with time zone default current_timestamp not null;

-- How many bytes the content has.
alter table headroom_original add column stored_bytes integer;
update headroom_original set stored_bytes = octet_length(content);
alter table headroom_original alter column stored_bytes set not null;

create index headroom_original_used_at on headroom_original (used_at);
