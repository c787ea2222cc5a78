-- The log keeps where each answer sent its card, so that folding it needs no rules of scheduling; decks may have options
-- of their own; limits can be lifted for a day; parameters can be fitted to the learner.

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
  -- Where the answer sent the card: to a step (ms), or to a day.
  step integer check (step >= 0),
  due_at integer,
  due_day integer,
  digest text not null check (length(digest) = 64),
  -- What the digest covers: 1 all but the place, which was filled in later; 2 the place too.
  digest_form integer not null check (digest_form in (1, 2)),
  check ((kind = 'study') = (grade is not null)),
  check ((kind = 'study') = (desired_recall is not null)),
  check ((kind = 'undo') = (undo_of is not null)),
  check ((step is null) = (due_at is null)),
  check (due_at is null or due_day is null),
  check (kind = 'study' or (due_at is null and due_day is null)),
  check (kind <> 'study' or digest_form = 1 or due_at is not null or due_day is not null)
) strict;

-- What an earlier answer led to stands in the line of that card after it, or, for the last one, in the card's state.
insert into review_next
  select n, review_id, device, card_id, at, zone, offset_min, rollover_hour, study_day, kind, grade, undo_of,
    took_ms, desired_recall, before_json,
    iif(kind = 'study' and after ->> 'kind' in ('learning', 'relearning'), after ->> 'step', null),
    iif(kind = 'study' and after ->> 'kind' in ('learning', 'relearning'), after ->> 'dueAt', null),
    iif(kind = 'study' and after ->> 'kind' = 'review', after ->> 'dueDay', null),
    digest, 1
  from (
    select review.*,
      coalesce(
        lead(before_json) over (partition by card_id order by n),
        json_object('kind', state, 'step', step, 'dueAt', due_at, 'dueDay', due_day)
      ) as after
    from review
    left join memory using (card_id)
  )
  order by n;
drop table review;
alter table review_next rename to review;
create index review_by_card on review (card_id, n);
create index review_by_day on review (study_day);
create trigger review_is_never_changed before update on review
  begin select raise(abort, 'reviews are append-only'); end;
create trigger review_is_never_deleted before delete on review
  begin select raise(abort, 'reviews are append-only'); end;

-- How many cards are due on a day, in all decks.
create index memory_due_day on memory (due_day, deck_id) where state = 'review' and status = 'active';

-- What a deck has of its own; null takes it from the deck above, and at last from the settings.
create table deck_option (
  deck_id text primary key references deck (deck_id),
  desired_recall real check (desired_recall between 0.7 and 0.97),
  new_per_day integer check (new_per_day between 0 and 9999),
  reviews_per_day integer check (reviews_per_day between 0 and 9999)
) strict;

-- Limits of one study day only, for a deck or (null) for all together.
create table day_limit (
  study_day integer not null,
  deck_id text references deck (deck_id),
  new_per_day integer check (new_per_day between 0 and 9999),
  reviews_per_day integer check (reviews_per_day between 0 and 9999)
) strict;
create unique index day_limit_once on day_limit (study_day, ifnull(deck_id, ''));

-- Parameters of the memory model that were fitted to the learner's log. All of them are kept.
create table parameter_set (
  set_id integer primary key,
  model text not null check (model = 'fsrs-6'),
  params_json text not null check (json_valid(params_json)),
  -- How many answers they were fitted to, and how well those are predicted: log loss before and after.
  answers integer not null check (answers >= 1000),
  loss_before real not null check (loss_before >= 0),
  loss_after real not null check (loss_after >= 0),
  fitted_at integer not null
) strict;

-- Which set was in use from when on; null stands for the defaults. The last row counts.
create table parameter_use (
  n integer primary key,
  set_id integer references parameter_set (set_id),
  since integer not null
) strict;
