/** One way of looking at a screen. */
export interface Look {
  readonly width: number
  readonly text: 1 | 1.5
  readonly theme: 'light' | 'dark'
  readonly language: 'zh' | 'en'
}

const widths = [360, 1280, 1920] as const

export const everyLook: readonly Look[] = widths.flatMap((width) =>
  ([1, 1.5] as const).flatMap((text) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      (['zh', 'en'] as const).map((language) => ({ width, text, theme, language })),
    ),
  ),
)

/** Each width, size, theme and language at least twice. */
export const usualLooks: readonly Look[] = [
  { width: 360, text: 1, theme: 'light', language: 'zh' },
  { width: 360, text: 1.5, theme: 'dark', language: 'zh' },
  { width: 360, text: 1, theme: 'dark', language: 'en' },
  { width: 1280, text: 1, theme: 'light', language: 'zh' },
  { width: 1280, text: 1.5, theme: 'light', language: 'en' },
  { width: 1920, text: 1, theme: 'dark', language: 'zh' },
]

/** For a screen that differs by its data alone: the narrowest, the usual and the darkest. */
export const fewLooks: readonly Look[] = [
  { width: 360, text: 1.5, theme: 'light', language: 'zh' },
  { width: 1280, text: 1, theme: 'light', language: 'zh' },
  { width: 1280, text: 1, theme: 'dark', language: 'en' },
]

export const lookName = ({ width, text, theme, language }: Look) =>
  [width, text === 1 ? 'standard' : 'large', theme, language].join('-')
