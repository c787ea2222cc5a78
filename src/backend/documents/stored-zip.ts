import { crc32 } from 'node:zlib'

const record = (size: number, fill: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(size)
  fill(new DataView(bytes.buffer))
  return bytes
}

/** A ZIP archive of files that are stored as they are, for libraries that take nothing else. */
export function storedZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const chunks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [path, content] of files) {
    const name = new TextEncoder().encode(path)
    const describe = (view: DataView, at: number) => {
      view.setUint16(at, 20, true)
      view.setUint16(at + 2, 0x800, true)
      view.setUint32(at + 10, crc32(content), true)
      view.setUint32(at + 14, content.byteLength, true)
      view.setUint32(at + 18, content.byteLength, true)
      view.setUint16(at + 22, name.byteLength, true)
    }
    const local = record(30, (view) => {
      view.setUint32(0, 0x04034b50, true)
      describe(view, 4)
    })
    const entryOffset = offset
    const central = record(46, (view) => {
      view.setUint32(0, 0x02014b50, true)
      view.setUint16(4, 20, true)
      describe(view, 6)
      view.setUint32(42, entryOffset, true)
    })
    chunks.push(local, name, content)
    directory.push(central, name)
    offset += local.byteLength + name.byteLength + content.byteLength
  }
  const directorySize = directory.reduce((sum, each) => sum + each.byteLength, 0)
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true)
    view.setUint16(8, files.size, true)
    view.setUint16(10, files.size, true)
    view.setUint32(12, directorySize, true)
    view.setUint32(16, offset, true)
  })
  return Buffer.concat([...chunks, ...directory, end])
}
