import { z } from 'zod'
import { calibres } from '../../accidents/calibre.ts'
import { bilingual } from '../../http/validate.ts'

const Message = z.object({ zh: z.string(), en: z.string() })

/** One of the two is evaluated. */
export const EvaluationRequest = z
  .object({
    facility: z.uuid().optional(),
    hazard: z.uuid().optional(),
    calibre: z.enum(calibres).default('general'),
  })
  .strict()
  .refine(({ facility, hazard }) => (facility === undefined) !== (hazard === undefined), {
    path: ['facility'],
    error: bilingual({
      zh: '请给出一个设施或者一个隐患的编号。',
      en: 'Name one facility or one hazard.',
    }),
  })
export type EvaluationRequest = z.infer<typeof EvaluationRequest>

export const verdictCodes = ['effective', 'unclear', 'worse', 'tooEarly', 'tooFew', 'notEvaluable'] as const

const Period = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  months: z.number().int(),
  accidents: z.number().int(),
})

const Percent = z.number().nullable()

export const Evaluation = z.object({
  subject: z.object({
    kind: z.enum(['facility', 'hazard']),
    id: z.uuid(),
    number: z.string(),
    name: Message,
  }),
  calibre: z.enum(calibres),
  stretch: z
    .object({
      road: z.string(),
      roadName: z.string(),
      fromStake: z.number().int(),
      toStake: z.number().int(),
      stakeText: z.string(),
      lengthMetres: z.number().int(),
      rule: Message,
    })
    .nullable(),
  treatedOn: z.iso.date().nullable().describe('installed, or closed'),
  excludedMonth: z.string().nullable().describe('YYYY-MM: neither before nor after'),
  records: z
    .object({ from: z.iso.date(), to: z.iso.date() })
    .nullable()
    .describe('first and last accident of the calibre'),
  before: Period.nullable(),
  after: Period.nullable(),
  verdict: z.object({
    code: z.enum(verdictCodes),
    name: Message,
    text: Message.describe('why, and when it can be told'),
    tellableFrom: z.iso.date().nullable(),
  }),
  method: z.enum(['ebVolumes', 'ebMoments', 'naive']).nullable(),
  expected: z.number().nullable().describe('accidents after, had nothing been done'),
  effectPercent: Percent.describe('positive: fewer accidents than expected'),
  standardErrorPercent: Percent,
  interval: z
    .object({ from: Percent, to: Percent })
    .nullable()
    .describe('of the effect, 95 %; `from` null: no lower end'),
  pValue: z.number().nullable(),
  working: z.object({
    weight: z.number().nullable(),
    overdispersion: z.number().nullable(),
    predictedBefore: z.number().nullable(),
    expectedBefore: z.number().nullable(),
    ratio: z.number().nullable().describe('after : before, as the prediction goes'),
    variance: z.number().nullable(),
    reference: z
      .object({
        stretches: z.number().int(),
        roads: z.array(z.string()),
        accidents: z.number().int().describe('on them, in the months before'),
        trend: z
          .object({ before: z.number().int(), after: z.number().int() })
          .describe('accidents on those of them that were not treated since'),
        mean: z.number(),
        variance: z.number(),
      })
      .nullable(),
    model: z
      .object({
        id: z.string(),
        version: z.number().int(),
        name: Message,
        source: Message,
        calibration: z.number(),
        calibratedOn: z.number().int().describe('accidents on the stretches that gave the factor'),
        aadtBefore: z.number(),
        aadtAfter: z.number(),
      })
      .nullable(),
  }),
  rates: z
    .object({ before: z.number(), after: z.number(), unit: Message })
    .nullable()
    .describe('only where traffic was counted in both periods'),
  formula: z.object({ method: Message, text: Message, source: Message, testedAgainst: Message }).nullable(),
  warnings: z.array(z.object({ code: z.string(), message: Message })),
  nearby: z
    .array(
      z.object({
        kind: z.enum(['facility', 'hazard']),
        id: z.uuid(),
        number: z.string(),
        name: Message,
        on: z.iso.date(),
        stakeText: z.string(),
      }),
    )
    .describe('other treatments within the stretch or 500 m of it, in the same time'),
})
export type Evaluation = z.infer<typeof Evaluation>
