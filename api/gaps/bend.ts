import { pointOnCourse, type Course } from '../roads/network/course.ts'
import { degreeLength, type LonLat } from '../roads/network/geodesy.ts'

export interface Bend {
  /** Metres driven. */
  readonly at: number
  readonly radius: number
  /** As the driver sees it. */
  readonly turns: 'left' | 'right'
}

/** Half of the chord over which a bend is measured: shorter ones measure the drawing, longer ones cut corners. */
const halfChord = 60
const step = 20
/** Beyond it the road is as good as straight. */
const straightFrom = 2000
/** A stretch longer than this is looked at in coarser steps, so that the cost stays bounded. */
const mostSteps = 400

/** Radius of the circle through three points, and to which side it turns: R = abc / 4A. */
function circle(a: LonLat, b: LonLat, c: LonLat): { radius: number; turns: Bend['turns'] } {
  const { east, north } = degreeLength(b[1])
  const [ux, uy] = [(b[0] - a[0]) * east, (b[1] - a[1]) * north]
  const [vx, vy] = [(c[0] - b[0]) * east, (c[1] - b[1]) * north]
  const cross = ux * vy - uy * vx
  const product = Math.hypot(ux, uy) * Math.hypot(vx, vy) * Math.hypot(ux + vx, uy + vy)
  return {
    radius: cross === 0 ? Infinity : product / (2 * Math.abs(cross)),
    turns: cross > 0 ? 'left' : 'right',
  }
}

/** The sharpest bend between two places of a course; undefined where the drawn line is straight there. */
export function sharpestBend(course: Course, from: number, to: number): Bend | undefined {
  const [first, last] = [Math.max(from, halfChord), Math.min(to, course.length - halfChord)]
  const stride = Math.max(step, (last - first) / mostSteps)
  let best: Bend | undefined
  for (let at = first; at <= last; at += stride) {
    const [a, b, c] = [at - halfChord, at, at + halfChord].map((each) => pointOnCourse(course, each))
    const { radius, turns } = circle(a!, b!, c!)
    if (radius < (best?.radius ?? straightFrom)) best = { at, radius: Math.round(radius), turns }
  }
  return best
}
