import type { Text } from '../../http/text.ts'
import type { Method, Outcome } from '../analysis/before-after/judge.ts'

export const verdictNames: Readonly<Record<Outcome | 'tooEarly' | 'notEvaluable', Text>> = {
  effective: { zh: '有效', en: 'It works' },
  unclear: { zh: '看不出', en: 'No effect can be seen' },
  worse: { zh: '变差', en: 'It got worse' },
  tooEarly: { zh: '为时尚早', en: 'Too early to tell' },
  tooFew: { zh: '样本太少', en: 'Too few accidents to tell' },
  notEvaluable: { zh: '不能评价', en: 'Cannot be evaluated' },
}

const one = (value: number) => value.toFixed(1)

export const verdictTexts = {
  effective: (expected: number, observed: number): Text => ({
    zh: `不采取措施预计发生 ${one(expected)} 起，实际 ${observed} 起，减少超出了偶然波动。`,
    en: `${one(expected)} accidents were to be expected without it, ${observed} happened: more than chance takes away.`,
  }),
  unclear: (expected: number, observed: number): Text => ({
    zh: `不采取措施预计发生 ${one(expected)} 起，实际 ${observed} 起，差别在偶然波动之内。看不出不等于没有效果。`,
    en: `${one(expected)} accidents were to be expected without it, ${observed} happened: chance alone may do that. Not seen is not the same as no effect.`,
  }),
  worse: (expected: number, observed: number): Text => ({
    zh: `不采取措施预计发生 ${one(expected)} 起，实际 ${observed} 起，增加超出了偶然波动。请到现场查明原因。`,
    en: `${one(expected)} accidents were to be expected without it, ${observed} happened: more than chance brings. Look for the cause on site.`,
  }),
  tooFew: (expected: number, years: number | undefined): Text => ({
    zh:
      `预计只有 ${one(expected)} 起，即使以后一起也不发生，也说明不了问题。` +
      (years === undefined ? '只能与其他地点合起来看。' : `照这个水平至少要观察约 ${years} 年。`),
    en:
      `Only ${one(expected)} accidents were to be expected: not even none would prove anything. ` +
      (years === undefined
        ? 'Look at it together with other places.'
        : `At this level it takes at least some ${years} years.`),
  }),
  tooEarly: (months: number, recordedTo: string, tellableFrom: string): Text => ({
    zh: `措施以后只有 ${months} 个整月的事故记录（记录到 ${recordedTo}），要满 12 个月。${tellableFrom} 起、此前的事故都录入后可以评价。`,
    en: `The records hold ${months} whole months after it (up to ${recordedTo}); 12 are needed. It can be told from ${tellableFrom}, once the accidents up to then are entered.`,
  }),
  future: (on: string): Text => ({
    zh: `${on} 还没有到，措施尚未实施。`,
    en: `${on} is still to come: nothing has been done yet.`,
  }),
  beforeTooShort: (on: string, recordedFrom: string): Text => ({
    zh: `事故记录从 ${recordedFrom} 开始，${on} 以前不满 12 个月，没有可比的“以前”。请补录更早的事故。`,
    en: `The records begin on ${recordedFrom}, less than 12 months before ${on}: there is no "before". Enter older accidents.`,
  }),
  noStake: (): Text => ({
    zh: '没有公路和桩号，不知道该看哪一段的事故。请先核定位置。',
    en: 'Without a road and a stake nobody knows which accidents to count. Place it first.',
  }),
  noDate: (): Text => ({
    zh: '没有登记设置日期。请在设施里补登。',
    en: 'The day of installation is not recorded. Enter it with the facility.',
  }),
  planned: (): Text => ({ zh: '还在规划，没有设置。', en: 'It is planned and not placed yet.' }),
  notClosed: (): Text => ({
    zh: '隐患还没有销号，销号后才有“以后”。',
    en: 'The hazard is not closed: there is no "after" yet.',
  }),
  noRecords: (): Text => ({
    zh: '没有这个口径的事故记录。',
    en: 'There are no accident records of this calibre.',
  }),
} as const

export const warnings = {
  regression: (): Text => ({
    zh: '没有可比的参照路段，只作了前后直接对比。事故最多的时候治理，以后本来就会回落一些，效果会被高估。',
    en: 'There is no reference group, so before and after are compared as they are. A place treated when it was at its worst gets better by itself: the effect is overstated.',
  }),
  nearby: (count: number): Text => ({
    zh: `同一时期附近还有 ${count} 项措施，效果分不开。`,
    en: `${count === 1 ? 'Another treatment' : `${count} other treatments`} nearby in the same time: their effects cannot be told apart.`,
  }),
  gone: (): Text => ({
    zh: '这处设施现在已不起作用（故障、缺失或拆除），以后的月份不全在它的作用之下。',
    en: 'It does not work any more (faulty, missing or removed): not all of the months after were under its effect.',
  }),
  chainBreak: (): Text => ({
    zh: '路段内有断链，桩号差不等于实际长度，与参照路段的比较是近似的。',
    en: 'There is a chain break in the stretch: the stakes do not give its length, so the comparison with the reference is approximate.',
  }),
} as const

export const ratesUnit: Text = {
  zh: '起/亿车公里',
  en: 'accidents per 100 million vehicle-kilometres',
}

interface Formula {
  readonly method: Text
  readonly text: Text
  readonly source: Text
  readonly testedAgainst: Text
}

const bayes = 'w = 1/(1+k·P前)；E前 = w·P前+(1-w)·O前；E后 = (P后/P前)·E前；θ = (O后/E后)/(1+V/E后²)'
const bayesEn =
  'w = 1/(1+k·Pb); Eb = w·Pb+(1-w)·Ob; Ea = (Pa/Pb)·Eb; θ = (Oa/Ea)/(1+V/Ea²); effect = 100·(1-θ)'
const hsmCase: Text = {
  zh: '美国《公路安全手册》第一版第 9 章算例（13 处，效果 30.46103%，标准误 13.84553%），逐位一致',
  en: 'Sample of the Highway Safety Manual, 1st ed., ch. 9 (13 sites: effect 30.46103 %, standard error 13.84553 %), to all digits',
}
const interval: Text = {
  zh: '95% 区间和 p 按负二项分布精确计算',
  en: '95 % interval and p exactly, by the negative binomial distribution',
}

export const formulas: Readonly<Record<Method, Formula>> = {
  ebVolumes: {
    method: { zh: '经验贝叶斯（有交通量）', en: 'Empirical Bayes with traffic volumes' },
    text: {
      zh: `${bayes}；效果 = 100·(1-θ)%。P 由交通量模型乘本地校正系数 C 得出。${interval.zh}。`,
      en: `${bayesEn}. P: model of the traffic volume times the local factor C. ${interval.en}.`,
    },
    source: {
      zh: '美国《公路安全手册》第一版第 9 章附录 9A；不是我国部颁方法',
      en: 'Highway Safety Manual, 1st ed., appendix 9A; not a Chinese standard',
    },
    testedAgainst: hsmCase,
  },
  ebMoments: {
    method: {
      zh: '经验贝叶斯（无交通量，用同类路段的均值和方差）',
      en: 'Empirical Bayes without volumes, by the mean and variance of similar stretches',
    },
    text: {
      zh: `${bayes}；效果 = 100·(1-θ)%。P前 = 同类等长路段的均值 m，k = (s²-m)/m²，P后/P前 = 同类路段以后与以前的事故数之比（其方差计入 V）。${interval.zh}。`,
      en: `${bayesEn}. Pb: mean m of equal stretches of like roads; k = (s²-m)/m²; Pa/Pb: their accidents after over before (its variance is part of V). ${interval.en}.`,
    },
    source: {
      zh: 'Hauer《道路安全前后对比观测研究》(1997) 第 11 章矩估计；附录 9A 的其余公式；不是我国部颁方法',
      en: 'Hauer, Observational Before-After Studies in Road Safety (1997), ch. 11, method of moments; the rest as in appendix 9A; not a Chinese standard',
    },
    testedAgainst: hsmCase,
  },
  naive: {
    method: { zh: '前后直接对比', en: 'Before and after as they are' },
    text: {
      zh: '比值 = (O后/月数后)/(O前/月数前)；给定总数时以后的事故数服从二项分布，p 和 95% 区间按二项分布精确计算。',
      en: 'Ratio = (Oa/months after)/(Ob/months before); given the sum, the count after is binomial: exact p and 95 % interval.',
    },
    source: {
      zh: 'Przyborowski 与 Wilenski (1940)；Clopper 与 Pearson (1934)',
      en: 'Przyborowski and Wilenski (1940); Clopper and Pearson (1934)',
    },
    testedAgainst: {
      zh: 'R 语言 poisson.test 的算例：11/800 比 21/3011，比值 1.971488，区间 0.8584–4.2773，p = 0.07967',
      en: 'Example of poisson.test in R: 11/800 against 21/3011, ratio 1.971488, interval 0.8584–4.2773, p = 0.07967',
    },
  },
}
