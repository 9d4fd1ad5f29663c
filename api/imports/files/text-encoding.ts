export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

function markOf([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** Without a mark: in UTF-16 the digits and commas of a table leave zeros on one side of each pair. */
function pairsOf(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0]
  bytes.forEach((byte, index) => (zeros[index % 2]! += byte === 0 ? 1 : 0))
  const enough = bytes.length * 0.1
  if (zeros[1]! > enough && zeros[0]! * 10 < zeros[1]!) return 'utf-16le'
  return zeros[0]! > enough && zeros[1]! * 10 < zeros[0]! ? 'utf-16be' : undefined
}

/** What the beginning of the file settles; otherwise it is UTF-8 if all of it is valid UTF-8, else GB18030. */
export const encodingOfHead = (head: Uint8Array): Encoding | undefined => markOf(head) ?? pairsOf(head)

/** Says chunk by chunk whether everything so far is UTF-8. */
export function newUtf8Check(): (chunk: Uint8Array, isLast: boolean) => boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isValid = true
  return (chunk, isLast) => {
    try {
      if (isValid) decoder.decode(chunk, { stream: !isLast })
    } catch {
      isValid = false
    }
    return isValid
  }
}
