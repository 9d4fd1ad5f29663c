import type { Area } from './area.schema.ts'

type NamedArea = Pick<Area, 'code' | 'name' | 'kind'>

/** Records carry the name of their township; a park counts as one, the banner does not. */
export const townshipsOf = <A extends NamedArea>(areas: readonly A[]): A[] =>
  areas.filter(({ kind }) => kind !== 'banner')

/** By its name or its code. */
export function townshipByName<A extends NamedArea>(areas: readonly A[], text: string): A | undefined {
  const wanted = text.normalize('NFKC').trim()
  return townshipsOf(areas).find(({ code, name }) => name === wanted || code === wanted)
}
