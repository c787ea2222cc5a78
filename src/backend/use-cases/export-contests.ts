import type { Output, Parsed } from '#contract/api.ts'
import { reportWords } from '#contract/report-words.ts'
import { placesIn, type Place } from '#domain/contests/place.ts'
import { reportAsCsv, reportAsMarkdown, type ReportedCard } from '#domain/contests/report.ts'
import type { Range } from '#domain/cards/rolegen.ts'
import { locate } from '#domain/cards/locate.ts'
import { isoDay } from '#domain/time/study-day.ts'
import { readNow, type Context } from '../context.ts'
import { listContests } from './list-contests.ts'

/** What the list of contested cards can be written as. */
export type ReportFormat = Parsed<'exportContests'>['format']

/** The contested cards with their places, each document read once. */
function reported(context: Context): ReportedCard[] {
  const documents = new Map<string, (passage: Range) => Place | null>()
  const placeFinder = (sourceId: string) => {
    const known = documents.get(sourceId)
    if (known) return known
    const text = context.sources.find(sourceId)?.text ?? ''
    const placeOf = placesIn(text)
    const finder = (passage: Range) => {
      const found = locate(text, passage)
      return found ? placeOf(found.start) : null
    }
    documents.set(sourceId, finder)
    return finder
  }
  return listContests(context).map((card) => ({
    fault: card.fault,
    note: card.note,
    date: isoDay(card.day),
    document: card.sourceTitle,
    role: card.roleName,
    asked: card.asked,
    places: card.asked.passages.map(placeFinder(card.sourceId)),
  }))
}

/** The list of contested cards as a file for the owner of the documents, by document and role. */
export function exportContests(
  context: Context,
  { format }: { readonly format: ReportFormat },
): Output<'exportContests'> {
  const cards = reported(context)
  const write = { md: reportAsMarkdown, csv: reportAsCsv }[format]
  const fileName = `contested-cards-${isoDay(readNow(context).day)}.${format}`
  return { fileName, text: write(cards, reportWords) }
}
