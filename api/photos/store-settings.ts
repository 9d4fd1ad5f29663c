import { z } from 'zod'

export interface S3Settings {
  readonly bucket: string
  /** Empty, or ends with a slash. */
  readonly prefix: string
  readonly endpoint: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly usesPathStyle: boolean
}

/** Absent settings mean the folder `photos` beside the database. */
export const PhotoStoreEnvironment = z.object({
  PHOTO_STORE: z
    .string()
    .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]+(\/[\w./-]*)?$/, 'must look like s3://bucket or s3://bucket/folder')
    .optional(),
  PHOTO_STORE_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  PHOTO_STORE_REGION: z.string().min(1).default('us-east-1'),
  PHOTO_STORE_KEY: z.string().min(1).optional(),
  PHOTO_STORE_SECRET: z.string().min(1).optional(),
  PHOTO_STORE_PATH_STYLE: z.enum(['yes', 'no']).default('yes'),
})
type PhotoStoreEnvironment = z.infer<typeof PhotoStoreEnvironment>

/** Half a setting stops the start: photos must not go to the folder because a key was forgotten. */
export function s3Settings(environment: PhotoStoreEnvironment): S3Settings | undefined {
  if (environment.PHOTO_STORE === undefined) return undefined
  const { PHOTO_STORE_KEY: accessKeyId, PHOTO_STORE_SECRET: secretAccessKey } = environment
  const region = environment.PHOTO_STORE_REGION
  if (!accessKeyId || !secretAccessKey)
    throw new Error('PHOTO_STORE needs PHOTO_STORE_KEY and PHOTO_STORE_SECRET.')
  const [bucket = '', ...folders] = environment.PHOTO_STORE.slice('s3://'.length).split('/').filter(Boolean)
  return {
    bucket,
    prefix: folders.map((folder) => `${folder}/`).join(''),
    endpoint: environment.PHOTO_STORE_ENDPOINT ?? `https://s3.${region}.amazonaws.com`,
    region,
    accessKeyId,
    secretAccessKey,
    usesPathStyle: environment.PHOTO_STORE_PATH_STYLE === 'yes',
  }
}
