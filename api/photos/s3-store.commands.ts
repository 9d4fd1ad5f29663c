import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import type { PhotoStore } from './photo-store.ts'
import type { S3Settings } from './store-settings.ts'

/** A photo has at most 25 MB; a line that needs longer than this for it is no line. */
const patienceMs = 60_000

/** Any store that speaks S3: Amazon, MinIO, Ceph and the clouds of the country. */
export function newS3Store(settings: S3Settings): PhotoStore {
  const { bucket, prefix, endpoint, region, accessKeyId, secretAccessKey, usesPathStyle } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const base = new URL(endpoint)
  if (usesPathStyle) base.pathname = `${base.pathname.replace(/\/$/, '')}/${bucket}`
  else base.hostname = `${bucket}.${base.hostname}`
  const urlOf = (key: string) => `${base.href.replace(/\/$/, '')}/${prefix}${key}`
  const where = `s3://${bucket}/${prefix}`

  async function ask(method: string, key: string, init: RequestInit = {}): Promise<Response | undefined> {
    const answer = await client.fetch(urlOf(key), {
      ...init,
      method,
      signal: AbortSignal.timeout(patienceMs),
    })
    if (answer.ok) return answer
    await answer.body?.cancel()
    if (answer.status === 404) return undefined
    throw new Error(`The photo store ${where} answers ${answer.status} to ${method}.`)
  }

  const has = async (key: string) => (await ask('HEAD', key)) !== undefined
  return {
    where,
    has,
    async put(key, file, { mediaType, sha256 }) {
      // The hash goes into the signature: a body that was damaged on its way is refused over there.
      const headers = { 'content-type': mediaType, 'x-amz-content-sha256': sha256 }
      const kept = await ask('PUT', key, { body: await readFile(file), headers })
      if (!kept) throw new Error(`There is no photo store ${where}.`)
      await kept.body?.cancel()
    },
    async get(key) {
      const answer = await ask('GET', key)
      if (!answer?.body) return undefined
      const bytes = Number(answer.headers.get('content-length'))
      return { bytes, stream: Readable.fromWeb(answer.body as never) }
    },
    async delete(key) {
      const answer = await ask('DELETE', key)
      await answer?.body?.cancel()
    },
  }
}
