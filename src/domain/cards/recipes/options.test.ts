import { expect, test } from 'vitest'
import { cluesOf } from './options.ts'

test.each([
  ['Which of these is a duty of the MLOps Engineer?', 'Link ML work and operations', true],
  ['Which of these is a duty of the DevOps Engineer?', 'Close the gap to development', true],
  ['Which of these is a duty of the QA Lead?', 'Report on quality', true],
  ['Which of these is a duty of the Baker?', 'Link ML work and operations', false],
])('%s is given away by “%s”: %s', (prompt, key, is) =>
  expect(cluesOf(prompt, key).size > 0).toBe(is),
)
