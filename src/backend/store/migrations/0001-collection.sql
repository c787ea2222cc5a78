-- The collection: sources with their roles, decks, notes, cards; what the learner has of each card;
-- the append-only log of answers; quizzes; settings.

create table meta (
  name text primary key,
  value text not null
) strict;

create table setting (
  name text primary key,
  value_json text not null check (json_valid(value_json))
) strict;

create table source (
  source_id text primary key,
  bundle_id text unique,
  title text not null check (title <> ''),
  path text not null,
  format text not null check (format in ('text', 'markdown', 'html')),
  sha256 text not null check (length(sha256) = 64),
  text text not null,
  imported_at integer not null
) strict;
create index source_by_sha256 on source (sha256);

create table role (
  source_id text not null references source (source_id),
  role_id text not null,
  name text not null check (name <> ''),
  aliases_json text not null check (json_valid(aliases_json)),
  anchors_json text not null check (json_valid(anchors_json)),
  primary key (source_id, role_id)
) strict, without rowid;

create table responsibility (
  source_id text not null,
  responsibility_id text not null,
  role_id text not null,
  position integer not null,
  text text not null check (text <> ''),
  title text,
  passages_json text not null check (json_valid(passages_json)),
  primary key (source_id, responsibility_id),
  foreign key (source_id, role_id) references role (source_id, role_id)
) strict;

-- A source has one deck, and below it one deck for each role. `removed_at`: hidden, with all it holds.
create table deck (
  deck_id text primary key,
  parent_id text references deck (deck_id),
  source_id text not null references source (source_id),
  role_id text,
  name text not null check (name <> ''),
  position integer not null,
  removed_at integer
) strict;
create index deck_by_parent on deck (parent_id, position);
create index deck_by_source on deck (source_id);

-- Cards that ask for the same fact are siblings of one note.
create table note (
  note_id text primary key,
  source_id text not null references source (source_id),
  facts_json text not null check (json_valid(facts_json))
) strict;

-- What a card says. Written by import and by edits; `edit_json` is the learner's wording and wins.
create table card (
  card_id text primary key,
  note_id text not null references note (note_id),
  source_id text not null references source (source_id),
  role_id text,
  recipe text not null,
  type text not null check (type in ('basic', 'cloze', 'mcq', 'multi', 'tf', 'match', 'order')),
  prompt text not null check (prompt <> ''),
  answer text,
  choices_json text check (json_valid(choices_json)),
  items_json text check (json_valid(items_json)),
  explanation text,
  passages_json text not null check (json_valid(passages_json)),
  tags_json text not null check (json_valid(tags_json)),
  score real not null check (score between 0 and 1),
  content_rev text not null,
  edit_json text check (json_valid(edit_json))
) strict;
create index card_by_source on card (source_id);
create index card_by_note on card (note_id);

-- What the learner has of a card: a cache of the log, one narrow row a card, all that a queue needs.
-- `due_at` (learning, ms) or `due_day` (review), never both.
create table memory (
  card_id text primary key references card (card_id),
  deck_id text not null references deck (deck_id),
  note_id text not null references note (note_id),
  position integer not null,
  status text not null check (status in ('active', 'rejected', 'archived')),
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
create index memory_fresh on memory (deck_id, position) where state = 'new' and status = 'active';
create index memory_learning on memory (deck_id, due_at)
  where state in ('learning', 'relearning') and status = 'active';
create index memory_review on memory (deck_id, due_day) where state = 'review' and status = 'active';

-- Every answer and every undo, in the order of writing. Never changed, never deleted.
create table review (
  n integer primary key,
  review_id text not null unique,
  device text not null,
  card_id text not null references card (card_id),
  at integer not null,
  zone text not null,
  offset_min integer not null,
  rollover_hour integer not null check (rollover_hour between 0 and 23),
  study_day integer not null,
  kind text not null check (kind in ('study', 'undo')),
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
create index review_by_card on review (card_id, n);
create index review_by_day on review (study_day);
create trigger review_is_never_changed before update on review
  begin select raise(abort, 'reviews are append-only'); end;
create trigger review_is_never_deleted before delete on review
  begin select raise(abort, 'reviews are append-only'); end;

-- Totals of a study day, kept in the transaction of each answer; can be counted again from the log.
create table activity (
  study_day integer primary key,
  answers integer not null check (answers >= 0),
  passed integer not null check (passed >= 0),
  introduced integer not null check (introduced >= 0),
  reviews integer not null check (reviews >= 0),
  reviews_passed integer not null check (reviews_passed >= 0),
  took_ms integer not null check (took_ms >= 0),
  quiz_answers integer not null check (quiz_answers >= 0),
  -- Where the learner was when the day's first and last answers were given: journeys over the date line.
  first_at integer not null,
  first_zone text not null,
  last_at integer not null,
  last_zone text not null,
  rollover_hour integer not null
) strict;

-- Answers that make a day count, each from its day on: a changed goal acts on later days only.
create table goal (
  from_day integer primary key,
  answers integer not null check (answers > 0)
) strict;

create table quiz (
  quiz_id text primary key,
  seed text not null,
  decks_json text not null check (json_valid(decks_json)),
  minutes integer not null check (minutes > 0),
  study_day integer not null,
  started_at integer not null,
  ends_at integer not null check (ends_at > started_at),
  closed_at integer,
  closed_by text check (closed_by in ('learner', 'expired')),
  check ((closed_at is null) = (closed_by is null))
) strict;
create index quiz_by_start on quiz (started_at);

-- The question is kept as it was asked, so that a result reads the same for ever.
create table quiz_question (
  quiz_id text not null references quiz (quiz_id),
  n integer not null check (n >= 0),
  card_id text not null references card (card_id),
  question_json text not null check (json_valid(question_json)),
  chosen integer check (chosen >= 0),
  answered_at integer,
  primary key (quiz_id, n)
) strict, without rowid;
