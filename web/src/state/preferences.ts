import { parseUrlState, type UrlState } from './url-state.ts'

type Preferences = Pick<UrlState, 'language' | 'theme' | 'textScale'>
const key = 'preferences'

/** What a person chose last on this device, where the address does not say otherwise. */
export function readPreferences(storage: Storage): Preferences {
  const { language, theme, textScale } = parseUrlState(storage.getItem(key) ?? '')
  return { language, theme, textScale }
}

export function keepPreferences(storage: Storage, { language, theme, textScale }: Preferences): void {
  const chosen = { lang: language, theme, text: textScale && String(textScale) }
  const said = Object.entries(chosen).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (said.length === 0) return
  const kept = new URLSearchParams(storage.getItem(key) ?? '')
  for (const [name, value] of said) kept.set(name, value)
  storage.setItem(key, kept.toString())
}
