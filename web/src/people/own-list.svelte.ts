import type { ListOf } from '../api/api-types.ts'

/** Something of one's own that is listed and taken away one by one: each act is followed by a fresh list. */
export class OwnList<Item> {
  items = $state.raw<readonly Item[]>([])
  problem = $state.raw<unknown>(undefined)
  readonly #ask: () => Promise<ListOf<Item>>

  constructor(ask: () => Promise<ListOf<Item>>) {
    this.#ask = ask
    void this.load()
  }

  async load(act: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    try {
      await act()
      this.items = (await this.#ask()).items
      this.problem = undefined
    } catch (error) {
      this.problem = error
    }
  }
}
