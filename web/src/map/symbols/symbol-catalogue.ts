import type { Severity } from '../../../../api/accidents/severity.ts'
import { drawAccident } from '../accident-style.ts'
import type { FacilityState } from '../../../../api/facilities/facility-states.ts'
import { drawFacility } from '../facility-style.ts'
import { drawHazard } from '../hazard-style.ts'
import { drawBand, drawRank } from '../hotspot-style.ts'
import type { Theme } from '../map-types.ts'
import { palettes } from '../palette.ts'
import { drawPlate, drawShield, drawSketchRoad, type RoadClass } from '../road-style.ts'
import { svgSource, type SymbolDrawing } from './drawing.ts'
import { drawFacilityCluster } from './facility-cluster.ts'
import { drawHeaded, drawHeading } from './facility-heading.ts'
import { drawLying } from './lying-facility.ts'
import { drawPin, drawPlace, drawSand, drawSelection, drawStone, drawTick } from './sheet-symbols.ts'

type Draw = (parts: readonly string[], theme: Theme) => SymbolDrawing

const catalogue: Readonly<Record<string, Draw>> = {
  accident: ([severity], theme) => drawAccident(severity as Severity, theme),
  hazard: ([status, level, overdue], theme) =>
    drawHazard({ status: Number(status), level: Number(level), isOverdue: overdue === 'overdue' }, theme),
  facility: ([kind = 'other', state], theme) => drawFacility(kind, state as FacilityState, theme),
  lying: ([kind = '', state, bearing, width], theme) =>
    drawLying(
      { kind, state: state as FacilityState, bearing: Number(bearing), isWhole: width === 'whole' },
      theme,
    ),
  heading: (_, theme) => drawHeading(theme),
  headed: ([kind = '', state, bearing], theme) =>
    drawHeaded(kind, state as FacilityState, Number(bearing), theme),
  cluster: ([pieces, defects], theme) => drawFacilityCluster(Number(pieces), Number(defects), theme),
  shield: ([code = '', label = code]) => drawShield(code, label),
  sketch: (_, theme) => drawSketchRoad(theme),
  plate: ([kind]) => drawPlate(kind as RoadClass),
  rank: ([rank], theme) => drawRank(Number(rank), theme),
  band: (_, theme) => drawBand(theme),
  tick: ([length], theme) => drawTick(palettes[theme], Number(length)),
  place: ([kind], theme) => drawPlace(kind as 'seat' | 'town' | 'outer', palettes[theme]),
  sand: (_, theme) => drawSand(palettes[theme]),
  selection: (_, theme) => drawSelection(palettes[theme]),
  pin: ([number], theme) => drawPin(palettes[theme], number),
  stone: (_, theme) => drawStone(palettes[theme]),
}

/** `accident:fatal`, `hazard:40:3:overdue`, `facility:solar_strobe:fault`, `lying:speed_bump:working:60:whole`, `cluster:12:2`, `shield:G109`, `rank:1` … */
export function drawSymbol(symbol: string, theme: Theme): SymbolDrawing | undefined {
  const [family = '', ...parts] = symbol.split(':')
  return catalogue[family]?.(parts, theme)
}

/** The symbol as inline SVG, for legends, lists and headings. */
export function symbolSvg(symbol: string, theme: Theme, scale = 1): string {
  const drawing = drawSymbol(symbol, theme)
  return drawing ? svgSource(drawing, scale) : ''
}
