-- The log holds every step that can be taken back: answers, practice, and what is done with cards by hand (set aside,
-- suspended, flagged, reworded, deleted, begun anew, given a date). Taking a step back is a line, and so is doing it
-- again: it repeats the lines that were taken back.

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
  kind text not null check (kind in ('study', 'undo', 'due', 'cram', 'reset', 'date', 'bury', 'suspend', 'flag',
    'edit', 'delete', 'leech')),
  grade integer check (grade between 1 and 4),
  undo_of text unique references review (review_id),
  took_ms integer not null check (took_ms between 0 and 60000),
  desired_recall real check (desired_recall > 0 and desired_recall < 1),
  before_json text not null check (json_valid(before_json)),
  -- Where the line sent the card: to a step (ms), or to a day.
  step integer check (step >= 0),
  due_at integer,
  due_day integer,
  digest text not null check (length(digest) = 64),
  -- What the digest covers: 1 all but the place, which was filled in later; 2 the place too; 3 all of it.
  digest_form integer not null check (digest_form in (1, 2, 3)),
  -- Lines of one step share its id and are taken back together.
  step_id text not null,
  -- The line that was taken back and is repeated by this one, under its first instant and day.
  redo_of text unique references review (review_id),
  -- What a mark sets and what an edit writes, with what was there before; what was chosen for an answer.
  value_json text check (json_valid(value_json)),
  check ((kind in ('study', 'cram')) = (grade is not null)),
  check ((kind = 'study') = (desired_recall is not null)),
  check ((kind = 'undo') = (undo_of is not null)),
  check ((step is null) = (due_at is null)),
  check (due_at is null or due_day is null),
  check (kind in ('study', 'date') or due_day is null),
  check (kind = 'study' or due_at is null),
  check (kind <> 'study' or digest_form = 1 or due_at is not null or due_day is not null),
  check (kind <> 'date' or due_day is not null),
  check (kind not in ('bury', 'suspend', 'flag', 'edit', 'delete', 'leech') or value_json is not null),
  check (kind not in ('undo', 'due') or redo_of is null)
) strict;
insert into review_next
  select n, review_id, device, card_id, at, zone, offset_min, rollover_hour, study_day, kind, grade, undo_of,
    took_ms, desired_recall, before_json, step, due_at, due_day, digest, digest_form, review_id, null, null
  from review;
drop table review;
alter table review_next rename to review;
create index review_by_card on review (card_id, n);
create index review_by_day on review (study_day);
create index review_by_step on review (step_id);
create trigger review_is_never_changed before update on review
  begin select raise(abort, 'reviews are append-only'); end;
create trigger review_is_never_deleted before delete on review
  begin select raise(abort, 'reviews are append-only'); end;

-- What the learner has set on a card: a cache of the log too. `status` says whether it may be studied: it is
-- 'suspended' or 'deleted' where it would be 'active' but for a mark.
create table memory_next (
  card_id text primary key references card (card_id),
  deck_id text not null references deck (deck_id),
  note_id text not null references note (note_id),
  position integer not null,
  status text not null check (status in ('active', 'contested', 'suspended', 'deleted', 'rejected', 'archived')),
  revision integer not null check (revision >= 0),
  state text not null check (state in ('new', 'learning', 'relearning', 'review')),
  stability real check (stability > 0),
  difficulty real check (difficulty between 1 and 10),
  reps integer not null check (reps >= 0),
  lapses integer not null check (lapses >= 0),
  step integer check (step >= 0),
  last_review_at integer,
  last_study_day integer,
  due_at integer,
  due_day integer,
  is_suspended integer not null default 0 check (is_suspended in (0, 1)),
  is_deleted integer not null default 0 check (is_deleted in (0, 1)),
  -- The study day on which the card stays away.
  buried_day integer,
  -- 0 none, else one of seven.
  flag integer not null default 0 check (flag between 0 and 7),
  -- How often it had been forgotten when the learner said that it is in order.
  leech_settled integer check (leech_settled > 0),
  check ((state = 'new') = (stability is null)),
  check ((state = 'new') = (difficulty is null)),
  check ((state = 'new') = (last_review_at is null)),
  check ((state = 'new') = (last_study_day is null)),
  check ((state in ('learning', 'relearning')) = (due_at is not null)),
  check ((state in ('learning', 'relearning')) = (step is not null)),
  check ((state = 'review') = (due_day is not null)),
  check (status <> 'active' or (is_suspended = 0 and is_deleted = 0)),
  check (status <> 'suspended' or (is_suspended = 1 and is_deleted = 0)),
  check (status <> 'deleted' or is_deleted = 1)
) strict, without rowid;
insert into memory_next
  select card_id, deck_id, note_id, position, status, revision, state, stability, difficulty, reps, lapses, step,
    last_review_at, last_study_day, due_at, due_day, 0, 0, null, 0, null
  from memory;
drop table memory;
alter table memory_next rename to memory;
create index memory_fresh on memory (deck_id, position) where state = 'new' and status = 'active';
create index memory_learning on memory (deck_id, due_at)
  where state in ('learning', 'relearning') and status = 'active';
create index memory_review on memory (deck_id, due_day) where state = 'review' and status = 'active';
create index memory_due_day on memory (due_day, deck_id) where state = 'review' and status = 'active';
create index memory_often_forgotten on memory (lapses) where lapses >= 8;

-- Practice counts for the streak and for nothing else.
alter table activity add column practice integer not null default 0 check (practice >= 0);
