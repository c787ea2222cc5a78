import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { AppError } from '#domain/errors.ts'
import type { Notice } from '#domain/roles/notices.ts'
import { drawnBullets, type DrawingCommands } from './pdf-marks.ts'
import type { PdfPage, Piece } from './pdf-page.ts'

const mostPages = 1000
/** Characters of all pages; the same as for a text file. */
const mostCharacters = 10_000_000

type TextItem = Extract<
  Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number],
  { str: string }
>
const isTextItem = (item: object): item is TextItem => 'str' in item

/** The fonts' real names come with the page's drawing commands; the text alone calls them g_d0_f1. */
const isBoldFont = (page: PDFPageProxy, font: string): boolean => {
  if (!page.commonObjs.has(font)) return false
  const loaded: unknown = page.commonObjs.get(font)
  const name = typeof loaded === 'object' && loaded && 'name' in loaded ? loaded.name : ''
  return /bold|black|heavy|demi/i.test(String(name))
}

async function readPage(page: PDFPageProxy, ops: DrawingCommands): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const drawn = await page.getOperatorList()
  const texts = items.filter(isTextItem).filter((item) => item.str.trim() !== '')
  const fonts = new Set(texts.map((item) => item.fontName))
  const bold = new Set([...fonts].filter((font) => isBoldFont(page, font)))
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform // as: six numbers by its documentation
  const pieces = texts.flatMap((item): Piece[] => {
    const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = item.transform as number[] // as: six numbers as well
    const across = [a * ta + c * tb, b * ta + d * tb] as const
    const size = Math.hypot(a * tc + c * td, b * tc + d * td)
    // Text along an edge or across the page is a stamp or a label of a picture.
    const isLevel = across[0] > 0 && Math.abs(across[1]) < across[0] / 10
    const x = a * te + c * tf + e
    const y = b * te + d * tf + f
    const isPlaced = [x, y, size, item.width].every(Number.isFinite) && size > 0.5
    if (!isLevel || !isPlaced) return []
    const isBold = bold.has(item.fontName)
    return [{ text: item.str, x, right: x + Math.max(0, item.width), y, size, isBold }]
  })
  const bullets = drawnBullets(drawn, ops, [a, b, c, d, e, f], pieces)
  page.cleanup()
  return { width: viewport.width, height: viewport.height, pieces: [...pieces, ...bullets] }
}

/** What a PDF may carry besides its pages, and what is left out of it. */
async function noticesOf(pdf: PDFDocumentProxy): Promise<Notice[]> {
  const notices: Notice[] = []
  const [scripts, opening, files] = await Promise.all([
    pdf.getJSActions(),
    pdf.getOpenAction(),
    pdf.getAttachments(),
  ])
  const opens = opening && typeof opening === 'object' && 'action' in opening
  if (scripts || opens) notices.push({ code: 'scripts_dropped', params: {} })
  if (files) notices.push({ code: 'embedded_dropped', params: {} })
  return notices
}

async function readAll(pdf: PDFDocumentProxy, ops: DrawingCommands): Promise<PdfPage[]> {
  if (pdf.numPages > mostPages) throw new AppError('document_too_many_pages', { most: mostPages })
  const pages: PdfPage[] = []
  let characters = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await readPage(await pdf.getPage(number), ops)
    characters += page.pieces.reduce((sum, piece) => sum + piece.text.length, 0)
    if (characters > mostCharacters) throw new AppError('document_too_complex')
    pages.push(page)
  }
  return pages
}

async function attempt(bytes: Uint8Array, isStrict: boolean) {
  // The reader's other half; loaded by us, because it would look for a file beside itself that a build does not have.
  await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
  const { getDocument, OPS, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.min.mjs')
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    stopAtErrors: isStrict,
    fontExtraProperties: true,
    // Text only: no forms, fonts, pictures or network. This version has no `isEvalSupported`: it never evaluates code.
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWorkerFetch: false,
    useWasm: false,
  })
  try {
    const pdf = await task.promise
    return { pages: await readAll(pdf, OPS), notices: await noticesOf(pdf) }
  } finally {
    await task.destroy()
  }
}

const isPasswordProblem = (error: unknown) =>
  error instanceof Error && error.name === 'PasswordException'

/**
 * The text of a PDF with its places on the pages. A file with faults is read once more, taking what can be had.
 * @throws AppError document_encrypted, document_damaged, document_too_many_pages {most}, document_too_complex
 */
export async function readPdfPages(
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly PdfPage[]; readonly notices: readonly Notice[] }> {
  for (const isStrict of [true, false]) {
    try {
      const { pages, notices } = await attempt(bytes, isStrict)
      return isStrict
        ? { pages, notices }
        : { pages, notices: [...notices, { code: 'damage_repaired', params: {} }] }
    } catch (error) {
      if (error instanceof AppError) throw error
      if (isPasswordProblem(error)) throw new AppError('document_encrypted')
    }
  }
  throw new AppError('document_damaged')
}
