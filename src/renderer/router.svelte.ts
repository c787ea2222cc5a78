import { cardOrders, type CardOrder } from '#contract/shapes/cards.ts'

/** Where the page is. Every screen has an address, so that Back, reload and links work. */
export type Route =
  | {
      readonly name:
        | 'today'
        | 'contested'
        | 'difficult'
        | 'practice'
        | 'import'
        | 'quiz'
        | 'progress'
        | 'settings'
    }
  /** All decks; with `deckId`, that one is shown and has the focus. */
  | { readonly name: 'library'; readonly deckId?: string }
  /** Options of a deck, or (null) of all together. */
  | { readonly name: 'options'; readonly deckId: string | null }
  | { readonly name: 'importing'; readonly importId: string }
  | { readonly name: 'changes'; readonly deckId: string }
  | { readonly name: 'study'; readonly deckIds: readonly string[]; readonly search?: string }
  /** The list of cards: what is searched for, and how it is sorted. */
  | {
      readonly name: 'cards'
      readonly search: string
      readonly order: CardOrder
      readonly isDescending: boolean
    }
  | { readonly name: 'quiz-setup'; readonly deckIds: readonly string[] }
  | { readonly name: 'quiz-run' | 'quiz-result'; readonly quizId: string }

const plain = [
  'contested',
  'difficult',
  'practice',
  'import',
  'quiz',
  'progress',
  'settings',
] as const
const listOf = (query: string): string[] =>
  (new URLSearchParams(query).get('decks') ?? '').split(',').filter((each) => each !== '')

/** The route of a fragment such as `#/study?decks=a,b`; anything unknown is Today. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [first = '', second = '', third = ''] = path.split('/').map(decodeSafely)
  if (first === 'library') {
    const deckId = new URLSearchParams(query).get('deck')
    return { name: 'library', ...(deckId ? { deckId } : {}) }
  }
  if (first === 'options') {
    return { name: 'options', deckId: new URLSearchParams(query).get('deck') || null }
  }
  if (first === 'study') {
    const search = new URLSearchParams(query).get('search')
    return { name: 'study', deckIds: listOf(query), ...(search === null ? {} : { search }) }
  }
  if (first === 'cards') return cardsOf(new URLSearchParams(query))
  if (first === 'import' && second !== '') return { name: 'importing', importId: second }
  if (first === 'changes' && second !== '') return { name: 'changes', deckId: second }
  if (first === 'quiz' && second === '' && query !== '') {
    return { name: 'quiz-setup', deckIds: listOf(query) }
  }
  if (first === 'quiz' && second !== '') {
    return { name: third === 'result' ? 'quiz-result' : 'quiz-run', quizId: second }
  }
  const name = plain.find((each) => each === first)
  return { name: name ?? 'today' }
}

function cardsOf(query: URLSearchParams): Route {
  const sort = query.get('sort') ?? ''
  const isDescending = sort.startsWith('-')
  const name = isDescending ? sort.slice(1) : sort
  return {
    name: 'cards',
    search: query.get('search') ?? '',
    order: cardOrders.find((each) => each === name) ?? 'added',
    isDescending,
  }
}

const decodeSafely = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The fragment of a route. */
export function formatRoute(route: Route): string {
  const decks = (ids: readonly string[]) =>
    ids.length === 0 ? '' : `?decks=${ids.map(encodeURIComponent).join(',')}`
  switch (route.name) {
    case 'today':
      return '#/'
    case 'library':
      return route.deckId === undefined
        ? '#/library'
        : `#/library?deck=${encodeURIComponent(route.deckId)}`
    case 'contested':
    case 'difficult':
    case 'practice':
    case 'import':
    case 'quiz':
    case 'progress':
    case 'settings':
      return `#/${route.name}`
    case 'options':
      return route.deckId === null
        ? '#/options'
        : `#/options?deck=${encodeURIComponent(route.deckId)}`
    case 'importing':
      return `#/import/${encodeURIComponent(route.importId)}`
    case 'changes':
      return `#/changes/${encodeURIComponent(route.deckId)}`
    case 'cards': {
      const sort = `${route.isDescending ? '-' : ''}${route.order}`
      const parts = [
        ...(route.search === '' ? [] : [`search=${encodeURIComponent(route.search)}`]),
        ...(sort === 'added' ? [] : [`sort=${sort}`]),
      ]
      return parts.length === 0 ? '#/cards' : `#/cards?${parts.join('&')}`
    }
    case 'study': {
      const list = decks(route.deckIds)
      if (route.search === undefined) return `#/study${list}`
      return `#/study${list}${list === '' ? '?' : '&'}search=${encodeURIComponent(route.search)}`
    }
    case 'quiz-setup':
      return `#/quiz${decks(route.deckIds)}`
    case 'quiz-run':
      return `#/quiz/${encodeURIComponent(route.quizId)}`
    case 'quiz-result':
      return `#/quiz/${encodeURIComponent(route.quizId)}/result`
  }
}

/** Follows the address bar. */
export class Router {
  route = $state.raw<Route>(parseRoute(location.hash))

  /** Begins to follow; returns the function that ends it. */
  start(): () => void {
    const follow = () => {
      this.route = parseRoute(location.hash)
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }

  go(route: Route): void {
    location.hash = formatRoute(route)
  }

  /** Goes there without leaving the present page in the history. */
  replace(route: Route): void {
    history.replaceState(null, '', formatRoute(route))
    this.route = route
  }
}
