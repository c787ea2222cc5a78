-- Counts that a home screen and an answer ask for, kept beside what they count: cards and new cards of each deck, and cards due
-- on each day. Triggers keep them, so that no write can forget to. Whoever makes `memory` anew makes these triggers anew.

create table deck_total (
  deck_id text primary key references deck (deck_id),
  cards integer not null check (cards >= 0),
  fresh integer not null check (fresh between 0 and cards)
) strict, without rowid;
insert into deck_total
  select deck_id, count(*), sum(state = 'new') from memory where status = 'active' group by deck_id;

create table due_total (
  due_day integer primary key,
  cards integer not null check (cards >= 0)
) strict;
insert into due_total
  select due_day, count(*) from memory where status = 'active' and state = 'review' group by due_day;

create trigger memory_deck_begins after insert on memory when new.status = 'active' begin
  insert into deck_total values (new.deck_id, 1, new.state = 'new')
    on conflict (deck_id) do update set cards = cards + 1, fresh = fresh + excluded.fresh;
end;
create trigger memory_deck_ends after delete on memory when old.status = 'active' begin
  update deck_total set cards = cards - 1, fresh = fresh - (old.state = 'new') where deck_id = old.deck_id;
end;
create trigger memory_deck_changes after update of deck_id, status, state on memory
when old.deck_id <> new.deck_id or (old.status = 'active') <> (new.status = 'active')
  or (old.state = 'new') <> (new.state = 'new')
begin
  update deck_total set cards = cards - 1, fresh = fresh - (old.state = 'new')
    where deck_id = old.deck_id and old.status = 'active';
  insert into deck_total select new.deck_id, 1, new.state = 'new' where new.status = 'active'
    on conflict (deck_id) do update set cards = cards + 1, fresh = fresh + excluded.fresh;
end;

create trigger memory_due_begins after insert on memory when new.status = 'active' and new.state = 'review' begin
  insert into due_total values (new.due_day, 1) on conflict (due_day) do update set cards = cards + 1;
end;
create trigger memory_due_ends after delete on memory when old.status = 'active' and old.state = 'review' begin
  update due_total set cards = cards - 1 where due_day = old.due_day;
end;
create trigger memory_due_changes after update of status, state, due_day on memory
when old.due_day is not new.due_day or (old.status = 'active') <> (new.status = 'active')
begin
  update due_total set cards = cards - 1
    where due_day = old.due_day and old.status = 'active' and old.state = 'review';
  insert into due_total select new.due_day, 1 where new.status = 'active' and new.state = 'review'
    on conflict (due_day) do update set cards = cards + 1;
end;

-- When a deck was last studied, what stays away today, and which decks are hidden.
create index memory_last_studied on memory (deck_id, last_study_day) where status = 'active' and last_study_day is not null;
create index memory_buried on memory (buried_day, deck_id) where buried_day is not null;
create index deck_removed on deck (deck_id) where removed_at is not null;

-- All that an order of due cards looks at stands in the index: a card's own row is not read for it.
drop index memory_review;
create index memory_review on memory (deck_id, due_day, note_id, last_study_day, stability, difficulty, buried_day)
  where state = 'review' and status = 'active';
