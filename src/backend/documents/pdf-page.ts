/** A run of characters of one font on a page; lengths in points, `y` counts down from the page's top edge. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly right: number
  /** The line that letters stand on. */
  readonly y: number
  readonly size: number
  readonly isBold: boolean
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
}
