import type { Readable } from 'node:stream'

export interface StoredObject {
  readonly bytes: number
  readonly stream: Readable
}

/** Keeps bytes under a key made from their hash; the same key always means the same bytes. */
export interface PhotoStore {
  /** Takes over a whole file from the disk. Either all of it is kept, or an error is thrown and nothing is. */
  put(key: string, file: string, facts: PutFacts): Promise<void>
  get(key: string): Promise<StoredObject | undefined>
  has(key: string): Promise<boolean>
  delete(key: string): Promise<void>
  /** In words, for messages: a folder or a bucket. Never a key or a password. */
  readonly where: string
}

export interface PutFacts {
  readonly mediaType: string
  readonly bytes: number
  /** Of these bytes, so that the keeper can see that they arrived whole. */
  readonly sha256: string
}
