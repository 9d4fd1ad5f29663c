/** What an OLE container of Office holds, as far as it decides whether it can be read. */
export type OleFacts = 'workbook' | 'lockedWorkbook' | 'tooOld' | 'lockedPackage' | 'other'

const sector = 512
const [bof, filePass, boundSheet, eof] = [0x0809, 0x002f, 0x0085, 0x000a]
const [biff8, globals] = [0x0600, 0x0005]

const hasStream = (bytes: Buffer, name: string) => bytes.includes(Buffer.from(name, 'utf16le'))

/** The records at the beginning of the workbook, before the texts: the password first, then the sheets. */
function* openingRecords(bytes: Buffer, from: number): Generator<{ id: number; at: number }> {
  for (let at = from; at + 4 <= bytes.length;) {
    const id = bytes.readUInt16LE(at)
    if (id === eof) return
    yield { id, at: at + 4 }
    at += 4 + bytes.readUInt16LE(at + 2)
  }
}

const hasPassword = (bytes: Buffer, from: number): boolean => {
  let count = 0
  for (const { id } of openingRecords(bytes, from)) {
    if (id === filePass) return true
    if (++count === 8) return false
  }
  return false
}

function startOfWorkbook(bytes: Buffer): number | undefined {
  for (let at = sector; at + 8 <= bytes.length; at += sector)
    if (bytes.readUInt16LE(at) === bof && bytes.readUInt16LE(at + 6) === globals) return at
  return undefined
}

export function oleFacts(bytes: Buffer): OleFacts {
  if (hasStream(bytes, 'EncryptedPackage')) return 'lockedPackage'
  if (hasStream(bytes, 'Book\0') && !hasStream(bytes, 'Workbook')) return 'tooOld'
  if (!hasStream(bytes, 'Workbook')) return 'other'
  const start = startOfWorkbook(bytes)
  // A small stream lives among others; whether it can be read shows then.
  if (start === undefined) return 'workbook'
  if (bytes.readUInt16LE(start + 4) !== biff8) return 'tooOld'
  return hasPassword(bytes, start) ? 'lockedWorkbook' : 'workbook'
}

/** Per sheet, in order, whether it is hidden; shorter than the list of sheets where the container is in pieces. */
export function hiddenSheets(bytes: Buffer): boolean[] {
  const start = startOfWorkbook(bytes)
  const hidden: boolean[] = []
  if (start === undefined) return hidden
  for (const { id, at } of openingRecords(bytes, start))
    if (id === boundSheet && at + 5 <= bytes.length) hidden.push((bytes.readUInt8(at + 4) & 3) !== 0)
  return hidden
}
