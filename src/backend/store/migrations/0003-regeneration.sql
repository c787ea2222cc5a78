-- A changed document replaces its earlier version. Earlier texts stay; a card keeps its id under the new
-- generation; every update keeps its list of changes; the log can say that a card became due.

create table source_version (
  source_id text not null references source (source_id),
  version integer not null check (version >= 1),
  path text not null,
  format text not null check (format in ('text', 'markdown', 'html', 'docx', 'pdf')),
  sha256 text not null check (length(sha256) = 64),
  text text not null,
  imported_at integer not null,
  primary key (source_id, version)
) strict;

-- In this version of its source the card was generated under another id than its own.
create table card_alias (
  source_id text not null references source (source_id),
  version integer not null check (version >= 2),
  generated_id text not null,
  card_id text not null references card (card_id),
  primary key (source_id, version, generated_id)
) strict, without rowid;
create index card_alias_by_generated_id on card_alias (source_id, generated_id);

-- One row for each change of a document, with how many cards stayed, moved, changed and so on.
create table source_update (
  source_id text not null references source (source_id),
  version integer not null check (version >= 2),
  counts_json text not null check (json_valid(counts_json)),
  primary key (source_id, version)
) strict, without rowid;

-- What an update did to a card: how it read before and after, with its passages. `due_id`: the line of the log
-- that made the card due because the fact itself differs.
create table source_change (
  source_id text not null,
  version integer not null,
  n integer not null check (n >= 0),
  kind text not null check (kind in ('reworded', 'changed', 'new', 'gone')),
  card_id text not null references card (card_id),
  role_name text not null,
  before_json text check (json_valid(before_json)),
  after_json text check (json_valid(after_json)),
  due_id text unique references review (review_id),
  primary key (source_id, version, n),
  foreign key (source_id, version) references source_update (source_id, version),
  check ((kind = 'gone') = (after_json is null)),
  check (kind = 'new' or before_json is not null)
) strict, without rowid;
create index source_change_by_card on source_change (card_id, version);

-- 1: the document's wording changed beneath the learner's own, who has not chosen between the two yet.
alter table card add column edit_is_behind integer not null default 0
  check (edit_is_behind = 0 or (edit_is_behind = 1 and edit_json is not null));

-- Which documents share facts.
create index responsibility_by_id on responsibility (responsibility_id);

-- The log of answers takes a third kind of line: `due`, the card became due on that day.
create table review_next (
  n integer primary key,
  review_id text not null unique,
  device text not null,
  card_id text not null references card (card_id),
  at integer not null,
  zone text not null,
  offset_min integer not null,
  rollover_hour integer not null check (rollover_hour between 0 and 23),
  study_day integer not null,
  kind text not null check (kind in ('study', 'undo', 'due')),
  grade integer check (grade between 1 and 4),
  undo_of text unique references review (review_id),
  took_ms integer not null check (took_ms between 0 and 60000),
  desired_recall real check (desired_recall > 0 and desired_recall < 1),
  before_json text not null check (json_valid(before_json)),
  digest text not null check (length(digest) = 64),
  check ((kind = 'study') = (grade is not null)),
  check ((kind = 'study') = (desired_recall is not null)),
  check ((kind = 'undo') = (undo_of is not null))
) strict;
insert into review_next
  select n, review_id, device, card_id, at, zone, offset_min, rollover_hour, study_day, kind, grade, undo_of,
    took_ms, desired_recall, before_json, digest
  from review;
drop table review;
alter table review_next rename to review;
create index review_by_card on review (card_id, n);
create index review_by_day on review (study_day);
create trigger review_is_never_changed before update on review
  begin select raise(abort, 'reviews are append-only'); end;
create trigger review_is_never_deleted before delete on review
  begin select raise(abort, 'reviews are append-only'); end;
