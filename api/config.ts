import { z } from 'zod'
import { PhotoStoreEnvironment, s3Settings, type S3Settings } from './photos/store-settings.ts'

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATABASE_READ_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATA_FOLDER: z.string().min(1).default('.data'),
  DEMO_DATA: z.enum(['yes', 'no']).default('yes'),
  TRUST_PROXY: z.enum(['yes', 'no']).default('no'),
  AUDIT_ANCHOR_FILE: z.string().min(1).optional(),
  PASSWORD_MAX_AGE_DAYS: z.coerce.number().int().min(1).max(3650).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  ...PhotoStoreEnvironment.shape,
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly databaseUrl?: string
  readonly readUrl?: string
  readonly dataFolder: string
  readonly loadsDemoData: boolean
  readonly trustsProxy: boolean
  readonly auditAnchorFile?: string
  readonly passwordMaxAgeDays?: number
  readonly logLevel: string
  /** Absent: photos lie in the data folder. */
  readonly photoStore?: S3Settings
}

/** Reads the environment once; a wrong value stops the start with its name, before anything is opened. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = Environment.safeParse(present)
  if (!result.success) throw new Error(z.prettifyError(result.error))
  const { data } = result
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    readUrl: data.DATABASE_READ_URL,
    dataFolder: data.DATA_FOLDER,
    loadsDemoData: data.DEMO_DATA === 'yes',
    trustsProxy: data.TRUST_PROXY === 'yes',
    auditAnchorFile: data.AUDIT_ANCHOR_FILE,
    passwordMaxAgeDays: data.PASSWORD_MAX_AGE_DAYS,
    logLevel: data.LOG_LEVEL,
    photoStore: s3Settings(data),
  }
}
