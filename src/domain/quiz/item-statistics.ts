/** What a question tells, from the marks that it got and what the same attempts got for everything else. Null: not defined. */
export interface ItemFigures {
  /** Mean mark as a share of the greatest one. */
  readonly facility: number | null
  readonly deviation: number | null
  /** 100 × correlation with the rest of the attempt. */
  readonly discrimination: number | null
  /** 100 × covariance with the rest, of the greatest that these marks could have. */
  readonly efficiency: number | null
  /** Correlation with the whole attempt, the question itself included. */
  readonly itemTotal: number | null
  /** Facility among the best 27 % of attempts less that among the worst. */
  readonly upperLower: number | null
}

/** What all attempts at the same questions tell. */
export interface TestFigures {
  readonly attempts: number
  readonly mean: number
  readonly deviation: number | null
  readonly skewness: number | null
  readonly kurtosis: number | null
  /** Cronbach's alpha. */
  readonly alpha: number | null
  /** 100 × alpha. */
  readonly consistency: number | null
  readonly errorRatio: number | null
  readonly standardError: number | null
  /** Kuder-Richardson 20: for questions that are right or wrong and nothing between. */
  readonly kr20: number | null
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length
const ascending = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)

/** Sample covariance; null for fewer than two pairs. */
function covariance(left: readonly number[], right: readonly number[]): number | null {
  if (left.length < 2) return null
  const [leftMean, rightMean] = [mean(left), mean(right)]
  const products = left.map((each, index) => (each - leftMean) * ((right[index] ?? 0) - rightMean))
  return sum(products) / (left.length - 1)
}

const variance = (numbers: readonly number[]) => covariance(numbers, numbers)

const deviationOf = (numbers: readonly number[]) => {
  const own = variance(numbers)
  return own === null ? null : Math.sqrt(own)
}

/** Marks are sums of few decimals; below this a spread is rounding. */
const nothing = 1e-12

function correlation(left: readonly number[], right: readonly number[]): number | null {
  const [both, one, other] = [covariance(left, right), variance(left), variance(right)]
  if (both === null || one === null || other === null) return null
  return one <= nothing || other <= nothing ? null : both / Math.sqrt(one * other)
}

function efficiencyOf(marks: readonly number[], rests: readonly number[]): number | null {
  const [found, most] = [covariance(marks, rests), covariance(ascending(marks), ascending(rests))]
  return found === null || most === null || Math.abs(most) <= nothing ? null : (100 * found) / most
}

function upperLower(
  marks: readonly number[],
  totals: readonly number[],
  max: number,
): number | null {
  const count = Math.round(marks.length * 0.27)
  if (count === 0) return null
  const byTotal = marks
    .map((mark, index) => ({ mark, total: totals[index] ?? 0 }))
    .toSorted((a, b) => a.total - b.total)
    .map(({ mark }) => mark)
  return (mean(byTotal.slice(-count)) - mean(byTotal.slice(0, count))) / max
}

/**
 * The figures of one question: `marks` are what it got in each attempt that asked it, `rests` what the same attempts got for
 * everything else, `max` its greatest mark. Formulas as Moodle documents them (sample variances).
 */
export function itemFigures(
  marks: readonly number[],
  rests: readonly number[],
  max: number,
): ItemFigures {
  const totals = marks.map((mark, index) => mark + (rests[index] ?? 0))
  const discrimination = correlation(marks, rests)
  return {
    facility: marks.length === 0 ? null : mean(marks) / max,
    deviation: deviationOf(marks),
    discrimination: discrimination === null ? null : 100 * discrimination,
    efficiency: discrimination === null ? null : efficiencyOf(marks, rests),
    itemTotal: correlation(marks, totals),
    upperLower: upperLower(marks, totals, max),
  }
}

/** How much of the spread of all marks each question makes, in percent: 100 × root of its covariance with the totals, of their sum. */
export function effectiveWeights(
  items: readonly (readonly number[])[],
  totals: readonly number[],
): (number | null)[] {
  const roots = items.map((marks) => {
    const found = covariance(marks, totals)
    return found === null || found < -nothing ? null : Math.sqrt(Math.max(0, found))
  })
  const all = sum(roots.map((root) => root ?? 0))
  return roots.map((root) => (root === null || all === 0 ? null : (100 * root) / all))
}

function alphaOf(
  itemVariances: readonly number[],
  totalVariance: number | null,
  count: number,
): number | null {
  if (count < 2 || totalVariance === null || totalVariance <= nothing) return null
  return (count / (count - 1)) * (1 - sum(itemVariances) / totalVariance)
}

/** Third and fourth k-statistics, as shares of the spread. */
function shapeOf(totals: readonly number[]) {
  const n = totals.length
  const middle = mean(totals)
  const moment = (power: number) => mean(totals.map((each) => (each - middle) ** power))
  const [m2, m3, m4] = [moment(2), moment(3), moment(4)]
  const spread = (n * m2) / (n - 1)
  if (n < 2 || spread <= nothing) return { skewness: null, kurtosis: null }
  const k3 = n < 3 ? null : (n * n * m3) / ((n - 1) * (n - 2))
  const k4 =
    n < 4 ? null : (n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3))
  return {
    skewness: k3 === null ? null : k3 / spread ** 1.5,
    kurtosis: k4 === null ? null : k4 / spread ** 2,
  }
}

function kr20Of(
  items: readonly (readonly number[])[],
  maxMarks: readonly number[],
  totals: readonly number[],
): number | null {
  const isBinary =
    maxMarks.every((max) => max === 1) &&
    items.every((marks) => marks.every((mark) => mark === 0 || mark === 1))
  const spread = variance(totals)
  if (!isBinary || spread === null) return null
  const n = totals.length
  const products = items.map((marks) => mean(marks) * (1 - mean(marks)))
  return alphaOf(products, (spread * (n - 1)) / n, items.length)
}

/** Figures of a test: `items[i][a]` is the mark of question i in attempt a; all attempts asked the same questions. */
export function testFigures(
  items: readonly (readonly number[])[],
  maxMarks: readonly number[],
): TestFigures {
  const totals = (items[0] ?? []).map((_, attempt) =>
    sum(items.map((marks) => marks[attempt] ?? 0)),
  )
  const deviation = deviationOf(totals)
  const alpha = alphaOf(
    items.map((marks) => variance(marks) ?? 0),
    variance(totals),
    items.length,
  )
  const errorRatio = alpha === null || alpha > 1 ? null : 100 * Math.sqrt(1 - alpha)
  return {
    attempts: totals.length,
    mean: mean(totals),
    deviation,
    ...shapeOf(totals),
    alpha,
    consistency: alpha === null ? null : 100 * alpha,
    errorRatio,
    standardError:
      errorRatio === null || deviation === null ? null : (errorRatio * deviation) / 100,
    kr20: kr20Of(items, maxMarks, totals),
  }
}
