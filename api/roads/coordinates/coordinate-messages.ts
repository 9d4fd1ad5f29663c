import type { Text } from '../../http/text.ts'
import type { CoordinateAssumption, CoordinateRefusal } from './coordinate-reading.ts'
import { kindOfPair, type PairKind } from './coordinate-range.ts'
import type { CoordinateSystem } from './coordinates.ts'
import type { LonLat } from '../network/geodesy.ts'

export const coordinateSystemNames: Readonly<Record<CoordinateSystem, Text>> = {
  wgs84: { zh: 'WGS 84（手机、GPS）', en: 'WGS 84 (phones, GPS)' },
  cgcs2000: { zh: 'CGCS2000', en: 'CGCS2000' },
  gcj02: { zh: 'GCJ-02（高德、腾讯、微信）', en: 'GCJ-02 (Amap, Tencent, WeChat)' },
  bd09: { zh: 'BD-09（百度）', en: 'BD-09 (Baidu)' },
  gk36: { zh: 'CGCS2000 高斯投影3度带第36带（米）', en: 'CGCS2000 Gauss-Krüger, 3-degree zone 36 (metres)' },
}

/** Each asks for a yes or a no. */
export const assumptionMessages: Readonly<Record<CoordinateAssumption, Text>> = {
  swapped: {
    zh: '经纬度（或东、北坐标）的顺序与通常相反，已对调，请确认。',
    en: 'The two numbers stand in the other order than usual and were exchanged. Confirm it.',
  },
  labels_swapped: {
    zh: '标注的经度、纬度与数值不符，已按数值对调，请确认。',
    en: 'What is called longitude has the value of a latitude; they were exchanged by their values. Confirm it.',
  },
  datum_unknown: {
    zh: '没有写明坐标系：手机读数多为 WGS 84，高德、微信取点为 GCJ-02，百度为 BD-09，相差 400 至 1300 米，请选择。',
    en: 'No system is named: phones read WGS 84, Amap and WeChat GCJ-02, Baidu BD-09, 400 to 1,300 m apart. Choose one.',
  },
  datum_from_source: {
    zh: '坐标系由来源推断，没有写明，请确认。',
    en: 'The system was inferred from where it was copied from. Confirm it.',
  },
  projected_metres: {
    zh: '按 CGCS2000 高斯投影3度带第36带的米制坐标读取；西安80、北京54 的数值看起来一样，实际相差 60 至 150 米，请确认。',
    en: 'Read as metres of CGCS2000, 3-degree zone 36. Metres of Xi’an 80 and Beijing 54 look alike and lie 60 to 150 m off. Confirm it.',
  },
  zone_without_prefix: {
    zh: '东坐标没有带号，按中央经线 108° 的第36带读取，请确认。',
    en: 'The easting has no zone number; the zone of the meridian 108° (36) was taken. Confirm it.',
  },
  coarse: {
    zh: '位数少，只能精确到百米以上，请核对能否补全。',
    en: 'Few digits: it is good to more than 100 m only. See whether the rest can be had.',
  },
}

export const refusalMessages: Readonly<Record<CoordinateRefusal, Text>> = {
  noCoordinate: {
    zh: '没有认出坐标。请写成 107.976,39.090，或 东经107°58′34″ 北纬39°05′24″。',
    en: 'No coordinate was recognised. Write 107.976,39.090 or E107°58′34″ N39°05′24″.',
  },
  onlyOne: {
    zh: '只有一个数值，请把经度和纬度都填上。',
    en: 'There is only one number. Give longitude and latitude.',
  },
  several: {
    zh: '文字中有不止一处坐标，请只留一处。',
    en: 'The text holds more than one place. Keep one.',
  },
  zero: {
    zh: '坐标是 0,0，说明当时没有定到位，请另行确定位置。',
    en: 'The coordinate is 0,0: there was no fix. Find the place in another way.',
  },
  outsideRegion: {
    zh: '坐标远在鄂托克旗以外（应在东经 105°—111°、北纬 37°—42° 之间），请核对。',
    en: 'The coordinate is far outside the banner (expected 105–111° E, 37–42° N). Check it.',
  },
  tooCoarse: {
    zh: '位数太少，定不了位：请给到小数点后三位以上，或给到分、秒。',
    en: 'Too few digits for a place: give three decimals or more, or minutes and seconds.',
  },
  minutesTooLarge: {
    zh: '分或秒达到或超过 60，请核对。',
    en: 'The minutes or seconds are 60 or more. Check them.',
  },
  otherZone: {
    zh: '这是其他投影带的米制坐标（如6度带第18、19带或 UTM），请先换算到3度带第36带（中央经线 108°），或改用经纬度。',
    en: 'These are metres of another zone (such as 6-degree zone 18 or 19, or UTM). Convert them to 3-degree zone 36 (meridian 108°) or give degrees.',
  },
  oldDatum: {
    zh: '这是西安80或北京54坐标，与现行坐标相差 60 至 150 米，请先换算为 CGCS2000。',
    en: 'These are Xi’an 80 or Beijing 54 coordinates, 60 to 150 m off. Convert them to CGCS2000 first.',
  },
  webMetres: {
    zh: '这是网络地图内部的米制坐标，请在地图上复制经纬度。',
    en: 'These are the internal metres of a web map. Copy longitude and latitude from it.',
  },
  shortLink: {
    zh: '短链接里没有坐标。请打开链接，复制其中的经纬度。',
    en: 'A short link holds no coordinate. Open it and copy longitude and latitude.',
  },
}

const limits: Readonly<Record<'degrees' | 'metres', Text>> = {
  degrees: {
    zh: '经度须在 -180 至 180 之间，纬度须在 -90 至 90 之间，请核对。',
    en: 'Longitude lies between -180 and 180, latitude between -90 and 90. Check them.',
  },
  metres: {
    zh: '第36带坐标：经度栏填东坐标（如 36421456.2 或 421456.2），纬度栏填北坐标（如 4331123.5），单位米。',
    en: 'For zone 36 the longitude is the easting (36421456.2 or 421456.2) and the latitude the northing (4331123.5), in metres.',
  },
}

/** What two numbers are that were taken for something else. */
const mistaken: Partial<Record<PairKind, Text>> = {
  latLon: {
    zh: '经度和纬度像是填反了，请对调后再提交。',
    en: 'Longitude and latitude look exchanged. Exchange them and send again.',
  },
  northEast: {
    zh: '像是第36带的米制坐标，且东、北坐标填反了：经度栏填东坐标，纬度栏填北坐标，坐标系选 gk36。',
    en: 'These look like metres of zone 36 with the axes exchanged: give the easting as longitude, the northing as latitude, and choose gk36.',
  },
  eastNorth: {
    zh: '像是第36带的米制坐标，坐标系请选 gk36。',
    en: 'These look like metres of zone 36. Choose gk36 as the system.',
  },
  lonLat: {
    zh: '像是经纬度而不是米制坐标，请改选坐标系。',
    en: 'These look like degrees, not metres. Choose another system.',
  },
  otherZone: refusalMessages.otherZone,
  webMetres: refusalMessages.webMetres,
}

export const coordinateMessages = {
  outOfRange: (crs: CoordinateSystem, [x, y]: LonLat): Text =>
    mistaken[kindOfPair(x, y)] ?? (crs === 'gk36' ? limits.metres : limits.degrees),
}
