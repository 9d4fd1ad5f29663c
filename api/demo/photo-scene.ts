import type { PhotoStage } from '../hazards/photos/photo-stages.ts'
import { drawText, em } from '../photos/watermark.ts'

export const sceneSize = { width: 640, height: 400 } as const
/** So many different views of each stage; what tells two photos of one view apart is what the camera wrote into them. */
export const sceneVariants = 3

const grounds = ['#b79a63', '#a8a070', '#c2a878'] as const
const skies = ['#9cc4e4', '#b9cbd8', '#86b3dc'] as const
const hills = [
  'M0 190 Q120 120 260 185 T640 170 V230 H0Z',
  'M0 180 Q200 150 330 190 T640 150 V230 H0Z',
  'M0 195 Q90 160 210 180 T480 140 T640 185 V230 H0Z',
] as const

const rails = `<path d="M20 392 L262 212 M620 392 L378 212" stroke="#dfe3e6" stroke-width="7"/>
  <path d="M70 355 v26 M150 296 v20 M215 248 v14 M570 355 v26 M490 296 v20 M425 248 v14" stroke="#8b9096" stroke-width="5"/>`
const freshLines = `<path d="M316 215 L324 215 L336 400 L304 400Z" fill="#f4d03f"/>
  <path d="M288 215 L150 400 M352 215 L490 400" stroke="#fff" stroke-width="5"/>`
const sign = `<path d="M505 170 V330" stroke="#7d8288" stroke-width="8"/>
  <path d="M505 112 L545 182 H465Z" fill="#f7d21e" stroke="#222" stroke-width="5"/>`
const cones = (spots: readonly (readonly [number, number])[]) =>
  spots.map(([x, y]) => `<path d="M${x} ${y} l11 -34 l11 34Z" fill="#e8601c"/>`).join('')
const people = [90, 130, 172]
  .map(
    (x) =>
      `<circle cx="${x}" cy="268" r="11" fill="#33485c"/><path d="M${x - 12} 345 v-52 q12 -18 24 0 v52Z" fill="#c9e265"/>`,
  )
  .join('')

/** What stands on the road at each stage of a ticket's life. */
const onTheRoad: Readonly<Record<Exclude<PhotoStage, 'receipt'>, string>> = {
  found: `<path d="M300 300 q18 -16 44 -4 t52 18 q-30 22 -70 10 t-26 -24Z M352 350 q30 -14 58 4 q-22 18 -58 -4Z" fill="#3c3a38"/>
    <path d="M505 330 L470 250" stroke="#7d8288" stroke-width="8"/><path d="M470 250 l-44 -22 l52 -26Z" fill="#c7b042"/>`,
  control: `${cones([
    [250, 330],
    [300, 345],
    [350, 345],
    [400, 330],
  ])}${sign}<circle cx="505" cy="96" r="15" fill="#e2231a"/>`,
  remedying: `${cones([
    [210, 350],
    [420, 350],
  ])}<path d="M300 330 h96 v-38 h-30 l-12 -30 h-54Z" fill="#e9a516"/><circle cx="322" cy="334" r="17" fill="#333"/>
    <circle cx="378" cy="334" r="17" fill="#333"/><path d="M300 270 l-52 -34 l-14 58" stroke="#c5870c" stroke-width="11" fill="none"/>`,
  remedied: `${freshLines}${rails}${sign}`,
  acceptance: `${freshLines}${rails}${sign}${people}`,
  revisit: `${freshLines}${rails}${sign}<path d="M70 345 h58 v-26 l-12 -20 h-34 l-12 20Z" fill="#f3f6f8"/>`,
}

const road = (stage: Exclude<PhotoStage, 'receipt'>, variant: number) => `
  <rect width="640" height="400" fill="${grounds[variant % grounds.length]}"/>
  <rect width="640" height="215" fill="${skies[variant % skies.length]}"/>
  <path d="${hills[variant % hills.length]}" fill="#8d8a63"/>
  <path d="M285 212 H355 L560 400 H80Z" fill="#5d5f63"/>
  <path d="M320 220 V400" stroke="#d8d3bd" stroke-width="5" stroke-dasharray="18 20"/>${onTheRoad[stage]}`

const paper = (
  variant: number,
) => `<rect width="640" height="400" fill="${['#75593c', '#5b6b72', '#6d6257'][variant % 3]}"/>
  <path d="M180 20 H470 L462 385 H172Z" fill="#fbfaf4"/>
  <path d="M225 62 H420 M215 110 H435 M215 140 H430 M214 170 H436 M213 200 H400 M212 230 H420" stroke="#8a8a86" stroke-width="6"/>
  <circle cx="385" cy="300" r="44" fill="none" stroke="#c5281c" stroke-width="7"/>`

function mark(): string {
  const large = drawText('演示 · Demo')
  const scale = (sceneSize.width * 0.42) / large.width
  return `<rect y="352" width="640" height="48" fill="#000" fill-opacity=".62"/>
    <g transform="translate(${(sceneSize.width - large.width * scale) / 2} ${352 + 24 + em * scale * 0.36}) scale(${scale})" fill="#fff">${large.path}</g>
    <g transform="translate(90 285) rotate(-24) scale(.4)" fill="#fff" fill-opacity=".34">${large.path}</g>`
}

/** A drawn scene that nobody takes for a photo of a real road: it says so twice. */
export const sceneSvg = (stage: PhotoStage, variant: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400">${
    stage === 'receipt' ? paper(variant) : road(stage, variant)
  }${mark()}</svg>`
