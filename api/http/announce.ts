import type { Text } from './text.ts'

const startedMs = performance.now()
const seconds = () => ((performance.now() - startedMs) / 1000).toFixed(1).padStart(5)

/** A line of the start, with the seconds since it began, so that a slow first start is seen to move. */
export function announce(text: Text): void {
  console.log(`${seconds()} s  ${text.zh} ${text.en}`)
}

/** Says what stopped the start, in the user's words; the stack is for the log level debug. */
export function announceFailure(error: unknown, showsStack: boolean): void {
  const text = (error as { text?: Text }).text
  console.error(text ? `${text.zh}\n${text.en}` : error instanceof Error ? error.message : String(error))
  if (showsStack && error instanceof Error) console.error(error.stack)
}
