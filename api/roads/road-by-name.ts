interface NamedRoad {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** A road by its code, its name or any of its other names, whichever way its letters are written. */
export function roadByName<R extends NamedRoad>(roads: readonly R[], text: string): R | undefined {
  const wanted = text.normalize('NFKC').trim().toUpperCase()
  return roads.find(({ code, name, aliases }) =>
    [code, name, ...aliases].some((known) => known.normalize('NFKC').toUpperCase() === wanted),
  )
}
