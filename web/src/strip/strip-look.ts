import type { Theme } from '../map/map-types.ts'

/** Colours of the diagram itself; the symbols on it bring those of the map. */
export interface StripLook {
  readonly paper: string
  readonly plot: string
  readonly ink: string
  readonly soft: string
  readonly rule: string
  readonly faint: string
  readonly road: string
  readonly roadEdge: string
  readonly lane: string
  readonly squads: readonly [string, string]
  readonly township: readonly [string, string]
  readonly hatch: string
  readonly density: string
  readonly densityEdge: string
  readonly chainBreak: string
  readonly badge: string
  readonly badgeInk: string
}

export const stripLooks: Readonly<Record<Theme, StripLook>> = {
  light: {
    paper: '#ffffff',
    plot: '#fffdf8',
    ink: '#1d1b16',
    soft: '#48443a',
    rule: '#cfc7b4',
    faint: '#e6e0d1',
    road: '#6d6a64',
    roadEdge: '#2f2d29',
    lane: '#fffdf6',
    squads: ['#dfe9ea', '#f3ead2'],
    township: ['#eef0e4', '#f6f2e8'],
    hatch: '#9db4b9',
    density: '#c9a3d8',
    densityEdge: '#7b1fa2',
    chainBreak: '#8a1c12',
    badge: '#1d1b16',
    badgeInk: '#ffffff',
  },
  dark: {
    paper: '#14171a',
    plot: '#191d20',
    ink: '#efeade',
    soft: '#c9c3b4',
    rule: '#484e53',
    faint: '#2a2f33',
    road: '#8b8f92',
    roadEdge: '#d8d2c2',
    lane: '#14171a',
    squads: ['#22373d', '#3b3420'],
    township: ['#252b25', '#2c2a24'],
    hatch: '#47666e',
    density: '#5b3b6a',
    densityEdge: '#d58cf5',
    chainBreak: '#ffb5a8',
    badge: '#efeade',
    badgeInk: '#14171a',
  },
}
