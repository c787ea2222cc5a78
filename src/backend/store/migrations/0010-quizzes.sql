-- Quizzes keep how they were set up and how much of their time has gone by their own clock; answers take more forms, carry a
-- flag and how sure the learner was; answers may feed the schedule, as lines of the log of a kind of their own.

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
    'edit', 'delete', 'leech', 'quiz')),
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
  check ((kind in ('study', 'cram', 'quiz')) = (grade is not null)),
  check ((kind in ('study', 'quiz')) = (desired_recall is not null)),
  check ((kind = 'undo') = (undo_of is not null)),
  check ((step is null) = (due_at is null)),
  check (due_at is null or due_day is null),
  check (kind in ('study', 'quiz', 'date') or due_day is null),
  check (kind in ('study', 'quiz') or due_at is null),
  check (kind not in ('study', 'quiz') or digest_form = 1 or due_at is not null or due_day is not null),
  check (kind <> 'date' or due_day is not null),
  check (kind not in ('bury', 'suspend', 'flag', 'edit', 'delete', 'leech') or value_json is not null),
  check (kind not in ('undo', 'due') or redo_of is null)
) strict;
insert into review_next
  select n, review_id, device, card_id, at, zone, offset_min, rollover_hour, study_day, kind, grade, undo_of,
    took_ms, desired_recall, before_json, step, due_at, due_day, digest, digest_form, step_id, redo_of, value_json
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

create table quiz_next (
  quiz_id text primary key,
  -- Drawn by the seed and the number of the attempt.
  seed text not null,
  attempt integer not null check (attempt > 0),
  plan_json text not null check (json_valid(plan_json)),
  -- Questions that the attempt before had asked too, because there were no others.
  repeats integer not null check (repeats >= 0),
  study_day integer not null,
  started_at integer not null,
  -- How much of the time had gone at the latest reading of both clocks; a monotonic time holds within its process only.
  elapsed_ms real not null check (elapsed_ms >= 0),
  mono_ms real not null,
  wall_at integer not null,
  process text not null,
  is_asleep integer not null check (is_asleep in (0, 1)),
  -- Where questions come one after the other: the one on screen, and the time that had gone when it came.
  turn integer not null check (turn >= 0),
  turn_since_ms real not null check (turn_since_ms >= 0),
  closed_at integer,
  closed_by text check (closed_by in ('learner', 'expired')),
  check ((closed_at is null) = (closed_by is null))
) strict;
-- Earlier quizzes ended at a stored instant: that is an exam whose clock was read last when it began, or when it was closed.
insert into quiz_next
  select quiz_id, seed, 1,
    json_object('deckIds', json(decks_json), 'search', '', 'cardIds', null,
      'questionCount', (select count(*) from quiz_question where quiz_question.quiz_id = quiz.quiz_id),
      'kinds', json('["single","truth"]'), 'minutes', minutes, 'secondsPerQuestion', null, 'mode', 'exam',
      'isNegative', json('false'), 'isPartial', json('true'), 'passMark', null, 'asksSureness', json('false'),
      'isShuffled', json('true'), 'isSequential', json('false'), 'feeds', json('false'), 'seed', null, 'form', 1),
    0, study_day, started_at, max(0, ifnull(closed_at, started_at) - started_at), 0, ifnull(closed_at, started_at),
    'before', 0, 0, 0, closed_at, closed_by
  from quiz;

create table quiz_question_next (
  quiz_id text not null references quiz (quiz_id),
  n integer not null check (n >= 0),
  card_id text not null references card (card_id),
  question_json text not null check (json_valid(question_json)),
  -- A number, a list of numbers, or what was typed; null: no answer.
  answer_json text check (json_valid(answer_json)),
  answered_at integer,
  sure text check (sure in ('low', 'mid', 'high')),
  is_flagged integer not null check (is_flagged in (0, 1)),
  primary key (quiz_id, n)
) strict, without rowid;
insert into quiz_question_next
  select quiz_id, n, card_id, question_json, json(chosen), answered_at, null, 0
  from quiz_question;
drop table quiz_question;
drop table quiz;
alter table quiz_next rename to quiz;
alter table quiz_question_next rename to quiz_question;
create index quiz_by_start on quiz (started_at);
create index quiz_question_by_card on quiz_question (card_id);

-- Set-ups that the learner keeps by name.
create table quiz_template (
  template_id text primary key,
  name text not null check (name <> ''),
  plan_json text not null check (json_valid(plan_json)),
  saved_at integer not null
) strict;
