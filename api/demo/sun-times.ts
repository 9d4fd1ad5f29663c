/** Middle of the banner; clocks show UTC+8, so noon is late here. */
const latitude = 39.1
const longitude = 107.7
const radians = Math.PI / 180
const twilightMinutes = 35

export interface SunTimes {
  /** Minutes after midnight, Beijing time. */
  readonly sunrise: number
  readonly sunset: number
}

/** NOAA's short formulas, good to a few minutes. */
export function sunTimes(dayOfYear: number): SunTimes {
  const year = (2 * Math.PI * (dayOfYear - 1)) / 365
  const declination =
    0.006918 -
    0.399912 * Math.cos(year) +
    0.070257 * Math.sin(year) -
    0.006758 * Math.cos(2 * year) +
    0.000907 * Math.sin(2 * year)
  const equationOfTime =
    229.18 *
    (0.000075 +
      0.001868 * Math.cos(year) -
      0.032077 * Math.sin(year) -
      0.014615 * Math.cos(2 * year) -
      0.040849 * Math.sin(2 * year))
  const horizon = Math.cos(90.833 * radians)
  const hourAngle = Math.acos(
    horizon / (Math.cos(latitude * radians) * Math.cos(declination)) -
      Math.tan(latitude * radians) * Math.tan(declination),
  )
  const noon = 720 + 4 * (120 - longitude) - equationOfTime
  const halfDay = (hourAngle / radians) * 4
  return { sunrise: noon - halfDay, sunset: noon + halfDay }
}

export type Daylight = 'day' | 'dawn' | 'dusk' | 'night'

export function daylightAt(dayOfYear: number, minute: number): Daylight {
  const { sunrise, sunset } = sunTimes(dayOfYear)
  if (minute >= sunrise && minute < sunset) return 'day'
  if (minute >= sunrise - twilightMinutes && minute < sunrise) return 'dawn'
  if (minute >= sunset && minute < sunset + twilightMinutes) return 'dusk'
  return 'night'
}
