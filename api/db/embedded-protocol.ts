import type { ErrorFacts } from './database-error.ts'

/** What the service and the worker thread that carries the embedded engine say to each other. */
export interface EngineRequest {
  readonly id: number
  readonly sql: string
  readonly parameters: readonly unknown[]
  /** The input of a `copy … from '/dev/blob'`. */
  readonly input?: Uint8Array
}

export interface EngineResult {
  readonly rows: readonly Record<string, unknown>[]
  readonly affectedRows: number | undefined
  /** The output of a `copy … to '/dev/blob'`. */
  readonly output: Uint8Array | undefined
}

export type EngineMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'answer'; readonly id: number; readonly result: EngineResult }
  | { readonly kind: 'failure'; readonly id: number; readonly error: ErrorFacts }

export type ServiceMessage = EngineRequest | { readonly id: 'close' }
