export type PersonKind = 'sworn' | 'civilian' | 'auxiliary'

/** Who does it. `department` is a squad code (D00, N01 … L08) or ADMIN. */
export interface Actor {
  readonly id: string
  readonly username: string
  readonly displayName: string
  readonly personKind: PersonKind
  readonly department: string
  /** Where the request came from; absent for loads, clocks and commands. */
  readonly address?: string
  /** "Chrome 128 · Android 14". */
  readonly device?: string
  /** Set where a program acts with a token of this person: it may do what both of them may. */
  readonly tokenId?: string
  readonly scopes?: readonly string[]
}

/** Loads, migrations and clocks act under this name. */
export const systemActor: Actor = {
  id: '00000000-0000-7000-8000-000000000000',
  username: 'system',
  displayName: '系统',
  personKind: 'civilian',
  department: 'SYSTEM',
}
