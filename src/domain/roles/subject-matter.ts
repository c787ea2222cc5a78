import { singularGroupNoun, singularRoleNoun } from './lexicon/role-nouns.ts'
import { licenceWords, machineWords, peopleWords, sharedNames } from './lexicon/subject-words.ts'
import { remembered } from './remembered.ts'

/** What a stretch of text speaks of, each in words out of a thousand. */
interface SubjectMatter {
  readonly words: number
  readonly people: number
  /** Of those, words that no program's text has for its parts: "staff", but neither "job" nor "worker". */
  readonly humans: number
  readonly machines: number
  readonly licences: number
}

/** Signs of a program's text: `camelCase`, `snake_case`, `--flag`, `call()`, a file, an address, the end of a line of code. */
const codeSign =
  /[a-z][A-Z]|\w_\w|^--?[a-z]|\(\)|\.(?:c|h|js|py|sh|ts|txt|so|conf)\b|^0x[\da-f]|^https?:|^<[a-z]+>|[{};]$|^\d+\.\d+\.\d+/
const wordsAndSigns = /[^\s,:"“”]+/g
const outerMarks = /^[^\p{L}]+|[^\p{L}]+$/gu

const wordsOfPrograms =
  /^(?:jobs?|roles?|responsib\w+|accountab\w+|dut(?:y|ies)|clients?|members?|who|whose)$/
const isHuman = (word: string): boolean => peopleWords.has(word) && !wordsOfPrograms.test(word)

const isPerson = (word: string): boolean => {
  if (peopleWords.has(word)) return true
  const noun = singularRoleNoun(word) ?? singularGroupNoun(word)
  return noun !== null && !sharedNames.has(noun.split('-').at(-1) ?? noun)
}

/** What a word between blanks tells, as bits: the same ones come again and again. */
const told = { sign: 1, word: 2, human: 4, person: 8, machine: 16, licence: 32 } as const
const toldBy = remembered((sign): number => {
  const ofSign = codeSign.test(sign) ? told.sign : 0
  const word = sign.replace(outerMarks, '').replaceAll('’', "'").toLowerCase()
  if (word === '') return ofSign
  const ofSort = isPerson(word)
    ? told.person
    : machineWords.has(word)
      ? told.machine
      : licenceWords.has(word)
        ? told.licence
        : 0
  return ofSign | told.word | (isHuman(word) ? told.human : 0) | ofSort
}, 50_000)

/** Counts what a text speaks of; a name that several words of one kind make up counts for each. */
function subjectMatterOf(text: string): SubjectMatter {
  let all = 0
  let people = 0
  let humans = 0
  let machines = 0
  let licences = 0
  for (const sign of text.match(wordsAndSigns) ?? []) {
    const bits = toldBy(sign)
    if ((bits & told.sign) !== 0) machines += 1
    if ((bits & told.word) !== 0) all += 1
    if ((bits & told.human) !== 0) humans += 1
    if ((bits & told.person) !== 0) people += 1
    if ((bits & told.machine) !== 0) machines += 1
    if ((bits & told.licence) !== 0) licences += 1
  }
  const perThousand = (count: number) => (all === 0 ? 0 : (count * 1000) / all)
  return {
    words: all,
    people: perThousand(people),
    humans: perThousand(humans),
    machines: perThousand(machines),
    licences: perThousand(licences),
  }
}

/** A place in a text, from `start` up to `end`. */
interface Place {
  readonly start: number
  readonly end: number
}

const reach = 600
const longestSurroundings = 200_000

/** What stands around some places, each stretch once; the beginning of it where it is very long. */
function surroundingsOf(text: string, places: readonly Place[]): string {
  const parts: string[] = []
  let end = 0
  let length = 0
  for (const place of places.toSorted((a, b) => a.start - b.start)) {
    if (length > longestSurroundings) break
    const from = Math.max(end, place.start - reach)
    const to = Math.min(text.length, place.end + reach)
    if (to <= from) continue
    parts.push(text.slice(from, to))
    length += to - from
    end = to
  }
  return parts.join('\n')
}

/** A shorter text says too little of people to be judged by it. */
const fewestWords = 120
const fewestPeople = 15
const manyMachines = 25
/** So many are enough where the names are those of a program's parts. */
const someMachines = 15
const manyLicences = 20

/** Of a text with fewer duties among a thousand words around them, none was meant as one: novels, reports, travel. */
const fewestDuties = 9
const longEnough = 400

/**
 * What a text speaks of around the places where duties were read: "The error handler shall return" is said of a
 * `machine`, "Each Contributor grants" in a `licence`. Of texts that tell who does what, words for people are at least
 * three in a hundred; of manuals, changelogs and licences hardly one. "A worker claims a job" has words for people as well, so
 * where names are those of things (`areThings`) only words for humans count. `tale`: of people, but duties are few and far
 * between, as in a novel. `unclear`: of none of them.
 */
export function subjectAround(
  text: string,
  places: readonly Place[],
  areThings = false,
): 'people' | 'machine' | 'licence' | 'tale' | 'unclear' {
  const { words, people, humans, machines, licences } = subjectMatterOf(
    surroundingsOf(text, places),
  )
  if (licences >= manyLicences && licences > people) return 'licence'
  if (areThings && machines >= someMachines && machines > 2 * humans) return 'machine'
  if (machines >= manyMachines && machines > 2 * people) return 'machine'
  if (words >= longEnough && places.length * 1000 < fewestDuties * words) return 'tale'
  return words < fewestWords || people >= fewestPeople ? 'people' : 'unclear'
}
