import type { Text } from '../../http/text.ts'
import type { DensityMethod } from '../analysis/density/kernel-density.ts'
import type { KernelName } from '../analysis/density/kernels.ts'
import { publishedDensity } from '../analysis/density/published-density.ts'
import { joinWithin } from '../analysis/density/road-strands.ts'

const formula: Text = {
  zh: '每起事故沿公路向两边铺开，离得越近分得越多，超过带宽为零；某处的密度 = 各起事故分到该处的量之和 × 1000 ÷ 年数，单位：起/公里·年。每起事故铺开的总量是 1 起。',
  en: 'Each accident is spread along the road to both sides, more of it nearby, nothing beyond the bandwidth. The density of a place is the sum of what all accidents give it, × 1000 ÷ years: accidents per kilometre and year. What one accident spreads adds up to 1.',
}

const methods: Readonly<Record<DensityMethod, Text>> = {
  simple: {
    zh: '简单法：按最短路程计算，路口处各条路都拿全份，因此路口附近偏高，总量不守恒；超出公路尽头的部分丢失。',
    en: 'Simple: by the shortest way. At a junction every road gets the whole, so that it is too high there and the total does not hold; what runs beyond a road end is lost.',
  },
  discontinuous: {
    zh: '不连续均分法：n 条路相交处，来自一条路的量按 1/(n−1) 平分给其余各条，总量守恒，但路口处曲线有台阶；超出公路尽头的部分丢失。',
    en: 'Discontinuous equal split: where n ends meet, what comes by one is split by 1/(n−1) among the others. The total holds, but the curve has a step at the junction; what runs beyond a road end is lost.',
  },
  continuous: {
    zh: '连续均分法：n 条路相交处，其余各条各得 2/n，返回来路 2/n−1，路口处曲线连续，总量守恒；公路尽头（n=1）全部返回，不丢失。',
    en: 'Continuous equal split: where n ends meet, each other one gets 2/n and 2/n−1 goes back. The curve has no step and the total holds; at a road end (n = 1) all of it comes back.',
  },
}

const kernels: Readonly<Record<KernelName, Text>> = {
  quartic: { zh: '四次核 K(d) = (15/16)(1−(d/h)²)²/h', en: 'Quartic: K(d) = (15/16)(1−(d/h)²)²/h' },
  gaussian: {
    zh: '高斯核，标准差 h/3，在带宽 h 处截断，再除以 0.9973 使总量仍为 1',
    en: 'Gaussian with standard deviation h/3, cut off at the bandwidth h and divided by 0.9973 so that it holds 1 again',
  },
  triangle: { zh: '三角核 K(d) = (1−d/h)/h', en: 'Triangle: K(d) = (1−d/h)/h' },
  uniform: { zh: '均匀核 K(d) = 1/(2h)', en: 'Uniform: K(d) = 1/(2h)' },
  epanechnikov: {
    zh: '叶帕涅奇尼科夫核 K(d) = (3/4)(1−(d/h)²)/h',
    en: 'Epanechnikov: K(d) = (3/4)(1−(d/h)²)/h',
  },
  triweight: { zh: '三权核 K(d) = (35/32)(1−(d/h)²)³/h', en: 'Triweight: K(d) = (35/32)(1−(d/h)²)³/h' },
  cosine: { zh: '余弦核 K(d) = (π/4)cos(πd/2h)/h', en: 'Cosine: K(d) = (π/4)cos(πd/2h)/h' },
}

const junctions: Text = {
  zh: `路口由图上线位求得：相距 ${joinWithin} 米以内视为相接；两条路并行 500 米以上视为共线，只算一条，两条路都显示；不分辨立交。断链处桩号跳变而道路连续，密度照常通过；未绘出的路段不通过。`,
  en: `Junctions come from the drawn lines: what is nearer than ${joinWithin} m is joined; two roads side by side for 500 m or more are one line, shown on both; bridges are not told from crossings. At a chain break the stakes jump but the road goes on, and so does the density; a stretch that is not drawn stops it.`,
}

const limits: Text = {
  zh: '热力线只供研判看图，不作为多发点段的认定依据；认定请用“筛查”并看 n、λ、p。没有桩号的事故未参加计算。道路线位和桩号待大队核定。',
  en: 'The heat line is for looking, not evidence of an accident-prone place: for that use a screening and its n, λ and p. Accidents without a stake took no part. Lines and stakes are to be checked by the brigade.',
}

const sources: Text = {
  zh: 'Xie、Yan（2008）；Okabe、Satoh、Sugihara（2009）；带宽：留一法似然（Silverman 1986）；聚集段：KDE+（Bíl、Andrášik、Janoška 2013）',
  en: 'Xie and Yan (2008); Okabe, Satoh and Sugihara (2009); bandwidth: leave-one-out likelihood (Silverman 1986); clusters: KDE+ (Bíl, Andrášik and Janoška 2013)',
}

/** 怎么算的: the formula, what is particular about it, and the published figure it is held to. */
export function explainDensity(method: DensityMethod, kernel: KernelName) {
  const { source, setting, expected } = publishedDensity
  return {
    formula,
    method: methods[method],
    kernel: kernels[kernel],
    junctions,
    limits,
    sources,
    tested: { source, setting, expected: expected[method] },
  }
}
