import type { Text } from '../../../http/text.ts'
import type { DensityMethod } from './kernel-density.ts'

/** The case against which the estimate is tested; shown beside the figures. */
export const publishedDensity: {
  readonly source: Text
  readonly setting: Text
  readonly expected: Readonly<Record<DensityMethod, number>>
} = {
  source: {
    zh: 'R 软件包 spNetwork 的单元测试（简单法、不连续法）；连续法按 Okabe、Satoh、Sugihara（2009）公式手算，并与 R 软件包 spatstat.linnet 一致',
    en: 'Unit tests of the R package spNetwork (simple, discontinuous); continuous worked out by hand from Okabe, Satoh and Sugihara (2009), and the same in the R package spatstat.linnet',
  },
  setting: {
    zh: '十字路口四臂各长 5，事故距路口 3，测点在另一臂距路口 3，路网距离 6，四次核，带宽 10',
    en: 'Four arms of 5 meeting at a cross, the event 3 up one arm, the place 3 out on another, network distance 6, quartic kernel, bandwidth 10',
  },
  expected: { simple: 0.0384, discontinuous: 0.0128, continuous: 0.0192 },
}
