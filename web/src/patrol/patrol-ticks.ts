const prefix = 'patrol:'

/** What was seen today, kept on this device only; yesterday's ticks are swept away. */
export function readTicks(storage: Storage, day: string): string[] {
  for (const key of Object.keys(storage)) {
    if (key.startsWith(prefix) && key !== prefix + day) storage.removeItem(key)
  }
  const kept = storage.getItem(prefix + day)
  return kept ? kept.split(',') : []
}

export function keepTicks(storage: Storage, day: string, ids: readonly string[]): void {
  if (ids.length > 0) storage.setItem(prefix + day, ids.join(','))
  else storage.removeItem(prefix + day)
}
