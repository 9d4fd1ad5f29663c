/** First match wins: every browser claims to be the ones before it. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\/(\d+)/, 'WeChat'],
  [/Edg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/(?:OPR|Opera)\/(\d+)/, 'Opera'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)[^ ]* .*Safari/, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android (\d+)/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows NT/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|UOS/, 'Linux'],
]
const longest = 60

function firstMatch(table: typeof programs, text: string): string | undefined {
  for (const [pattern, name] of table) {
    const match = pattern.exec(text)
    if (match) return match[1] ? `${name} ${match[1]}` : name
  }
  return undefined
}

/** A user agent in few words, "Chrome 128 · Android 14": enough to know one's own device again. */
export function deviceOf(userAgent: string | undefined): string | undefined {
  if (!userAgent) return undefined
  const known = [firstMatch(programs, userAgent), firstMatch(systems, userAgent)].filter(Boolean).join(' · ')
  // A program of one's own: what it calls itself, without anything that could be an address or a secret.
  return known || (userAgent.split(/[\s(]/)[0] ?? '').slice(0, longest) || undefined
}
