import { expect, test } from 'vitest'
import { fromOutside } from './asides.ts'

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
  ['check the effect on old routes and weigh the implications', 'check the effect on old routes'],
  [
    'run the pumps, set up alarms, automated daily reports, and decide on levels',
    'run the pumps, set up alarms and decide on levels',
  ],
  ['drive our own vans', 'drive their own vans'],
  ['greet our guests', 'greet the guests'],
  ['sweep the yard (somebody has to)', 'sweep the yard'],
  ['meet the press (often at dawn)', 'meet the press'],
  ['test it against a bad year (or three)', 'test it against a bad year'],
  ['keep visitors off the deck -- they may look', 'keep visitors off the deck'],
  ['send the report – in writing, with a map', 'send the report – in writing, with a map'],
  ['look after nine stalls and have a van', 'look after nine stalls'],
  ['keep order and have the van washed', 'keep order and have the van washed'],
  ['open the gate, sweep the yard', 'open the gate and sweep the yard'],
  ['open the gate, sweep the yard and lock up', 'open the gate, sweep the yard and lock up'],
  ['pour, smells, tastes and decide what to sell', 'pour, smell, taste and decide what to sell'],
  ['supervise a nurse once you have a licence', 'supervise a nurse once you have a licence'],
])('%s is asked for as: %s', (said, asked) => expect(fromOutside(said)).toBe(asked))
