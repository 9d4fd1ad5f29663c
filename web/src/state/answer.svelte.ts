/** What became of one question: unlike a block that waits, whoever shows it keeps standing while it changes. */
export class Answer<Value> {
  value = $state.raw<Value | undefined>(undefined)
  error = $state.raw<unknown>(undefined)
  isLoading = $state(true)

  constructor(asked: Promise<Value>) {
    void asked
      .then(
        (value) => (this.value = value),
        (error: unknown) => (this.error = error),
      )
      .finally(() => (this.isLoading = false))
  }
}
