import type { PDFPageProxy } from 'pdfjs-dist'
import type { Piece } from './pdf-page.ts'

type PDFOperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>

type Matrix = readonly [number, number, number, number, number, number]

/** Numbers of the drawing commands, as the library's own table has them. */
export interface DrawingCommands {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly constructPath: number
}

interface Dot {
  readonly x: number
  readonly right: number
  readonly middle: number
}

const isMatrix = (value: unknown): value is Matrix =>
  Array.isArray(value) && value.length === 6 && value.every(Number.isFinite)

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

/** Small shapes as wide as they are high: what is drawn in place of a bullet's sign. */
function dotsOf(list: PDFOperatorList, ops: DrawingCommands, base: Matrix): Dot[] {
  const dots: Dot[] = []
  const saved: Matrix[] = []
  let now = base
  for (const [index, op] of list.fnArray.entries()) {
    const args: unknown = list.argsArray[index]
    if (op === ops.save) saved.push(now)
    else if (op === ops.restore) now = saved.pop() ?? base
    else if (op === ops.transform && isMatrix(args)) now = times(now, args)
    else if (op === ops.constructPath && Array.isArray(args)) {
      const box: unknown = args[2]
      if (!ArrayBuffer.isView(box) && !Array.isArray(box)) continue
      const [left = 0, top = 0, right = 0, bottom = 0] = Array.from(box as ArrayLike<number>) // as: a box of four numbers by the library's code
      const [, , , , x1, y1] = times(now, [1, 0, 0, 1, left, top])
      const [, , , , x2, y2] = times(now, [1, 0, 0, 1, right, bottom])
      const width = Math.abs(x2 - x1)
      const height = Math.abs(y2 - y1)
      if (width < 1 || width > 10 || Math.abs(width - height) > 0.35 * width) continue
      dots.push({ x: Math.min(x1, x2), right: Math.max(x1, x2), middle: (y1 + y2) / 2 })
    }
  }
  return dots
}

/** Bullets that are drawn and not written, each as a piece on the line of the text to its right. */
export function drawnBullets(
  list: PDFOperatorList,
  ops: DrawingCommands,
  base: Matrix,
  pieces: readonly Piece[],
): Piece[] {
  const dots = dotsOf(list, ops, base)
  // A chart has thousands of them.
  if (dots.length > 300) return []
  const isOn = (dot: Dot, { y, size }: Piece) => dot.middle < y && dot.middle > y - 0.8 * size
  return dots.flatMap((dot): Piece[] => {
    const beside = pieces.filter((piece) => isOn(dot, piece))
    const text = beside.find(
      ({ x, size }) => x >= dot.right && x - dot.right < 3 * size && dot.right - dot.x < 0.6 * size,
    )
    const isAfterText = beside.some(
      ({ right, size }) => right <= dot.x + 1 && dot.x - right < 2 * size,
    )
    if (!text || isAfterText) return []
    const { y, size } = text
    return [{ text: '\u2022', x: dot.x, right: dot.right, y, size, isBold: false }]
  })
}
