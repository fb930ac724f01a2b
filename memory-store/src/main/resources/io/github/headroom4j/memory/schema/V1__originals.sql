create table headroom_original (
    -- The SHA-256 of the scope: any scope fits, whatever its length and characters and the database's collation.
    scope varchar(64) not null,
    short_ref varchar(12) not null,
    sha256 varchar(64) not null,
    content ${bytes} not null,
    text_length integer not null,
    -- For administration only.
    created_at timestamp with time zone default current_timestamp not null,
    constraint headroom_original_pk primary key (scope, short_ref)
);
