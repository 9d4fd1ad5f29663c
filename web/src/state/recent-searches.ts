const key = 'recent-searches'
const most = 6

/** What was typed on this device; never the records that were found. */
export function readRecent(storage: Storage): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export function keepRecent(storage: Storage, text: string): string[] {
  const kept = [text, ...readRecent(storage).filter((other) => other !== text)].slice(0, most)
  try {
    storage.setItem(key, JSON.stringify(kept))
  } catch {
    // A full or forbidden storage must not stop the search.
  }
  return kept
}

export function forgetRecent(storage: Storage): void {
  storage.removeItem(key)
}
