import type { Edition } from '../../documents/provenance.ts'
import type { HazardActionId } from '../../hazards/hazard-actions.ts'
import { lifeCycle } from '../../hazards/life-cycle.ts'
import { bannerDay } from '../../areas/calendar-days.ts'

/** An act as it is kept, as far as the sheet tells of it. */
export interface ToldStep {
  readonly at: Date
  readonly action: string
  readonly fields: Readonly<Record<string, unknown>>
}

export interface SheetEvent {
  readonly on: string
  readonly what: string
}

/** So many fit on the page. */
export const mostEvents = 14

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const shortened = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text

/** What is worth saying besides the name of the act: never who did it. */
function detailOf({ action, fields }: ToldStep, edition: Edition): string[] {
  const until = textOf(fields['newDueDate'])
  const progress = action === 'progress' ? textOf(fields['progressText']) : undefined
  return [
    textOf(fields['documentNumber']),
    until && `至 ${until}`,
    // Words of a report may name somebody.
    edition === 'internal' && progress ? shortened(progress, 16) : undefined,
  ].filter((part) => part !== undefined && part !== '') as string[]
}

function nameOf(action: string): string {
  if (action === 'register') return '登记'
  return lifeCycle[action as HazardActionId]?.zh ?? action
}

/** What happened to a hazard, oldest first; of a long life the beginning and the latest, and how much lies between. */
export function sheetTimeline(
  foundAt: Date,
  steps: readonly ToldStep[],
  edition: Edition,
): readonly SheetEvent[] {
  const events: SheetEvent[] = [
    { on: bannerDay(foundAt), what: '发现' },
    ...steps.map((step) => ({
      on: bannerDay(step.at),
      what: [nameOf(step.action), ...detailOf(step, edition)].join(' '),
    })),
  ]
  if (events.length <= mostEvents) return events
  const first = events.slice(0, 4)
  const last = events.slice(events.length - (mostEvents - first.length - 1))
  const between = events.length - first.length - last.length
  return [...first, { on: '……', what: `其间另有 ${between} 项，见系统` }, ...last]
}

export const timelineText = (events: readonly SheetEvent[]): string =>
  events.map(({ on, what }) => `${on} ${what}`).join('；')
