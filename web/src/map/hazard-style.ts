import { letter, type SymbolDrawing } from './symbols/drawing.ts'
import { hazardLetter, type HazardStatus } from '../../../api/hazards/hazard-status.ts'
import type { Theme } from './map-types.ts'

export const hazardRings = ['waiting', 'taken', 'remedying', 'overdue', 'closed'] as const
export type HazardRing = (typeof hazardRings)[number]

export const hazardColours: Readonly<Record<Theme, Readonly<Record<HazardRing | 'paper' | 'ink', string>>>> =
  {
    light: {
      waiting: '#5c6166',
      taken: '#1d5c9e',
      remedying: '#c25700',
      overdue: '#b0101c',
      closed: '#1c6b3b',
      paper: '#fffdf6',
      ink: '#1d1b16',
    },
    dark: {
      waiting: '#a7adb1',
      taken: '#7db7f0',
      remedying: '#ffa347',
      overdue: '#ff6b64',
      closed: '#7ccf96',
      paper: '#14171a',
      ink: '#f2ede1',
    },
  }

const ringOfStatus: Readonly<Record<HazardStatus, HazardRing>> = {
  10: 'waiting',
  15: 'waiting',
  16: 'closed',
  17: 'closed',
  20: 'taken',
  30: 'taken',
  35: 'taken',
  40: 'remedying',
  50: 'remedying',
  60: 'remedying',
  70: 'closed',
  75: 'overdue',
}

export function hazardRing(status: number, overdueDays = 0): HazardRing {
  const ring = ringOfStatus[status as HazardStatus] ?? 'waiting'
  return overdueDays > 0 && ring !== 'closed' ? 'overdue' : ring
}

export interface HazardLook {
  readonly status: number
  /** 1 一般, 2 较大, 3 重大. */
  readonly level: number
  readonly isOverdue: boolean
}

/** 重大 is filled, 较大 has a double edge, 一般 a single one. */
export function drawHazard({ status, level, isOverdue }: HazardLook, theme: Theme): SymbolDrawing {
  const colours = hazardColours[theme]
  const ring = colours[hazardRing(status, isOverdue ? 1 : 0)]
  const isMajor = level >= 3
  const diamond = (inset: number, attributes: string) =>
    `<path d="M17 ${inset}L${34 - inset} 17 17 ${34 - inset} ${inset} 17Z" stroke-linejoin="round" ${attributes}/>`
  const body = [
    diamond(1.5, `fill="${colours.paper}" stroke="${colours.paper}" stroke-width="3"`),
    diamond(
      3,
      `fill="${isMajor ? ring : colours.paper}" stroke="${ring}" stroke-width="${level === 2 ? 1.6 : 3}"`,
    ),
    level === 2 ? diamond(6.6, `fill="none" stroke="${ring}" stroke-width="1.4"`) : '',
    letter(hazardLetter(status), {
      x: 17,
      y: 17,
      size: level === 2 ? 11 : 12,
      fill: isMajor ? colours.paper : colours.ink,
    }),
    isOverdue ? overdueMark(colours.overdue, colours.paper) : '',
  ]
  return { width: 34, height: 34, body: body.join('') }
}

function overdueMark(fill: string, paper: string): string {
  return `<circle cx="27" cy="7" r="6" fill="${fill}" stroke="${paper}" stroke-width="1.5"/>${letter('!', { x: 27, y: 7, size: 10, fill: paper })}`
}
