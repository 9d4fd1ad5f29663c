import { createStore, del, entries, set } from 'idb-keyval'
import type { PhotoOrder } from '../../api/photo-calls.ts'

export type UnsentPhoto = PhotoOrder & {
  /** Chosen for a hazard that was not registered yet, or an inspection that was not sent. */
  readonly isHeld: boolean
}

/** Photos that the service has not acknowledged; they outlive a reload and a flat battery. */
export interface UnsentPhotos {
  list(owner: string): Promise<UnsentPhoto[]>
  /** False where the browser keeps nothing, as in a private window. */
  keep(owner: string, photo: UnsentPhoto): Promise<boolean>
  drop(id: string): Promise<void>
}

/** On this device, told apart by their owner: a phone may go from hand to hand. */
export function keptOnDevice(): UnsentPhotos {
  let store: ReturnType<typeof createStore> | undefined
  const open = () => (store ??= createStore('otog-unsent-photos', 'photos'))
  return {
    async list(owner) {
      const kept = await entries<string, UnsentPhoto & { owner: string }>(open()).catch(() => [])
      return kept.filter(([, photo]) => photo.owner === owner).map(([, { owner: _owner, ...photo }]) => photo)
    },
    keep: (owner, photo) =>
      set(photo.id, { ...photo, owner }, open()).then(
        () => true,
        () => false,
      ),
    drop: (id) => del(id, open()).catch(() => undefined),
  }
}
