-- Cards can be searched, listed and changed many at a time: an index of their words, one narrow row a card to filter
-- and sort by, tags of the learner's own, and the changes that can be taken back.

-- Tags that the learner put on a card, or took off one that its document gave. Lies over card.tags_json, which is the
-- document's and written anew with it.
create table learner_tag (
  card_id text not null references card (card_id),
  tag text not null check (tag <> ''),
  is_on integer not null check (is_on in (0, 1)),
  primary key (card_id, tag)
) strict, without rowid;

-- The deck that the learner moved a card to; wins over the one that its document gives it.
create table learner_deck (
  card_id text primary key references card (card_id),
  deck_id text not null references deck (deck_id)
) strict, without rowid;

-- The words of a card, the learner's own where there are any, with the tags that it has. Options stand in the place of
-- an answer.
create view card_words as
  select card_id,
    coalesce(edit_json ->> 'prompt', prompt) as prompt,
    iif(edit_json -> 'choices' is not null, '', coalesce(edit_json ->> 'answer', answer, '')) as answer,
    concat_ws(' / ',
      iif(json_type(edit_json, '$.explanation') is not null, edit_json ->> 'explanation', explanation),
      (select group_concat(value ->> 'text', ' / ') from json_each(coalesce(edit_json -> 'choices', choices_json))),
      (select group_concat(value, ' / ') from json_each(coalesce(edit_json -> 'items', items_json))),
      (select group_concat((value ->> 0) || ' / ' || (value ->> 1), ' / ')
        from json_each(coalesce(edit_json -> 'pairs', pairs_json)))
    ) as more,
    (select json_group_array(tag)
      from (
        select value as tag
        from json_each(card.tags_json)
        where not exists (
          select 1 from learner_tag where learner_tag.card_id = card.card_id and learner_tag.tag = value)
        union all
        select tag from learner_tag where learner_tag.card_id = card.card_id and is_on = 1)
    ) as tags_json
  from card;

-- What the list of cards filters and sorts by: copies, kept in step by the triggers below. `n` numbers cards in the order
-- in which they came and is what the index of words points to.
create table card_listing (
  n integer primary key,
  card_id text not null unique references card (card_id),
  deck_id text not null,
  status text not null,
  source_id text not null,
  role_id text,
  recipe text not null,
  type text not null,
  -- The beginning of the question in small letters: what "by question" sorts by.
  prompt_start text not null,
  -- The document's tags with the learner's laid over them.
  tags_json text not null
) strict;
create index card_listing_by_prompt on card_listing (prompt_start, n);
create index card_listing_by_deck on card_listing (deck_id);
create index card_edited on card (card_id) where edit_json is not null;

create virtual table card_search using fts5 (
  prompt, answer, more, tags,
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2'
);

-- A migration that builds `card` or `memory` anew has to make its triggers again: a test asks for each of them.
create trigger listing_takes_new_card after insert on memory
begin
  insert into card_listing (card_id, deck_id, status, source_id, role_id, recipe, type, prompt_start, tags_json)
    select card_id, new.deck_id, new.status, source_id, role_id, recipe, type,
      substr(lower(card_words.prompt), 1, 48), card_words.tags_json
    from card
    join card_words using (card_id)
    where card_id = new.card_id;
  insert or replace into card_search (rowid, prompt, answer, more, tags)
    select card_listing.n, prompt, answer, more, card_listing.tags_json
    from card_listing
    join card_words using (card_id)
    where card_listing.card_id = new.card_id;
end;
create trigger listing_follows_memory after update of deck_id, status on memory
begin
  update card_listing set deck_id = new.deck_id, status = new.status where card_id = new.card_id;
end;
create trigger listing_follows_card
after update of role_id, recipe, type, prompt, answer, choices_json, items_json, pairs_json, explanation, tags_json, edit_json
on card
begin
  update card_listing
    set (role_id, recipe, type, prompt_start, tags_json) = (
      select new.role_id, new.recipe, new.type, substr(lower(card_words.prompt), 1, 48), card_words.tags_json
      from card_words
      where card_words.card_id = new.card_id)
    where card_id = new.card_id;
  insert or replace into card_search (rowid, prompt, answer, more, tags)
    select card_listing.n, prompt, answer, more, card_listing.tags_json
    from card_listing
    join card_words using (card_id)
    where card_listing.card_id = new.card_id;
end;
create trigger listing_takes_tag after insert on learner_tag
begin
  update card_listing
    set tags_json = (select tags_json from card_words where card_words.card_id = new.card_id)
    where card_id = new.card_id;
  insert or replace into card_search (rowid, prompt, answer, more, tags)
    select card_listing.n, prompt, answer, more, card_listing.tags_json
    from card_listing
    join card_words using (card_id)
    where card_listing.card_id = new.card_id;
end;
create trigger listing_follows_tag after update on learner_tag
begin
  update card_listing
    set tags_json = (select tags_json from card_words where card_words.card_id = new.card_id)
    where card_id = new.card_id;
  insert or replace into card_search (rowid, prompt, answer, more, tags)
    select card_listing.n, prompt, answer, more, card_listing.tags_json
    from card_listing
    join card_words using (card_id)
    where card_listing.card_id = new.card_id;
end;
create trigger listing_drops_tag after delete on learner_tag
begin
  update card_listing
    set tags_json = (select tags_json from card_words where card_words.card_id = old.card_id)
    where card_id = old.card_id;
  insert or replace into card_search (rowid, prompt, answer, more, tags)
    select card_listing.n, prompt, answer, more, card_listing.tags_json
    from card_listing
    join card_words using (card_id)
    where card_listing.card_id = old.card_id;
end;

insert into card_listing (card_id, deck_id, status, source_id, role_id, recipe, type, prompt_start, tags_json)
  select card_id, memory.deck_id, memory.status, card.source_id, card.role_id, card.recipe, card.type,
    substr(lower(card_words.prompt), 1, 48), card_words.tags_json
  from card
  join memory using (card_id)
  join card_words using (card_id)
  order by card.rowid;
insert into card_search (rowid, prompt, answer, more, tags)
  select card_listing.n, prompt, answer, more, card_listing.tags_json
  from card_listing
  join card_words using (card_id)
  order by card_listing.n;

-- Moves and tags, many cards at once, which are no lines of the log. `before_json`: what each card had before, by which
-- the change is taken back.
create table card_change (
  change_id text primary key,
  at integer not null,
  kind text not null check (kind in ('move', 'tag')),
  before_json text not null check (json_valid(before_json)),
  undone_at integer
) strict;
create index card_change_by_time on card_change (at);
