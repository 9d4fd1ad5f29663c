import { transitionEntries } from '../../api/hazards/life-cycle.ts'
import { furtherActIds, type FurtherActId } from '../../api/hazards/records/further-acts.ts'
import type { Words } from '../../web/src/text/words.ts'

/** A place of the program as an address says it, seen by whoever works there. */
export interface Screen {
  readonly name: string
  /** Left out: nobody has signed in. */
  readonly username?: string
  /** Given the ids of records that stand for their kind; undefined where there is no such record. */
  readonly address: (records: Records) => string | undefined
  /** The fold that is opened and brought into sight. */
  readonly fold?: (words: Words) => string
  /** What is pressed before the picture, one after the other. */
  readonly press?: (words: Words) => readonly string[]
  /** As a printer sets it. */
  readonly onPaper?: boolean
}

type Kind = 'hazard' | 'closedHazard' | 'facility' | 'accident' | 'hotspot' | 'list'
/** And of each act the first ticket that waits for it. */
export type Records = Readonly<Partial<Record<Kind | `act:${string}`, string>>>

const panel = (name: string, username = 'leader', rest: Partial<Screen> = {}): Screen => ({
  name,
  username,
  address: () => `?panel=${name}`,
  ...rest,
})

const record = (
  name: string,
  kind: Kind,
  { username = 'leader', before = '?', select = 'hazard', ...rest }: RecordPlace = {},
): Screen => ({
  name,
  username,
  address: (records) => records[kind] && `${before}select=${select}:${records[kind]}`,
  ...rest,
})
interface RecordPlace extends Partial<Screen> {
  readonly before?: string
  readonly select?: string
}

/** The form of an act, opened as a row of the to-do list opens it. */
const act = (name: string, username = 'leader'): Screen => ({
  name: `act-${name}`,
  username,
  address: (records) => records[`act:${name}`] && `?select=hazard:${records[`act:${name}`]}&act=${name}`,
})

/** What is done to the record itself. */
const furtherAct = (name: FurtherActId): Screen => ({
  name: `act-${name}`,
  username: 'leader',
  address: (records) => records[`act:${name}`] && `?select=hazard:${records[`act:${name}`]}`,
  press: ({ corrections }) => [corrections.acts[name]],
})

const listPart = (name: string, press: (words: Words['lists']) => string): Screen => ({
  name: `list-${name}`,
  username: 'leader',
  address: ({ list }) => list && `?panel=lists&list=${list}`,
  press: ({ lists }) => [press(lists)],
})

const page = (name: string, path: string): Screen => ({ name, username: 'leader', address: () => path })

export const screens: readonly Screen[] = [
  { name: 'sign-in', address: () => '' },
  { name: 'map', username: 'leader', address: () => '' },
  panel('hotspots', 'accident'),
  record('hotspot', 'hotspot', { username: 'accident', before: '?panel=hotspots&', select: 'hotspot' }),
  { name: 'heat', username: 'leader', address: () => '?panel=hotspots&heat=1000' },
  { name: 'strip', username: 'leader', address: () => '?panel=strip&strip=G109:1030000-1060000' },
  panel('hazards'),
  record('hazard', 'hazard'),
  record('closed-hazard', 'closedHazard'),
  record('papers', 'hazard', { fold: ({ letters }) => letters.title }),
  { name: 'new-hazard', username: 'squad', address: () => '?task=hazard' },
  panel('facilities', 'facility'),
  record('facility', 'facility', { username: 'facility', select: 'facility' }),
  { name: 'new-facility', username: 'facility', address: () => '?task=facility' },
  record('accident', 'accident', { username: 'accident', select: 'accident' }),
  { name: 'stake', username: 'leader', address: () => '?select=stake:G109:1046200' },
  { name: 'road', username: 'accident', address: () => '?select=road:G109' },
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
  panel('lists', 'clerk'),
  {
    name: 'list',
    username: 'leader',
    address: ({ list }) => list && `?panel=lists&list=${list}`,
  },
  listPart('checks', ({ checks }) => checks(undefined)),
  listPart('diff', ({ diff }) => diff),
  listPart('life', ({ life }) => life),
  listPart('downloads', ({ downloads }) => downloads),
  listPart('issue', ({ issue }) => issue),
  listPart('rename', ({ rename }) => rename),
  ...transitionEntries.map(([name]) => act(name, name === 'revisit' ? 'accident' : 'leader')),
  ...furtherActIds.map(furtherAct),
  panel('exports', 'leader'),
  panel('office', 'clerk'),
  panel('statistics', 'leader'),
  panel('statistics', 'clerk', { name: 'material', fold: ({ statistics }) => statistics.bases }),
  panel('statistics', 'clerk', { name: 'printed-figures', onPaper: true }),
  page('docs', '/api/docs'),
  page('docs-life-cycle', '/api/docs/life-cycle'),
  page('docs-rights', '/api/docs/rights'),
  page('docs-screening-rules', '/api/docs/screening-rules'),
]
