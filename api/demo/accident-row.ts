import type { ToldAccident } from './accident-draft.ts'
import type { Story } from './accident-story.ts'
import { briefOf, placeTextOf, roadNames } from './accident-words.ts'
import { demoId } from './demo-id.ts'
import type { Stretch, Trait } from './demo-places.ts'
import type { Random } from './seeded-random.ts'

export interface Placing {
  readonly locating: 'coordinate' | 'stake' | 'unlocated'
  readonly point: readonly [number, number] | null
  readonly township: string | null
  readonly squad: string | null
}

interface Registration {
  readonly procedure: 'general' | 'simple'
  readonly serial: number
  readonly at: Date
  readonly placing: Placing
}

const roundedTo = (value: number, digits: number) => Number(value.toFixed(digits))

function objectHit({ happening }: Story, traits: readonly Trait[], random: Random): string | null {
  if (happening === '36') return '31'
  if (happening !== '35') return null
  if (traits.includes('town')) return random.pick(['16', '14'])
  if (traits.includes('curve')) return random.pick(['12', '21', '14'])
  return random.pick(['17', '14', '29'])
}

function alignmentOf(traits: readonly Trait[], random: Random): string {
  return traits.includes('curve')
    ? random.pick(['02', '04', '07', '09'])
    : random.pick(['01', '01', '01', '03'])
}

function siteTypeOf(traits: readonly Trait[], { happening }: Story): string {
  if (happening === '11-5') return traits.includes('town') ? '12' : '11'
  return traits.includes('bridge') ? '25' : '21'
}

/** Ice lies under snow, water under rain, and sand counts as 其他. */
function surfaceOf({ weather, month }: Story): string {
  if (weather === '3') return '2'
  if (weather === '4') return '5'
  if (weather === '7') return '9'
  return weather === '5' && ['12', '1', '2'].includes(month) ? '5' : '1'
}

function people({ happening }: Story) {
  const isTwoVehicles = happening.startsWith('11') || happening === '12'
  return {
    motor_count: isTwoVehicles ? 2 : 1,
    non_motor_count: 0,
    pedestrian_count: happening === '21' ? 1 : 0,
  }
}

function roadColumns({ road, site }: ToldAccident) {
  if (site.kind === 'stake') {
    const side = site.direction === 'increasing' ? ('right' as const) : ('left' as const)
    const road_name = roadNames[road as Stretch['road']]
    return { road_code: road, road_name, stake: site.stake, direction: site.direction, side }
  }
  const road_name = site.kind === 'town' ? site.area.roadName : site.roadName
  return { road_code: null, road_name, stake: null, direction: null, side: null }
}

function harmColumns(
  { killed, injured, seriouslyInjured, lossYuan, isReported }: ToldAccident,
  random: Random,
) {
  return {
    is_statistical: isReported,
    killed,
    killed_scene: random.integer(0, killed),
    killed_30d: killed,
    injured,
    seriously_injured: seriouslyInjured,
    loss_yuan: lossYuan,
  }
}

function storyColumns(accident: ToldAccident, random: Random) {
  const { story, setting, pinned } = accident
  const [form, collision] = story.happening.split('-')
  return {
    form: form!,
    collision: collision ?? (form === '12' ? '1' : null),
    object_hit: objectHit(story, setting.traits, random),
    cause_class: story.cause,
    weather: story.weather,
    light: story.light,
    visibility: story.weather === '5' ? '1' : story.weather === '7' ? '2' : '4',
    surface_state: '1',
    surface_condition: surfaceOf(story),
    alignment: alignmentOf(setting.traits, random),
    site_type: siteTypeOf(setting.traits, story),
    road_safety_attribute: pinned?.known === 'hazardNotRemedied' ? '4' : '1',
    key_vehicles: [...(pinned?.keyVehicles ?? [])],
  }
}

function placeColumns({ locating, point, township, squad }: Placing) {
  const [longitude, latitude] = point?.map((value) => roundedTo(value, 7)) ?? [null, null]
  return {
    locating,
    locating_grade: { coordinate: 'good', stake: 'fair', unlocated: 'none' }[locating],
    crs_source: locating === 'coordinate' ? 'wgs84' : 'unknown',
    raw_coordinate: locating === 'coordinate' ? `${longitude},${latitude}` : null,
    longitude: longitude!,
    latitude: latitude!,
    township,
    squad_code: squad,
  }
}

/** One row of the accident table, its point as longitude and latitude. */
export function accidentRow(accident: ToldAccident, registration: Registration, random: Random) {
  const { procedure, serial, at, placing } = registration
  // Region, procedure, year, serial: the shape of the numbers in the exports.
  const accident_no = `150624${procedure === 'general' ? 1 : 2}${accident.year}${String(serial).padStart(5, '0')}`
  return {
    id: demoId(at, random),
    accident_no,
    stat_no: accident.isReported ? `TJ${accident_no.slice(7)}` : null,
    procedure,
    occurred_at: at.toISOString(),
    place_text: placeTextOf(accident),
    brief: briefOf(accident),
    ...roadColumns(accident),
    ...placeColumns(placing),
    ...harmColumns(accident, random),
    ...storyColumns(accident, random),
    ...people(accident.story),
  }
}

export type DemoAccident = ReturnType<typeof accidentRow>
