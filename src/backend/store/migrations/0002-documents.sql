-- Documents come from Word and PDF files too, keep the key by which a changed one is recognised, count their
-- versions, and carry the learner's fixes of their roles. Cards may pair things.

create table source_next (
  source_id text primary key,
  bundle_id text unique,
  title text not null check (title <> ''),
  path text not null,
  format text not null check (format in ('text', 'markdown', 'html', 'docx', 'pdf')),
  sha256 text not null check (length(sha256) = 64),
  text text not null,
  imported_at integer not null,
  -- A role file's own id, else null: then the file's name tells which document came again.
  document_key text,
  -- 1 for the first reading, one more for each changed document that replaced it.
  version integer not null default 1 check (version >= 1),
  -- The learner's fixes of roles ("these are one", "not a role", renamed): applied before cards are made.
  fixes_json text not null default '[]' check (json_valid(fixes_json))
) strict;
insert into source_next (source_id, bundle_id, title, path, format, sha256, text, imported_at)
  select source_id, bundle_id, title, path, format, sha256, text, imported_at from source;
drop table source;
alter table source_next rename to source;
create index source_by_sha256 on source (sha256);
create index source_by_document_key on source (document_key);

alter table card add column pairs_json text check (json_valid(pairs_json));
