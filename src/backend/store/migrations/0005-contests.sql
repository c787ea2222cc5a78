-- A card may be contested: it says something wrong, ambiguous or outdated. It leaves the queue, quizzes and figures
-- until that is settled, and comes back with its schedule as it was.

create table memory_next (
  card_id text primary key references card (card_id),
  deck_id text not null references deck (deck_id),
  note_id text not null references note (note_id),
  position integer not null,
  status text not null check (status in ('active', 'contested', 'rejected', 'archived')),
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
  check ((state = 'new') = (stability is null)),
  check ((state = 'new') = (difficulty is null)),
  check ((state = 'new') = (last_review_at is null)),
  check ((state = 'new') = (last_study_day is null)),
  check ((state in ('learning', 'relearning')) = (due_at is not null)),
  check ((state in ('learning', 'relearning')) = (step is not null)),
  check ((state = 'review') = (due_day is not null))
) strict, without rowid;
insert into memory_next
  select card_id, deck_id, note_id, position, status, revision, state, stability, difficulty, reps, lapses, step,
    last_review_at, last_study_day, due_at, due_day
  from memory;
drop table memory;
alter table memory_next rename to memory;
create index memory_fresh on memory (deck_id, position) where state = 'new' and status = 'active';
create index memory_learning on memory (deck_id, due_at)
  where state in ('learning', 'relearning') and status = 'active';
create index memory_review on memory (deck_id, due_day) where state = 'review' and status = 'active';

create table contest (
  contest_id text primary key,
  card_id text not null references card (card_id),
  fault text not null check (fault in ('wrong', 'ambiguous', 'outdated')),
  note text not null,
  -- The question as it was asked, with its key and passages: the list reads the same whatever becomes of the card.
  asked_json text not null check (json_valid(asked_json)),
  -- What the card's status was: only an active card leaves the queue by being contested.
  status_before text not null check (status_before in ('active', 'rejected', 'archived')),
  opened_at integer not null,
  opened_day integer not null,
  settled_at integer,
  outcome text check (outcome in ('kept', 'edited', 'rejected', 'withdrawn')),
  -- Why it was rejected.
  reason text check (reason in ('wrong', 'ambiguous', 'outdated', 'trivial', 'worded')),
  -- The learner's wording before it was settled by an edit.
  edit_before_json text check (json_valid(edit_before_json)),
  check ((settled_at is null) = (outcome is null)),
  check ((outcome is 'rejected') = (reason is not null))
) strict;
create unique index contest_open on contest (card_id) where settled_at is null;
create index contest_by_card on contest (card_id);
