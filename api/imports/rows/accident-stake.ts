import { formatStake } from '../../roads/stakes/stake-format.ts'
import type { StakeContext, StakeDirection, StakeSide } from '../../roads/stakes/stake-reading.ts'
import { halfWidth, noted, toCheck, type CellReading } from '../cells/cell-reading.ts'
import { newCodeReader } from '../cells/read-code.ts'
import { readStakeCell, readStakeColumns, readStakeWords, type ReadStake } from '../cells/read-stake.ts'
import { plainText } from '../cells/read-text.ts'
import { stakeMessages } from '../cells/stake-messages.ts'
import { directions, sides } from './accident-code-specs.ts'
import type { AccidentDraft } from './accident-draft.ts'
import { accidentRowMessages } from './accident-messages.ts'
import { newSenseReader, type Sense } from './accident-place-words.ts'
import type { AccidentRowContext, AccidentValues } from './accident-record.ts'

/** The stake as the platform prints it inside the words for the place. */
const printedStake = /K(\d{1,4})\+(\d{3})(?!\d)/gi
/** G109, 109国道 or 国道109 in the words for the place. */
const numberedRoad =
  /(?<![A-Z0-9])[GSX]\s?(\d{3})(?!\d)|(?<!\d)(\d{3})(?:国道|省道)|(?:国道|省道)(\d{3})(?!\d)/gi
const wordsOfDirection = /方向|上行|下行|[左右][侧幅边]|由[东南西北]|[东南西北]行/
const wordsOfStake = /\d|[一二三四五六七八九十百千]+(?:公里|千米)/

type Step = (draft: AccidentDraft) => void

function readStakeOfColumns(
  draft: AccidentDraft,
  context: StakeContext,
): CellReading<ReadStake> & { field: string } {
  const whole = readStakeCell(draft.cellOf('stake'), context)
  if (whole.value || whole.issues.length > 0) return { ...whole, field: 'stake' }
  const parts = readStakeColumns(draft.cellOf('km'), draft.cellOf('metre'), context)
  if (parts.value || parts.issues.length > 0) return { ...parts, field: 'km' }
  const absolute = draft.cellOf('absolutePosition')
  const metres = Number(plainText(absolute))
  const isStake = plainText(absolute) !== '' && Number.isInteger(metres) && metres >= 0 && metres < 10_000_000
  return { ...(isStake ? { value: { stake: metres } } : {}), issues: [], field: 'absolutePosition' }
}

function compareStake(draft: AccidentDraft, stake: number, place: string): void {
  const written = [...place.matchAll(printedStake)].map(([, km, m]) => Number(km) * 1000 + Number(m))
  const [first] = written
  if (first === undefined || written.includes(stake)) return
  const message = stakeMessages.differsFromPlace(stake, first)
  draft.take('stake', { issues: [toCheck('stake_differs_from_place', message)] })
}

function compareRoad(draft: AccidentDraft, road: string | undefined, place: string): void {
  const own = road === undefined ? undefined : /^[A-Z](\d+)$/.exec(road)?.[1]
  if (own === undefined) return
  const numbers = [...place.matchAll(numberedRoad)].map(([, a, b, c]) => a ?? b ?? c)
  if (numbers.length > 0 && !numbers.includes(own))
    draft.take('road', {
      issues: [toCheck('road_differs_from_place', stakeMessages.roadDiffersFromPlace(road!, numbers[0]!))],
    })
}

function setRoad(draft: AccidentDraft, road: string | undefined, known: ReadonlySet<string>): void {
  if (road === undefined || draft.values.road !== undefined || !known.has(road)) return
  draft.values.road = road
  draft.take('road', { issues: [noted('road_from_text', stakeMessages.roadFromText(road))] })
}

function setSense(
  values: AccidentValues,
  { direction, side }: Pick<ReadStake, 'direction' | 'side'>,
): boolean {
  const before = [values.direction, values.side]
  if (direction !== undefined) values.direction ??= direction
  if (side !== undefined) values.side ??= side
  return values.direction !== before[0] || values.side !== before[1]
}

/** No column has a stake, so the words for the place are all there is. */
function readStakeOfWords(draft: AccidentDraft, at: StakeContext, known: ReadonlySet<string>): void {
  const reading = readStakeWords(draft.values.placeText ?? '', at)
  // A street and house number is no stake: only what reads as one is spoken of.
  if (!reading.value) return
  setRoad(draft, reading.value.road, known)
  draft.values.stake = reading.value.stake
  setSense(draft.values, reading.value)
  draft.take('placeText', reading)
  const message = stakeMessages.fromPlaceText(reading.value.stake)
  draft.take('placeText', { issues: [noted('stake_from_place', message)] })
}

function addSense(draft: AccidentDraft, sense: Sense, known: ReadonlySet<string>): void {
  const said = draft.take('placeText', sense)
  if (!said) return
  setRoad(draft, said.road, known)
  if (setSense(draft.values, said))
    draft.take('placeText', {
      issues: [noted('direction_from_place', stakeMessages.directionFromPlaceText())],
    })
}

function newDirectionStep(context: StakeContext): Step {
  const readDirection = newCodeReader(directions)
  const readSide = newCodeReader(sides)
  const worded = (text: string, values: AccidentValues) =>
    readStakeWords(`${formatStake(values.stake ?? 0)} ${text}`, { ...context, road: values.road })
  return (draft) => {
    const text = halfWidth(plainText(draft.cellOf('direction')))
    const byTable = readDirection(draft.cellOf('direction'))
    const isPlain = byTable.value !== undefined && byTable.issues.length === 0
    const words = isPlain || text === '' ? undefined : worded(text, draft.values)
    const direction = isPlain ? (byTable.value as StakeDirection) : words?.value?.direction
    if (direction !== undefined) draft.values.direction = direction
    else if (words)
      draft.take('direction', {
        issues: [toCheck('direction_unreadable', accidentRowMessages.unreadableDirection(text))],
      })
    if (words?.value?.direction) draft.take('direction', words)
    const side = draft.take('side', readSide(draft.cellOf('side')))
    if (side !== undefined) draft.values.side = side as StakeSide
  }
}

function newColumnStep(context: StakeContext, known: ReadonlySet<string>): Step {
  return (draft) => {
    const columns = readStakeOfColumns(draft, { ...context, road: draft.values.road })
    const stake = draft.take(columns.field, columns)
    if (!stake) return
    setRoad(draft, stake.road, known)
    draft.values.stake = stake.stake
    setSense(draft.values, stake)
    compareStake(draft, stake.stake, draft.values.placeText ?? '')
    compareRoad(draft, draft.values.road, draft.values.placeText ?? '')
  }
}

function newPlaceWordsStep(context: StakeContext, known: ReadonlySet<string>): Step {
  const readSense = newSenseReader(context)
  return (draft) => {
    const { placeText: place = '', stake, road, direction } = draft.values
    if (!wordsOfStake.test(place)) return
    if (stake === undefined) readStakeOfWords(draft, { ...context, road }, known)
    else if (road === undefined || (direction === undefined && wordsOfDirection.test(place)))
      addSense(draft, readSense(place, road, stake), known)
  }
}

/** Stake, direction and side: columns first; the words for the place fill what those leave open. */
export function newStakeStep(
  { roads, bearingAt }: AccidentRowContext,
  { readsPlaceWords = true } = {},
): Step {
  const context: StakeContext = { roads, bearingAt }
  const known = new Set(roads.map(({ code }) => code))
  const steps = [
    newColumnStep(context, known),
    newDirectionStep(context),
    ...(readsPlaceWords ? [newPlaceWordsStep(context, known)] : []),
  ]
  return (draft) => {
    for (const step of steps) step(draft)
  }
}
