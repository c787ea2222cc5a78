import { readdirSync, statSync } from 'node:fs'
import { basename, extname, join, relative, resolve } from 'node:path'
import type { Order } from './arguments.ts'

/** A document to read, and where its output goes; null for standard output. */
export interface Task {
  readonly path: string
  /** How it is spoken of: its path below the folder that was named. */
  readonly name: string
  /** Part of every card's id: the name without its ending. */
  readonly sourceId: string
  readonly out: string | null
}

const withoutEnding = (name: string) => name.slice(0, name.length - extname(name).length)

/** Files below a folder in the order of their names; hidden ones, links and `leftOut` are passed over. */
function filesBelow(folder: string, isRecursive: boolean, leftOut: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isFile()) return [path]
      const isEntered = isRecursive && entry.isDirectory() && path !== leftOut
      return isEntered ? filesBelow(path, isRecursive, leftOut) : []
    })
}

/** What an order comes to, document by document; or what is wrong with it, in a sentence. */
export function tasksOf(order: Order, from: string): readonly Task[] | string {
  const input = resolve(from, order.input)
  const out = order.out === null ? null : resolve(from, order.out)
  const stat = statSync(input, { throwIfNoEntry: false })
  const outStat = out === null ? undefined : statSync(out, { throwIfNoEntry: false })
  if (!stat) return `${order.input}: there is no such file or folder.`
  if (!stat.isDirectory()) {
    if (order.recursive) return '--recursive is for folders.'
    if (outStat?.isDirectory()) return `${order.out}: is a folder. Name a file to write.`
    if (out === input) return `${order.out}: is the document itself. Name another file to write.`
    const name = basename(input)
    return [{ path: input, name, sourceId: withoutEnding(name), out }]
  }
  if (out === null) {
    if (!order.explain) return 'A folder needs --out OUTFOLDER.'
  } else {
    if (outStat && !outStat.isDirectory()) return `${order.out}: is a file. Name a folder.`
    if (out === input) return `${order.out}: holds the documents. Name another folder to write to.`
  }
  return filesBelow(input, order.recursive, out ?? '').map((path) => {
    const name = relative(input, path).replaceAll('\\', '/')
    return {
      path,
      name,
      sourceId: withoutEnding(name),
      out: out === null ? null : join(out, `${name}.${order.format}`),
    }
  })
}
