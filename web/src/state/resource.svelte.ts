/** Something fetched: the last good value stays in sight while the next one comes, and the latest question wins. */
export class Resource<Value> {
  value = $state.raw<Value | undefined>(undefined)
  error = $state.raw<unknown>(undefined)
  isLoading = $state(false)
  #latest = 0
  #lastAsked: (() => Promise<Value>) | undefined

  async load(fetchValue: () => Promise<Value>): Promise<void> {
    const question = ++this.#latest
    this.#lastAsked = fetchValue
    this.isLoading = true
    try {
      const value = await fetchValue()
      if (question !== this.#latest) return
      this.value = value
      this.error = undefined
    } catch (error) {
      if (question === this.#latest) this.error = error
    } finally {
      if (question === this.#latest) this.isLoading = false
    }
  }

  /** The same question once more, where somebody asks to try again. */
  async again(): Promise<void> {
    if (this.#lastAsked) await this.load(this.#lastAsked)
  }

  /** For the next person at this screen; an answer still under way is not shown to them either. */
  clear(): void {
    this.#latest++
    this.#lastAsked = undefined
    this.value = undefined
    this.error = undefined
    this.isLoading = false
  }
}
