// Words on which the sense of a rule hangs: exchanging one of them makes another rule, however alike the two read.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Number words with their figure, so that "two" and "2" are the same. "One" is left out: it reads like "a". */
export const numberWords: ReadonlyMap<string, string> = new Map(
  `zero 0, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11, twelve 12, thirteen 13,
  fourteen 14, fifteen 15, sixteen 16, seventeen 17, eighteen 18, nineteen 19, twenty 20, thirty 30, forty 40,
  fifty 50, sixty 60, seventy 70, eighty 80, ninety 90, hundred 100, thousand 1000, million 1000000, dozen 12,
  first 1st, second 2nd, third 3rd, fourth 4th, fifth 5th, sixth 6th, once 1x, twice 2x, thrice 3x, half 1/2,
  percent %, pct %`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]), // as: each pair holds a word and its figure
)

/** Denial and restriction. */
export const negations = list(`
  not no never none nobody nothing neither nor without cannot non except unless excluding only solely exclusively`)

/** When and how often. Units are given in the singular. */
export const timeWords = list(`
  second minute hour day week weekend month quarter year shift hourly daily nightly weekly fortnightly monthly quarterly
  yearly annual annually monday tuesday wednesday thursday friday saturday sunday january february march april
  june july august september october november december noon midnight morning afternoon evening night before after
  during until since immediately always sometimes occasionally rarely`)

/** How much, how many, how binding. */
export const boundWords = list(`
  above below over under more less fewer least most minimum maximum min max beyond all every each any both either
  may might can could should must optional optionally voluntary mandatory`)

/** Words whose opposite reads nearly the same. */
export const opposites = list(`
  increase decrease raise lower accept reject approve refuse deny grant revoke open close start stop begin end enable
  disable allow forbid permit prohibit include exclude add remove internal external incoming outgoing inbound outbound
  import export buy sell lend borrow upload download hire dismiss lock unlock encrypt decrypt activate deactivate
  connect disconnect load unload save delete public private permanent temporary paid unpaid`)
