import { formatStake } from '../../../api/roads/stakes/stake-format.ts'
import type { Span, StripAxis } from './strip-axis.ts'

export interface AxisTick {
  readonly running: number
  readonly stake: number
  /** Only where there is room to read it. */
  readonly label?: string
}

const steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]
const nextStep = (least: number) => steps.find((step) => step >= least) ?? steps[steps.length - 1]!

export interface TickRoom {
  /** Metres of road per unit of the drawing. */
  readonly metresPerUnit: number
  readonly labelWidth: number
}

/** A label may stand a little shorter at whole kilometres: K1046 rather than K1046+000. */
const labelOf = (stake: number) => (stake % 1000 === 0 ? `K${stake / 1000}` : formatStake(stake))

/** Round stakes, also beyond a chain break, where they no longer stand at round distances from the start. */
export function axisTicks(axis: StripAxis, view: Span, { metresPerUnit, labelWidth }: TickRoom): AxisTick[] {
  const step = nextStep(metresPerUnit * 7)
  const labelStep = nextStep(Math.max(step, metresPerUnit * labelWidth))
  const ticks = axis.chainage.flatMap(({ fromStake, toStake, shift }) => {
    const low = Math.max(fromStake, Math.max(view.from, axis.from) + shift)
    const high = Math.min(toStake, Math.min(view.to, axis.to) + shift)
    const count = Math.max(0, Math.floor(high / step) - Math.ceil(low / step) + 1)
    return Array.from({ length: count }, (_, i) => {
      const stake = (Math.ceil(low / step) + i) * step
      return { running: stake - shift, stake, isLabelled: stake % labelStep === 0 }
    })
  })
  let free = -Infinity
  return ticks.map(({ running, stake, isLabelled }) => {
    const hasRoom = isLabelled && running >= free
    if (!hasRoom) return { running, stake }
    free = running + metresPerUnit * labelWidth * 0.9
    return { running, stake, label: labelOf(stake) }
  })
}
