import type { LocatingItem } from '../api/api-types.ts'

export const itemSymbol = ({ kind, severity, level }: LocatingItem): string =>
  kind === 'accident' ? `accident:${severity ?? 'damageOnly'}` : `hazard:20:${level ?? 1}:running`
