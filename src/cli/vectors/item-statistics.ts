import { effectiveWeights, itemFigures, testFigures } from '#domain/quiz/item-statistics.ts'
import { isNear, type Verdict } from './check.ts'

type Figures = { readonly [name: string]: number | null }
export interface StatisticsCase {
  readonly maxmark: readonly number[]
  /** A row an attempt. */
  readonly marks: readonly (readonly number[])[]
  readonly expect: { readonly items: readonly Figures[]; readonly test: Figures }
}

function reckon({ maxmark, marks }: StatisticsCase): StatisticsCase['expect'] {
  const items = maxmark.map((_, item) => marks.map((row) => row[item] ?? 0))
  const totals = marks.map((row) => row.reduce((sum, mark) => sum + mark, 0))
  const weights = effectiveWeights(items, totals)
  const test = testFigures(items, maxmark)
  return {
    items: items.map((own, index) => {
      const rests = own.map((mark, attempt) => (totals[attempt] ?? 0) - mark)
      const found = itemFigures(own, rests, maxmark[index] ?? 1)
      return {
        facility: found.facility,
        sd: found.deviation,
        discrimination_index: found.discrimination,
        discriminative_efficiency: found.efficiency,
        item_total_r: found.itemTotal,
        upper_lower_27: found.upperLower,
        effective_weight: weights[index] ?? null,
      }
    }),
    test: {
      n: test.attempts,
      mean: test.mean,
      sd: test.deviation,
      skewness: test.skewness,
      kurtosis: test.kurtosis,
      cic: test.consistency,
      cronbach_alpha: test.alpha,
      error_ratio: test.errorRatio,
      standard_error: test.standardError,
      kr20: test.kr20,
    },
  }
}

function differences(label: string, found: Figures, expected: Figures): string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const own = found[name] ?? null
    const isSame =
      own === value ||
      (own !== null && value !== null && isNear(own, value, { absolute: 1e-9, relative: 1e-9 }))
    return isSame ? [] : [`${label} ${name}: expected ${value}, found ${own}`]
  })
}

/** Figures of questions and tests: a case is wrong when one of its figures is. */
export function checkStatistics(cases: readonly StatisticsCase[]): Verdict {
  const wrong = cases.flatMap((each, index) => {
    const found = reckon(each)
    const lines = [
      ...each.expect.items.flatMap((item, at) =>
        differences(`item ${at}`, found.items[at] ?? {}, item),
      ),
      ...differences('test', found.test, each.expect.test),
    ]
    return lines.length === 0 ? [] : [`statistics ${index}: ${lines.join('; ')}`]
  })
  return { cases: cases.length, wrong }
}
