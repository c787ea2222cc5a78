import { describe, expect, test } from 'vitest'
import { quantitiesOf, termsOf } from './gaps.ts'

const texts = (gaps: readonly { readonly text: string }[]) => gaps.map(({ text }) => text)

describe('what may be blanked in a duty', () => {
  test.each([
    ['answer loan enquiries within ten working days', ['ten working days']],
    ['look after a budget of about £90,000', ['£90,000']],
    ['supervise one or two volunteers on Wednesdays', ['Wednesdays']],
    ['keep response time under 4 hours', ['4 hours']],
    ['open the door at 19:30', ['19:30']],
    ['teach Year 7 about section 3.2 of the code', []],
    ['send the letters at 95 %, 92 % and 90 %', []],
    ['see every trainee at three, six and nine months', []],
    ['take part in the rota (one week in five)', []],
  ])('quantities: %s', (duty, gaps) => expect(texts(quantitiesOf(duty))).toEqual(gaps))

  test.each([
    ['a whole term', 'follow the refund policy for each order', ['refund policy']],
    ['no subject with its verb', 'make sure that objects travel safely and on time', []],
    ['no stock phrase', 'ensure a smooth transition of models to the works', []],
    ['no example', 'enhance the whole, from data pipelines to model serving', []],
    ['not one of several', 'scrutinize data pipelines, models and servers', []],
    ['nothing that could be anything', 'remove stock within the time limit of the alert', []],
  ])('terms: %s', (_, duty, gaps) => expect(texts(termsOf(duty))).toEqual(gaps))
})
