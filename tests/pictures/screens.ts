/** A place of the program as an address says it, seen by whoever works there. */
export interface Screen {
  readonly name: string
  readonly username: string
  /** Given the ids of records that stand for their kind. */
  readonly address: (ids: Records) => string
}

export interface Records {
  readonly hazard: string
  readonly closedHazard: string
  readonly facility: string
  readonly accident: string
  readonly hotspot: string
}

const panel = (name: string, username = 'leader'): Screen => ({
  name,
  username,
  address: () => `?panel=${name}`,
})

export const screens: readonly Screen[] = [
  { name: 'map', username: 'leader', address: () => '' },
  panel('hotspots', 'accident'),
  {
    name: 'hotspot',
    username: 'accident',
    address: ({ hotspot }) => `?panel=hotspots&select=hotspot:${hotspot}`,
  },
  { name: 'heat', username: 'leader', address: () => '?panel=hotspots&heat=1000' },
  { name: 'strip', username: 'leader', address: () => '?panel=strip&strip=G109:1030000-1060000' },
  panel('hazards'),
  { name: 'hazard', username: 'leader', address: ({ hazard }) => `?select=hazard:${hazard}` },
  {
    name: 'closed-hazard',
    username: 'leader',
    address: ({ closedHazard }) => `?select=hazard:${closedHazard}`,
  },
  { name: 'new-hazard', username: 'squad', address: () => '?task=hazard' },
  panel('facilities', 'facility'),
  { name: 'facility', username: 'facility', address: ({ facility }) => `?select=facility:${facility}` },
  { name: 'new-facility', username: 'facility', address: () => '?task=facility' },
  { name: 'accident', username: 'accident', address: ({ accident }) => `?select=accident:${accident}` },
  panel('gaps', 'facility'),
  panel('rounds', 'facility'),
  panel('todo', 'squad'),
  panel('patrol', 'squad'),
  panel('locating', 'accident'),
  panel('roads', 'accident'),
  panel('imports', 'accident'),
  panel('inspection', 'audit'),
  panel('audit', 'audit'),
  panel('layers'),
  panel('filters'),
  panel('settings'),
  panel('account'),
  panel('holidays', 'clerk'),
  panel('people', 'admin'),
]

export interface Look {
  readonly width: number
  readonly text: 1 | 1.5
  readonly theme: 'light' | 'dark'
  readonly language: 'zh' | 'en'
}

const widths = [360, 1280, 1920] as const

export const everyLook: readonly Look[] = widths.flatMap((width) =>
  ([1, 1.5] as const).flatMap((text) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      (['zh', 'en'] as const).map((language) => ({ width, text, theme, language })),
    ),
  ),
)

/** Each width, size, theme and language at least twice. */
export const usualLooks: readonly Look[] = [
  { width: 360, text: 1, theme: 'light', language: 'zh' },
  { width: 360, text: 1.5, theme: 'dark', language: 'zh' },
  { width: 360, text: 1, theme: 'dark', language: 'en' },
  { width: 1280, text: 1, theme: 'light', language: 'zh' },
  { width: 1280, text: 1.5, theme: 'light', language: 'en' },
  { width: 1920, text: 1, theme: 'dark', language: 'zh' },
]

export const lookName = ({ width, text, theme, language }: Look) =>
  [width, text === 1 ? 'standard' : 'large', theme, language].join('-')
