import { describe, expect, test } from 'vitest'
import { folded } from './score/normal.ts'
import { lowerIsBetter, type Scores } from './score/score.ts'
import { documentNames, loadDocument, loadKey, measureDocument } from './measured-documents.ts'
import { always, limitsOf, type Limits } from './thresholds.ts'

const keyOf = (name: string) => {
  const key = loadKey(name)
  if (!key) throw new Error(`${name} has no key`)
  return key
}

/** Measures that miss their limit, in words. */
const missesOf = (scores: Scores, limits: Limits): string[] =>
  Object.entries(limits).flatMap(([name, limit]) => {
    const value = scores[name as keyof Scores] // as: a table of measures
    const isLow = lowerIsBetter.has(name as keyof Scores) // as: see above
    if (value === null) return name in always || isLow ? [] : [`${name} has nothing to measure`]
    const isMet = isLow ? value <= limit : value >= limit
    return isMet ? [] : [`${name} is ${value}, not ${isLow ? 'at most' : 'at least'} ${limit}`]
  })

test('there are documents of many shapes, three of them not about roles', () => {
  expect(documentNames.length).toBeGreaterThanOrEqual(15)
  const kinds = documentNames.map((name) => keyOf(name).doc.kind)
  expect(kinds.filter((kind) => kind === 'not-role-content')).toHaveLength(3)
})

describe.each(documentNames)('%s', (name) => {
  const document = loadDocument(name)
  const key = keyOf(name)
  const { scores, reading } = measureDocument(document, key)

  test('is the very document that its key was written for', () => {
    expect(key.doc.sha256).toBe(document.sha256)
    expect(reading.unlocated).toEqual([])
    const roles = new Set(key.roles.map((role) => role.id))
    const named = [
      ...key.responsibilities.flatMap((duty) => [duty.role, ...duty.also_roles]),
      ...key.skills.map((skill) => skill.role),
      ...key.shared.flatMap((each) => each.roles),
    ]
    expect(named.filter((role) => !roles.has(role))).toEqual([])
    // Words that are noise must stand in the file; else the check is an empty one.
    const text = folded(document.text.replace(/<[^>]*>/g, ' '))
    expect(key.noise.filter((line) => !text.includes(folded(line)))).toEqual([])
  })

  test('gives what it gave before, or better', () => {
    expect(missesOf(scores, { ...always, ...limitsOf(name) })).toEqual([])
  })
})
