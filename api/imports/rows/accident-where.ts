import { cellMessages } from '../cells/cell-messages.ts'
import { noted } from '../cells/cell-reading.ts'
import { maskPersonal } from '../../accidents/mask-personal.ts'
import { newCodeReader } from '../cells/read-code.ts'
import { readCoordinate, readCoordinateSystem } from '../cells/read-coordinate.ts'
import { newRoadReader } from '../cells/read-road.ts'
import { plainText, readText } from '../cells/read-text.ts'
import { locatings } from './accident-code-specs.ts'
import type { AccidentDraft, ColumnOf } from './accident-draft.ts'
import { accidentRowMessages } from './accident-messages.ts'
import type { AccidentRowContext, AccidentValues } from './accident-record.ts'
import { newStakeStep } from './accident-stake.ts'

const longestPlace = 128
const longestRoadName = 90
type Step = (draft: AccidentDraft) => void

function readPlaceText(draft: AccidentDraft): void {
  const place = draft.take('placeText', readText(draft.cellOf('placeText'), longestPlace))
  if (place === undefined) return
  draft.values.placeText = maskPersonal(place)
  if (draft.values.placeText !== place)
    draft.take('placeText', { issues: [noted('personal_masked', cellMessages.personalMasked())] })
}

function newRoadStep(context: AccidentRowContext, isOwnList: boolean): Step {
  const readRoad = newRoadReader(context.roads)
  return (draft) => {
    const name = draft.take('roadName', readText(draft.cellOf('roadName'), longestRoadName))
    const byCode = draft.take('road', readRoad(draft.cellOf('road')))
    // The name is asked only where no code says it: a street beside a numbered road keeps its words.
    const byName =
      byCode ?? (isOwnList ? undefined : draft.take('roadName', readRoad(draft.cellOf('roadName'))))
    if (byName !== undefined) draft.values.road = byName
    const words = name ?? (byCode === undefined ? plainText(draft.cellOf('road')) : '')
    if (words !== '') draft.values.roadName = maskPersonal(words)
  }
}

/** A point that our own list derived from the stake is no second witness of the place. */
function newPointStep(context: AccidentRowContext): Step {
  const readLocating = newCodeReader(locatings)
  return (draft) => {
    const { cellOf, values } = draft
    const locating = draft.take('locating', readLocating(cellOf('locating')))
    if (locating !== undefined) values.locating = locating as NonNullable<AccidentValues['locating']>
    if (locating === 'stake' && values.stake !== undefined) {
      const isGiven = plainText(cellOf('lon')) !== ''
      if (isGiven) draft.take('lon', { issues: [noted('point_derived', accidentRowMessages.derivedPoint())] })
      return
    }
    const crs = readCoordinateSystem(cellOf('crs')) ?? context.crs
    const cells = { raw: cellOf('rawCoordinate'), lon: cellOf('lon'), lat: cellOf('lat') }
    const isInOneCell = plainText(cells.lon) === '' && plainText(cells.raw) !== ''
    const point = draft.take(isInOneCell ? 'rawCoordinate' : 'lon', readCoordinate(cells, crs))
    if (point) Object.assign(values, point)
  }
}

/** Our own list leaves road and stake blank where there is none: its words are not asked again. */
const isOwnList = (columns: ColumnOf) => ['road', 'stake', 'locating'].every((field) => columns.has(field))

/** Where it happened: words, road, stake, point, in this order because each helps the next. */
export function newPlaceStep(context: AccidentRowContext, columns: ColumnOf): Step {
  const isOwn = isOwnList(columns)
  const steps = [
    readPlaceText,
    newRoadStep(context, isOwn),
    newStakeStep(context, { readsPlaceWords: !isOwn }),
    newPointStep(context),
  ]
  return (draft) => {
    for (const step of steps) step(draft)
  }
}
