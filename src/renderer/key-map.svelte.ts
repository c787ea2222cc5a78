import {
  chordOf,
  keyTable,
  labelOf,
  type Chord,
  type KeyEntry,
  type KeyGroup,
  type KeyName,
} from './keys.ts'

export type ChangedKeys = Readonly<Record<string, readonly Chord[]>>

const entryOf = (name: KeyName): KeyEntry | undefined =>
  keyTable.find((entry) => entry.name === name)

/** The keys of an entry: the learner's own where there are any. */
export const keysFor = (entry: KeyEntry, changed: ChangedKeys): readonly Chord[] =>
  entry.isFixed ? entry.keys : (changed[entry.name] ?? entry.keys)

/** On a study card digits choose options before they grade; everywhere else one key has one meaning. */
const meets = (a: KeyEntry, b: KeyEntry): boolean =>
  a.name !== b.name && a.group === b.group && a.isFixed !== true && b.isFixed !== true

/** What a key means already on the same screen; null when it is free there. */
export function takenBy(name: KeyName, chord: Chord, changed: ChangedKeys): KeyName | null {
  const own = entryOf(name)
  const other = keyTable.find(
    (entry) =>
      own !== undefined &&
      (meets(own, entry) || (own.name !== entry.name && isSystem(entry))) &&
      keysFor(entry, changed).includes(chord),
  )
  return other?.name ?? null
}

/** Steps are taken back and done again on every screen alike. */
const isSystem = (entry: KeyEntry) => entry.name === 'undoStep' || entry.name === 'redoStep'

/** The keys in use: the usual ones of the table with the learner's own laid over them. */
export class KeyMap {
  changed = $state.raw<ChangedKeys>({})

  keysOf(name: KeyName): readonly Chord[] {
    const entry = entryOf(name)
    return entry ? keysFor(entry, this.changed) : []
  }

  /** The first key of a command as people read it; empty when it has none. */
  label(name: KeyName): string {
    const [first] = this.keysOf(name)
    return first === undefined ? '' : labelOf(first)
  }

  /** What a key press asks for on a screen; null when it means nothing there. */
  command(group: KeyGroup, event: KeyboardEvent): KeyName | null {
    const chord = chordOf(event)
    if (chord === null) return null
    const entry = keyTable.find(
      (each) =>
        each.group === group && !each.isFixed && keysFor(each, this.changed).includes(chord),
    )
    return entry?.name ?? null
  }

  /** Does this key take a step back, or do it again, on whatever screen? */
  step(event: KeyboardEvent): 'undo' | 'redo' | null {
    const name = this.command('main', event)
    if (name === 'undoStep') return 'undo'
    return name === 'redoStep' ? 'redo' : null
  }
}
