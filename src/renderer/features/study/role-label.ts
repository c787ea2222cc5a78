import type { CardFace } from '#contract/shapes/common.ts'

const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/**
 * Whether the name of a card's role may stand above its question before the answer is shown: only where the question names the
 * role itself, and neither its truth nor anything to answer or choose hangs on the name.
 */
export function isRoleTold(face: CardFace, roleName: string): boolean {
  const name = plain(roleName)
  if (name.trim() === '' || face.type === 'tf') return false
  const answers = [
    face.answer ?? '',
    ...(face.choices ?? []).map((choice) => choice.text),
    ...(face.items ?? []),
    ...(face.pairs ?? []).flat(),
  ]
  const isNamed = (text: string) => plain(text).includes(name)
  return isNamed(face.prompt) && !answers.some(isNamed)
}
