import type { Month } from './demo-years.ts'
import type { Trait } from './demo-places.ts'
import type { Cause, Happening, Light, Weather } from './story-shares.ts'

/** What the exchange may move from one accident to another. */
export interface Story {
  month: Month
  light: Light
  weather: Weather
  happening: Happening
  cause: Cause
}

/** What is fixed about an accident before its story is found. */
export interface Setting {
  readonly traits: readonly Trait[]
  readonly killed: number
  readonly injured: number
}

type Rule = (story: Story, setting: Setting) => boolean

const oneOf = <T>(value: T, ...values: T[]) => values.includes(value)
const isNight = ({ light }: Story) => oneOf(light, '2', '3')
const isAlone = ({ happening }: Story) => oneOf(happening, '31', '32', '33', '35')

const happeningsOfCause: Readonly<Partial<Record<Cause, readonly Happening[]>>> = {
  '32': ['11-5', '11-9', '11-3', '11-2', '21'],
  '12': ['11-1', '11-2', '11-5', '11-9', '12', '21', '31', '32', '33', '35', '36'],
  '27': ['11-2', '11-3', '11-7', '11-8', '11-9'],
  '19': ['11-2', '11-3', '11-7', '11-8', '31', '32'],
  '15': ['11-1', '11-2', '12', '31', '32', '33', '35', '36'],
  '49': ['11-1', '11-3', '11-7', '11-9', '12', '21', '31', '35', '36'],
  '91': ['31', '32', '33', '35'],
  '90': ['11-1', '12', '31', '35'],
  '83': ['31', '32', '33', '35'],
  '81': ['31', '32', '33', '35'],
  '89': ['31', '32', '33', '35'],
  '96': ['31', '32', '33', '35'],
  '14': ['11-2', '11-8'],
  '97': ['36'],
}

/** Each names what must hold; a story that breaks none could be read out at the morning meeting. */
export const plausibilityRules: Readonly<Record<string, Rule>> = {
  'street lamps stand in towns': ({ light }, { traits }) =>
    (light === '2') === traits.includes('town') || !oneOf(light, '2', '3'),
  'snow falls from November to March': ({ weather, month }) =>
    weather !== '4' || oneOf(month, '11', '12', '1', '2', '3'),
  'rain falls from April to October': ({ weather, month }) =>
    weather !== '3' || oneOf(month, '4', '5', '6', '7', '8', '9', '10'),
  'sand blows in spring': ({ weather, month }) => weather !== '7' || oneOf(month, '3', '4', '5'),
  'fog comes in the cool half of the year, by night and morning': ({ weather, month, light }) =>
    weather !== '5' || (oneOf(month, '9', '10', '11', '12', '1', '2', '3') && oneOf(light, '3', '4')),
  'storms come in spring and late autumn': ({ weather, month }) =>
    weather !== '6' || oneOf(month, '3', '4', '5', '10', '11'),
  'pedestrians walk where people live': ({ happening }, { traits }) =>
    happening !== '21' || traits.includes('settlement'),
  'livestock crosses at pastures, mostly in the dark': ({ happening, light }, { traits }) =>
    happening !== '36' || (traits.includes('pasture') && light !== '1'),
  'right-angle collisions need a junction': ({ happening }, { traits }) =>
    happening !== '11-5' || traits.includes('junction'),
  'a car falls from the road at bends and bridges': ({ happening }, { traits }) =>
    happening !== '33' || traits.includes('curve') || traits.includes('bridge'),
  'the cause fits what happened': ({ cause, happening }) =>
    happeningsOfCause[cause]?.includes(happening) ?? happening !== '36',
  'give way means a junction or a pedestrian': ({ cause, happening }, { traits }) =>
    cause !== '32' || happening === '21' || traits.includes('junction'),
  'drunk driving is a matter of evening and night': (story) =>
    story.cause !== '13' || isNight(story) || story.light === '5',
  'tyres burst in the heat of the day': ({ cause, month, light }) =>
    cause !== '96' || (oneOf(month, '5', '6', '7', '8', '9') && light === '1'),
  'the road is to blame on bends, sand and bridges': ({ cause }, { traits }) =>
    !oneOf(cause, '81', '83', '89') ||
    (!traits.includes('town') &&
      (traits.includes('curve') || traits.includes('sand') || traits.includes('bridge'))),
  'overtaking and falling asleep happen outside town': ({ cause }, { traits }) =>
    !oneOf(cause, '19', '15') || !traits.includes('town'),
  'whoever strikes a pedestrian hurts somebody': ({ happening }, { killed, injured }) =>
    happening !== '21' || killed + injured > 0,
  'a scrape or an animal kills nobody here': ({ happening }, { killed }) =>
    killed === 0 || !oneOf(happening, '36', '11-7'),
  'two die in heavy collisions and falls': (story, { killed }) =>
    killed < 2 || oneOf(story.happening, '11-2', '11-5', '32', '33'),
  'damage alone is a general-procedure case when a crime is suspected': ({ cause }, { killed, injured }) =>
    killed + injured > 0 || oneOf(cause, '13', '33'),
  'a median keeps opposing traffic apart, unless somebody drives the wrong way': (
    { happening, cause },
    { traits },
  ) => !traits.includes('divided') || !oneOf(happening, '11-2', '11-8') || cause === '14',
  'a vehicle alone is not wrong about another': (story) =>
    !isAlone(story) || !oneOf(story.cause, '32', '27', '14'),
}

export function brokenRules(story: Story, setting: Setting): string[] {
  return Object.entries(plausibilityRules)
    .filter(([, holds]) => !holds(story, setting))
    .map(([name]) => name)
}

const rules = Object.values(plausibilityRules)

export function implausibility(story: Story, setting: Setting): number {
  return rules.reduce((sum, holds) => sum + (holds(story, setting) ? 0 : 1), 0)
}
