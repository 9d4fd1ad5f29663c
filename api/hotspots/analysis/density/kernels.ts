import { cosOfQuarter, exp, squareOf } from '../portable-math.ts'

export const kernelNames = [
  'quartic',
  'gaussian',
  'triangle',
  'uniform',
  'epanechnikov',
  'triweight',
  'cosine',
] as const
export type KernelName = (typeof kernelNames)[number]

/** Density that one event gives to a place so far away, both in metres: per metre, 0 at and beyond the bandwidth. */
export type Kernel = (distance: number) => number

/** The bandwidth is where the kernel ends: a Gaussian is cut off at three standard deviations and raised to hold 1 again. */
const deviations = 3
/** erf(3 / √2): what a Gaussian holds within three standard deviations. */
const heldWithin = 0.9973002039367398
const gaussianPeak = deviations / Math.sqrt(2 * Math.PI) / heldWithin

/** Of the share u of the bandwidth, 0 ≤ u < 1. Silverman (1986), table 3.1, each integrating to 1 over −1 … 1. */
const shapes: Readonly<Record<KernelName, (u: number) => number>> = {
  quartic: (u) => (15 / 16) * (1 - u * u) * (1 - u * u),
  gaussian: (u) => gaussianPeak * exp(-0.5 * squareOf(deviations * u)),
  triangle: (u) => 1 - u,
  uniform: () => 0.5,
  epanechnikov: (u) => 0.75 * (1 - u * u),
  triweight: (u) => (35 / 32) * (1 - u * u) * (1 - u * u) * (1 - u * u),
  cosine: (u) => (Math.PI / 4) * cosOfQuarter((Math.PI / 2) * u),
}

export function kernelOf(name: KernelName, bandwidth: number): Kernel {
  const shape = shapes[name]
  return (distance) => (distance < bandwidth ? shape(distance / bandwidth) / bandwidth : 0)
}
