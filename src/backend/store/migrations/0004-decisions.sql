-- What the learner decided about cards while reviewing them: kept, rejected and why, pinned. A card without a row
-- was never decided on. The wording of an edited card stands in card.edit_json. Rows outlive regeneration.

create table card_decision (
  card_id text primary key references card (card_id),
  -- The kind of card it was when it was decided on: the tally of kinds counts by it.
  recipe text not null,
  verdict text not null check (verdict in ('kept', 'rejected')),
  reason text check (reason in ('wrong', 'ambiguous', 'outdated', 'trivial', 'worded')),
  is_pinned integer not null check (is_pinned in (0, 1)),
  -- 1: decided with a whole role at one stroke, which says nothing about the kind of card.
  in_bulk integer not null check (in_bulk in (0, 1)),
  decided_at integer not null,
  check (reason is null or verdict = 'rejected'),
  check (is_pinned = 0 or verdict = 'kept')
) strict, without rowid;
create index card_decision_by_recipe on card_decision (recipe, verdict) where in_bulk = 0;
