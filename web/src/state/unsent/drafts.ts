/** Text typed into a form outlives a reload, a lost session and a flat battery until the service acknowledged it. */
export function readDraft<Draft extends object>(storage: Storage, key: string): Partial<Draft> | undefined {
  try {
    const value: unknown = JSON.parse(storage.getItem(`draft:${key}`) ?? 'null')
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

export function keepDraft(storage: Storage, key: string, draft: object): boolean {
  try {
    storage.setItem(`draft:${key}`, JSON.stringify(draft))
    return true
  } catch {
    // A full or forbidden storage must not stop the typing.
    return false
  }
}

export function dropDraft(storage: Storage, key: string): void {
  storage.removeItem(`draft:${key}`)
}
