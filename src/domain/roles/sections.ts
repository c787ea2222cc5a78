import type { Block } from './blocks.ts'

/** What stands under a heading, by what the heading says. */
export type SectionKind =
  'duties' | 'skills' | 'faq' | 'comparison' | 'not-duties' | 'works-with' | 'aside' | 'plain'

/** A heading (or the document's beginning) with the blocks up to the next one. */
export interface Section {
  readonly heading: Block | null
  readonly kind: SectionKind
  /** 1 is the highest; comparable within a document. */
  readonly rank: number
  readonly blocks: readonly Block[]
}

const callsToAction =
  /^(?:to know more|(?:read|learn|know|find out|see) more|also read|see also|related|click|subscribe|follow us|share|sign up|download|join (?:us|our)|newsletter|advertisement|sponsored|skip to|back to top|previous|next|leave a (?:reply|comment)|comments?|tags?|categories|posted|published|written|by|updated|cookie)\b/i

const kinds: readonly (readonly [SectionKind, RegExp])[] = [
  ['faq', /\bfaqs?\b|frequently asked|questions? (?:and|&) answers?|^q ?& ?a\b/i],
  ['not-duties', /\bnot responsible\b|\bout of scope\b|\bdoes not (?:do|own)\b|\bnot in scope\b/i],
  ['comparison', /\bvs\.?(?:\s|$)|\bversus\b|\bcompared (?:to|with)\b|\bdifferences? between\b/i],
  ['works-with', /^works? with\b|^collaborat(?:es|ion) with\b|^interfaces?\b|^reports? to\b/i],
  [
    'aside',
    /\bconclusion\b|\bsummary\b|table of contents|^contents$|\bsalar|\bcompensation\b|\bbenefits?\b|\bperks\b|\bhow to apply\b|\babout (?:us|the (?:company|author|team))\b|\bchallenges?\b|\bresources\b|\breferences\b|\bfurther reading\b|\btips\b|\btrends\b|\bequal opportunit|\bwhat we offer\b|\bwe offer\b|\bjob outlook\b|\bcareer (?:path|growth)\b|\bhistory\b|\bdisclaimer\b|\bcopyright\b|\bglossary\b|\bingredients\b|\bmethod\b/i,
  ],
  [
    'duties',
    /\bresponsib|\bdut(?:y|ies)\b|\bwhat (?:you|they|we)(?:[’']ll| will)? (?:do|be doing)\b|\btasks?\b|\baccountabilit|\bkey purpose\b|\bday[ -]to[ -]day\b|\bmission\b(?!-)|\bin this role\b|\bthe role\b|\bwhat .{3,40} does?\b|\bowns\b/i,
  ],
  [
    'skills',
    /\bskills?\b|\bcompetenc|\bqualifications?\b|\brequirements?\b|\bwhat you(?:[’']ll)? (?:need|bring)\b|\bexperience\b|\beducation\b|\bcertifications?\b|\bnice to have\b|\bmust[- ]haves?\b/i,
  ],
]

/** What a heading announces. A line such as "Share:" or "Read more" announces nothing and is no heading. */
export const kindOf = (heading: string): SectionKind =>
  kinds.find(([, pattern]) => pattern.test(heading))?.[0] ?? 'plain'

export const isCallToAction = (text: string): boolean => callsToAction.test(text.trim())

const isCaption = (block: Block, next: Block | undefined): boolean => {
  if (block.mark !== 'plain') return false
  const words = block.text.split(' ').length
  if (words > 4 || /[:?]$/.test(block.text)) return false
  const isLowerCase = /^\p{Ll}/u.test(block.text)
  return (
    isLowerCase ||
    (next?.kind === 'heading' && next.mark !== 'hash' && kindOf(block.text) === 'plain')
  )
}

const ranks = { hash: 0, setext: 0, number: 1, plain: 2, bold: 2, colon: 3 } as const

/**
 * Groups blocks under their headings. Picture captions (a short line alone, above another heading) and calls
 * to action are no headings: what follows belongs to the section before.
 */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const hasHashes = blocks.some((block) => block.mark === 'hash' || block.mark === 'setext')
  const sections: { heading: Block | null; kind: SectionKind; rank: number; blocks: Block[] }[] = [
    { heading: null, kind: 'plain', rank: 99, blocks: [] },
  ]
  for (const [index, block] of blocks.entries()) {
    const current = sections.at(-1)
    if (block.kind !== 'heading') {
      current?.blocks.push(block)
      continue
    }
    if (isCallToAction(block.text) || isCaption(block, blocks[index + 1])) continue
    const rank =
      block.mark === 'hash' || block.mark === 'setext'
        ? block.level
        : ranks[block.mark] + (hasHashes ? 10 : 0)
    sections.push({ heading: block, kind: kindOf(block.text), rank, blocks: [] })
  }
  return sections
}
