import type { Range } from '#domain/cards/rolegen.ts'

/** A duty, whose it is, and where the document says so. */
export interface OwnedDuty {
  readonly id: string
  readonly role: string
  readonly text: string
  readonly passages: readonly Range[]
}

/** A duty with the roles to choose from; exactly one of them has it. */
export interface WhoseQuestion {
  readonly duty: OwnedDuty
  readonly options: readonly string[]
}

/** More than nine roles have no digit. */
const mostOptions = 9

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * "Whose responsibility is this?": each duty of the roles that are asked for, with those roles to choose from, filled up with
 * others of the document to at least four where it has them. A role that has the same duty is no wrong answer and is left out;
 * a duty that names one of the roles would tell, and is not asked.
 */
export function whoseQuestions({
  names,
  asked,
  duties,
}: {
  readonly names: ReadonlyMap<string, string>
  readonly asked: ReadonlySet<string | null>
  readonly duties: readonly OwnedDuty[]
}): WhoseQuestion[] {
  const owners = Map.groupBy(duties, (duty) => plain(duty.text))
  const roles = [...names.keys()]
  return duties.flatMap((duty) => {
    if (!asked.has(duty.role) || !names.has(duty.role)) return []
    const sharing = new Set(owners.get(plain(duty.text))?.map((each) => each.role))
    const others = roles.filter((role) => role !== duty.role && !sharing.has(role))
    const near = others.filter((role) => asked.has(role))
    const far = others.filter((role) => !asked.has(role))
    const fill = far.slice(0, Math.max(0, 3 - near.length))
    const options = [duty.role, ...near.slice(0, mostOptions - 1), ...fill]
    const words = ` ${plain(duty.text)} `
    const isTold = roles.some((role) => words.includes(` ${plain(names.get(role) ?? role)} `))
    return options.length < 2 || isTold ? [] : [{ duty, options }]
  })
}
