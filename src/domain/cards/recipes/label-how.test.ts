import { expect, test } from 'vitest'
import { generate } from '../generate.ts'

/** The questions about labels, and their answers, of a list of labelled duties. */
function labelsOf(items: readonly string[]) {
  const text = `# Who does what\n\n## Harbour Master\n\nResponsibilities:\n\n${items.map((item) => `- ${item}`).join('\n')}\n\n## Lock Keeper\n\nResponsibilities:\n\n- Opens the gates at high water\n- Greases the paddles each spring\n`
  const { cards } = generate({
    sourceId: 's',
    path: 'a.md',
    format: 'markdown',
    sha256: '0'.repeat(64),
    text,
  })
  return cards
    .filter(({ recipe }) => recipe === 'label-how.basic')
    .map(({ prompt, answer }) => `${prompt} ${String(answer)}`)
}

test('a label is asked for, where its words stand alone and answer the whole of it', () => {
  const asked = labelsOf([
    '**Berths:** Allots a place to every visiting yacht',
    '**Moorings:** Checks them for wear in March',
    '**Dues and fines:** Collects the yearly fee from owners',
  ])
  expect(asked).toEqual([
    '“Berths”: what does the Harbour Master do? Allot a place to every visiting yacht',
  ])
})
