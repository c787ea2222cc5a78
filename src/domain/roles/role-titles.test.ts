import { expect, test } from 'vitest'
import { namesInTitle } from './role-titles.ts'

test.each([
  ['FAQs about bakers & millers', []],
  ['Baker vs Miller', []],
  ['Will machines replace millers?', []],
  ['What does a Miller do?', ['Miller']],
  ['⚖ Money', ['Money']],
  ['About the Miller', ['Miller']],
  ['Level 4 · Mill Manager', ['Mill Manager']],
  ['Chaplain and Youth Adviser', ['Chaplain', 'Youth Adviser']],
])('the title “%s” names: %j', (title, names) =>
  expect(namesInTitle(title).map(({ name }) => name)).toEqual(names),
)
