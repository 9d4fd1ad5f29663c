import type { Actor } from '../http/actor.ts'
import { isPermitted } from './permissions.ts'

type Post = Pick<Actor, 'department' | 'personKind'>

/** Road and duty squads (L01–L08) answer for a stretch of the banner; departments answer for all of it. */
export const ownSquadOf = ({ department }: Post): string | undefined =>
  department.startsWith('L') ? department : undefined

/** A squad sees everything but changes only its own; what lies in no squad's stretch is everybody's. */
export function mayTouchSquad(actor: Post, squadCode: string | null | undefined): boolean {
  const own = ownSquadOf(actor)
  return own === undefined || !squadCode || squadCode === own
}

export type ExportKind = 'hazards' | 'facilities' | 'accidents'

/** What a file may hold: everything, one squad's own, or nothing at all. */
export type ExportScope = { readonly all: true } | { readonly squad: string } | { readonly none: true }

export function exportScope(actor: Post, kind: ExportKind): ExportScope {
  if (!isPermitted(actor, 'business:read')) return { none: true }
  if (actor.department === 'N05' && kind !== 'facilities') return { none: true }
  const squad = ownSquadOf(actor)
  return squad === undefined ? { all: true } : { squad }
}

export type ScopedSquads = { readonly squads: readonly string[] | undefined } | { readonly refused: true }

/** Narrows what was asked for to what may leave; asking for other squads only is refused rather than answered with nothing. */
export function scopedSquads(scope: ExportScope, asked: readonly string[] | undefined): ScopedSquads {
  if ('none' in scope) return { refused: true }
  if ('all' in scope) return { squads: asked }
  return asked && !asked.includes(scope.squad) ? { refused: true } : { squads: [scope.squad] }
}
