import type { Grade } from '#domain/scheduling/grade.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import type { Seen } from '#domain/scheduling/next-memory.ts'
import type { EpochMs } from '#domain/time/clock.ts'
import type { Flag } from './marks.ts'
import type { StepKind } from './steps.ts'

/** What a session needs to know of a card; the page's cards carry more. */
export interface SessionCard {
  readonly cardId: string
  readonly memory: Memory
}

/** An answer of this session, with the card as it was before. */
export interface GivenAnswer<Card extends SessionCard> {
  readonly kind: 'answer'
  readonly id: string
  readonly card: Card
  readonly grade: Grade
  readonly next: Seen
  readonly tookMs: number
}

/** A card that was contested in this session and left it. */
export interface GivenContest<Card extends SessionCard> {
  readonly kind: 'contest'
  readonly id: string
  readonly card: Card
}

/** Something done with the card on screen by hand, with the card as it was before. */
export interface GivenAct<Card extends SessionCard> {
  readonly kind: 'act'
  readonly id: string
  readonly card: Card
  /** As the page tells of it. */
  readonly step: StepFacts
}

/** A step in a few facts, as it is told. */
interface StepFacts {
  readonly kind: StepKind
  readonly grade: Grade | null
  readonly flag: Flag | null
  readonly isOn: boolean
}

/** What the learner did with a card; each can be taken back. */
export type Given<Card extends SessionCard> =
  GivenAnswer<Card> | GivenContest<Card> | GivenAct<Card>

/** A question, its answer, a pause until a learning card is due, or the end. */
export type SessionView<Card extends SessionCard> =
  | { readonly kind: 'question' | 'answer'; readonly card: Card; readonly shownAt: EpochMs }
  | { readonly kind: 'waiting'; readonly until: EpochMs }
  | { readonly kind: 'finished' }

export interface Session<Card extends SessionCard> {
  readonly view: SessionView<Card>
  /** Cards still to come, in order. */
  readonly pending: readonly Card[]
  /** Cards in learning that come back at their `dueAt`. */
  readonly learning: readonly Card[]
  /** Oldest first; the last one is what undo takes back. */
  readonly given: readonly Given<Card>[]
  /** Why the last one could not be saved, until the next one. */
  readonly problem: string | null
}

export type SessionEvent<Card extends SessionCard = SessionCard> =
  | { readonly kind: 'reveal' }
  | {
      readonly kind: 'grade'
      readonly at: EpochMs
      readonly id: string
      readonly grade: Grade
      readonly next: Seen
    }
  /** The card on screen is contested: it leaves the session. */
  | { readonly kind: 'contest'; readonly at: EpochMs; readonly id: string }
  /** Something is done with the card on screen: it leaves the session, or stays as `after`. */
  | {
      readonly kind: 'act'
      readonly at: EpochMs
      readonly id: string
      readonly step: StepFacts
      readonly after: Card | null
    }
  /** Takes back the last that was done, or the one with this id. */
  | { readonly kind: 'undo'; readonly at: EpochMs; readonly id?: string }
  /** Time went by: a learning card may be due. */
  | { readonly kind: 'tick'; readonly at: EpochMs }
  /** Do not wait: show the next learning card early. */
  | { readonly kind: 'ahead'; readonly at: EpochMs }
  /** It could not be saved: its card comes back. */
  | {
      readonly kind: 'failed'
      readonly at: EpochMs
      readonly id: string
      readonly reason: string
    }

const dueAtOf = (card: SessionCard): EpochMs | null =>
  'dueAt' in card.memory ? card.memory.dueAt : null

const byDueAt = (a: SessionCard, b: SessionCard) => (dueAtOf(a) ?? 0) - (dueAtOf(b) ?? 0)

/** Chooses what to show: a learning card that is due, else the next in order, else a pause, else the end. */
function showNext<Card extends SessionCard>(
  session: Session<Card>,
  at: EpochMs,
  isAhead = false,
): Session<Card> {
  const [soonest, ...laterLearning] = session.learning.toSorted(byDueAt)
  const soonestAt = soonest ? (dueAtOf(soonest) ?? at) : null
  if (soonest && soonestAt !== null && (soonestAt <= at || isAhead)) {
    return {
      ...session,
      view: { kind: 'question', card: soonest, shownAt: at },
      learning: laterLearning,
    }
  }
  const [first, ...rest] = session.pending
  if (first) {
    return { ...session, view: { kind: 'question', card: first, shownAt: at }, pending: rest }
  }
  if (soonestAt !== null) return { ...session, view: { kind: 'waiting', until: soonestAt } }
  return { ...session, view: { kind: 'finished' } }
}

/** A session over these cards in this order; learning cards that are not due yet wait for their instant. */
export function createSession<Card extends SessionCard>(
  cards: readonly Card[],
  at: EpochMs,
): Session<Card> {
  const waits = (card: Card) => (dueAtOf(card) ?? at) > at
  const empty: Session<Card> = {
    view: { kind: 'finished' },
    pending: cards.filter((card) => !waits(card)),
    learning: cards.filter(waits),
    given: [],
    problem: null,
  }
  return showNext(empty, at)
}

/** Puts the card on screen back in front of those to come. */
const putBack = <Card extends SessionCard>(session: Session<Card>): Session<Card> =>
  'card' in session.view
    ? { ...session, pending: [session.view.card, ...session.pending] }
    : session

/** Takes back what was done with a card and shows it again as it was. */
function takeBack<Card extends SessionCard>(
  session: Session<Card>,
  done: Given<Card>,
  at: EpochMs,
): Session<Card> {
  const { card } = done
  const isOther = (each: Card) => each.cardId !== card.cardId
  const others = putBack(session)
  return {
    ...others,
    view: { kind: 'question', card, shownAt: at },
    pending: others.pending.filter(isOther),
    learning: others.learning.filter(isOther),
    given: session.given.filter((each) => each.id !== done.id),
  }
}

function grade<Card extends SessionCard>(
  session: Session<Card>,
  event: Extract<SessionEvent<Card>, { kind: 'grade' }>,
): Session<Card> {
  if (session.view.kind !== 'answer') return session
  const { card, shownAt } = session.view
  const answer: GivenAnswer<Card> = {
    kind: 'answer',
    id: event.id,
    card,
    grade: event.grade,
    next: event.next,
    tookMs: Math.max(0, event.at - shownAt),
  }
  const comesBack = event.next.kind !== 'review'
  const after = {
    ...session,
    problem: null,
    given: [...session.given, answer],
    learning: comesBack ? [...session.learning, { ...card, memory: event.next }] : session.learning,
  }
  return showNext(after, event.at)
}

/**
 * The session after an event. Pure: every event that depends on time carries its instant. Events that do
 * not fit what is on screen change nothing.
 */
export function advance<Card extends SessionCard>(
  session: Session<Card>,
  event: SessionEvent<Card>,
): Session<Card> {
  const { view } = session
  switch (event.kind) {
    case 'reveal':
      return view.kind === 'question' ? { ...session, view: { ...view, kind: 'answer' } } : session
    case 'grade':
      return grade(session, event)
    case 'contest': {
      if (!('card' in view)) return session
      const contest: GivenContest<Card> = { kind: 'contest', id: event.id, card: view.card }
      return showNext({ ...session, problem: null, given: [...session.given, contest] }, event.at)
    }
    case 'act': {
      if (!('card' in view)) return session
      const { id, step, after } = event
      const act: GivenAct<Card> = { kind: 'act', id, card: view.card, step }
      const next = { ...session, problem: null, given: [...session.given, act] }
      return after ? { ...next, view: { ...view, card: after } } : showNext(next, event.at)
    }
    case 'undo': {
      const last =
        event.id === undefined
          ? session.given.at(-1)
          : session.given.find((each) => each.id === event.id)
      return last ? { ...takeBack(session, last, event.at), problem: null } : session
    }
    case 'tick':
      return view.kind === 'waiting' && view.until <= event.at
        ? showNext(session, event.at)
        : session
    case 'ahead':
      return view.kind === 'waiting' ? showNext(session, event.at, true) : session
    case 'failed': {
      const done = session.given.find((each) => each.id === event.id)
      return done ? { ...takeBack(session, done, event.at), problem: event.reason } : session
    }
  }
}

/** The answers among what was done, oldest first. */
export const answersOf = <Card extends SessionCard>(session: Session<Card>): GivenAnswer<Card>[] =>
  session.given.filter((each) => each.kind === 'answer')

/** How far a session is, in cards. */
export interface Progress {
  /** Answered, and out of the session for a day or more. */
  readonly done: number
  /** Answered right the last time, and coming back in this session. */
  readonly begun: number
  /** Still in the session, those begun among them. */
  readonly left: number
}

/** How far the session is. A card that was set aside, contested or deleted counts nowhere: it is no longer the session's. */
export function progressOf<Card extends SessionCard>(session: Session<Card>): Progress {
  const open = new Set([...session.pending, ...session.learning].map((card) => card.cardId))
  if ('card' in session.view) open.add(session.view.card.cardId)
  const last = new Map(session.given.map((each) => [each.card.cardId, each]))
  const answers = new Map(answersOf(session).map(({ card, grade }) => [card.cardId, grade]))
  const done = [...last].filter(([id, { kind }]) => kind === 'answer' && !open.has(id)).length
  const begun = [...answers].filter(([id, grade]) => grade > 1 && open.has(id)).length
  return { done, begun, left: open.size }
}
