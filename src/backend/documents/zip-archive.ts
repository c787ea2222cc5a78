import { crc32, inflateRawSync } from 'node:zlib'
import { AppError } from '#domain/errors.ts'

/** A file inside an archive, as the directory at its end describes it. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

export interface ZipLimits {
  readonly entries: number
  /** Bytes of all entries together, unpacked. */
  readonly unpacked: number
  /** Unpacked bytes for each packed one, where an entry is larger than a megabyte. */
  readonly ratio: number
}

export interface ZipArchive {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** The unpacked bytes of an entry. @throws AppError document_damaged, document_bomb */
  read(entry: ZipEntry): Uint8Array
}

const damaged = () => new AppError('document_damaged')
const bomb = () => new AppError('document_bomb')

/** Where the archive's last record begins; it is followed by a comment of at most 64 KB. */
function endRecordAt(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    if (at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  throw damaged()
}

function entryAt(view: DataView, at: number, end: number): { entry: ZipEntry; next: number } {
  if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged()
  const flags = view.getUint16(at + 8, true)
  if (flags & 0x41) throw new AppError('document_encrypted')
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > end) throw damaged()
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)
  return {
    entry: {
      name: new TextDecoder('utf-8').decode(name),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    },
    next,
  }
}

/** Where an entry's packed bytes begin; its own header must agree with the directory on the name's place. */
function contentAt(view: DataView, entry: ZipEntry, directory: number): number {
  if (entry.offset + 30 > directory || view.getUint32(entry.offset, true) !== 0x04034b50)
    throw damaged()
  const start =
    entry.offset +
    30 +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true)
  if (start + entry.packedSize > directory) throw damaged()
  return start
}

/** Entries that share bytes would let a small file unpack to a huge one. */
function refuseOverlaps(view: DataView, entries: readonly ZipEntry[], directory: number): void {
  let free = 0
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < free) throw bomb()
    free = contentAt(view, entry, directory) + entry.packedSize
  }
}

function refuseBombs(entries: readonly ZipEntry[], limits: ZipLimits): void {
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > limits.unpacked) throw bomb()
  const isBlownUp = ({ size, packedSize }: ZipEntry) =>
    size > 1_000_000 && size > packedSize * limits.ratio
  if (entries.some(isBlownUp)) throw bomb()
}

/**
 * Reads the directory of a ZIP archive and judges it before anything is unpacked: number and sizes of entries,
 * ratio, overlap, names that stand twice, encryption. What is unpacked later is counted and checked by its sum.
 * @throws AppError document_damaged, document_bomb, document_encrypted
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): ZipArchive {
  if (bytes.byteLength < 22) throw damaged()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecordAt(view)
  const count = view.getUint16(end + 10, true)
  const directory = view.getUint32(end + 16, true)
  if (count > limits.entries) throw bomb()
  // 0xffff and 0xffffffff point to a second directory, for archives of gigabytes: no document is one.
  if (count === 0xffff || directory + view.getUint32(end + 12, true) > end) throw damaged()
  const entries = new Map<string, ZipEntry>()
  let at = directory
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = entryAt(view, at, end)
    if (entries.has(entry.name)) throw damaged()
    entries.set(entry.name, entry)
    at = next
  }
  const all = [...entries.values()]
  refuseBombs(all, limits)
  refuseOverlaps(view, all, directory)
  return {
    entries,
    read(entry) {
      const start = contentAt(view, entry, directory)
      const packed = bytes.subarray(start, start + entry.packedSize)
      const content = unpack(entry, packed)
      if (content.byteLength !== entry.size || crc32(content) !== entry.crc) throw damaged()
      return content
    },
  }
}

function unpack(entry: ZipEntry, packed: Uint8Array): Uint8Array {
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw damaged()
  try {
    // One byte more than declared shows that the declaration lies, without unpacking the rest.
    return inflateRawSync(packed, { maxOutputLength: entry.size + 1 })
  } catch (error) {
    const isLonger = error instanceof RangeError && 'code' in error
    throw isLonger ? bomb() : damaged()
  }
}
