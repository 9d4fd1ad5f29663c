/** The same keys and the same arguments in both languages; Chinese, the one that is read, comes first. */
export function pair<Words extends Readonly<Record<string, unknown>>>(zh: Words, en: NoInfer<Words>) {
  return { zh, en }
}
