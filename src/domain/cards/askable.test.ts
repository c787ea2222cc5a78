import { expect, test } from 'vitest'
import { fromOutside } from './askable.ts'

test.each([
  ['recruit and train invigilators (yes, all 22)', 'recruit and train invigilators'],
  ['stow the rafts (flares, jackets)', 'stow the rafts (flares, jackets)'],
  ['run the location audit as well', 'run the location audit'],
  ['clean the filter or it WILL catch fire', 'clean the filter'],
  ['apply the behaviour policy — as we all do', 'apply the behaviour policy'],
  ['keep to the term base; if a term is missing, suggest one', 'keep to the term base'],
  ['publish the list by 4 p.m. on the day before', 'publish the list by 4 p.m. on the day before'],
  ['write articles for own products', 'write articles for their own products'],
  ['wash your hands when you come in', 'wash their hands when they come in'],
  ['play a critical part in ensuring steady supplies', 'ensure steady supplies'],
  ['change the live system, or who says who may', 'change the live system'],
  ['greet our guests', 'greet the guests'],
])('%s is asked for as: %s', (said, asked) => expect(fromOutside(said)).toBe(asked))
