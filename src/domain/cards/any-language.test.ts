import { describe, expect, test } from 'vitest'
import { suitsLanguage } from './any-language.ts'
import { generate } from './generate.ts'

const read = (text: string) =>
  generate({ sourceId: 's', path: 's.md', format: 'markdown', sha256: 'a'.repeat(64), text })

const german = `# Zuständigkeiten in der Bäckerei

Diese Seite sagt, wer in unserer Bäckerei was macht und wie die Arbeit der Nacht verteilt ist.

## Backstubenleitung

- Teigplanung: berechnet Mehl und Hefe für die kommende Nacht.
- **Ofenführung**: stellt Temperatur und Dampf für jede Charge ein.
- Verkostung: sortiert Brote ohne die vereinbarte Kruste aus.

## Verkauf

- Dienstplan: teilt die Aushilfen den Schichten der Woche zu.
- Kasse: vergleicht die Einnahmen mit den Belegen des Tages.
- Beschwerden: beantwortet jede Beschwerde innerhalb von zwei Tagen.
`
const germanSoup = `# Lauchsuppe wie bei der Oma

Das ist ein Rezept für kalte Tage und für die ganze Familie, und es ist nicht schwer.

## Zutaten

- zwei Stangen Lauch
- drei Kartoffeln

## Zubereitung

- Den Lauch in Ringe schneiden und in der Butter dünsten.
- Die Kartoffeln dazu geben und mit der Brühe auffüllen.
`

describe('a document in another language', () => {
  test('says so, and gives cards of its labels and lists in its own words', () => {
    const gen = read(german)
    expect(gen.notices).toEqual([{ code: 'not_english', params: { language: 'de' } }])
    expect(gen.roles.map((role) => role.name)).toEqual(['Backstubenleitung', 'Verkauf'])
    expect(gen.cards.length).toBeGreaterThanOrEqual(6)
    for (const card of gen.cards) expect(suitsLanguage(card.recipe, 'de'), card.recipe).toBe(true)
    const oven = gen.cards.find((card) => card.prompt.includes('Ofenführung'))
    expect(oven?.answer).toBe('Stellt Temperatur und Dampf für jede Charge ein')
    const text = gen.sources[0]?.text ?? ''
    for (const { start, end, quote } of gen.cards.flatMap((card) => card.prov))
      expect(text.slice(start, end)).toBe(quote)
  })

  test('gives rows of its matrix', () => {
    const gen = read(`# Zuständigkeiten im Labor

| Aufgabe | Laborleitung | Technikerin | Einkauf |
| --- | --- | --- | --- |
| Geräte kalibrieren | A | R | I |
| Chemikalien bestellen | C | I | A |

Die Laborleitung ist für die Freigabe der Ergebnisse verantwortlich und berichtet der Direktion.
`)
    expect(gen.cards.map((card) => card.recipe)).toContain('resp-role.raci')
    expect(gen.notices).toHaveLength(1)
  })

  test('gives nothing when it is a recipe for soup', () => {
    expect(read(germanSoup)).toMatchObject({ roles: [], cards: [] })
  })

  test('an English document has no notice and all recipes', () => {
    const gen = read(
      '# Roles\n\n## Head Baker\n\n- Dough planning: calculate the flour for the coming night.\n- Tasting: reject loaves that miss the agreed crust.\n\n## Shop Manager\n\n- Rota planning: assign sellers to shifts for the coming week.\n- Cash handling: count the till at the end of each day.\n',
    )
    expect(gen.notices).toBeUndefined()
    expect(suitsLanguage('role-does.basic', 'en')).toBe(true)
    expect(suitsLanguage('role-does.basic', 'de')).toBe(false)
  })
})
