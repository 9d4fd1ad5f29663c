import type { ImportServices } from './import-services.ts'

/** Work that goes on after its answer; what goes wrong in it is logged, since nobody waits for it. */
export function inBackground({ onError }: ImportServices, work: Promise<void>): void {
  work.catch(onError)
}
