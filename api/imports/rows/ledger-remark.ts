import { maskPersonal } from '../../accidents/mask-personal.ts'

const longest = 500

/** What has no field of its own is not lost: it stands in the remark, each under its name. */
export function joinRemark(parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part): part is string => part !== undefined && part !== '')
  return said.length === 0 ? undefined : maskPersonal(said.join('；')).slice(0, longest)
}
