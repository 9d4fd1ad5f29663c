import { describe, expect, test } from 'vitest'
import { facilityKindIds } from '../../../api/facilities/facility-kinds.ts'
import { facilityStateIds } from '../../../api/facilities/facility-states.ts'
import { hazardLetter, hazardStatusCodes } from '../../../api/hazards/hazard-status.ts'
import { severities } from '../../../api/accidents/severity.ts'
import { drawAccident } from '../../../web/src/map/accident-style.ts'
import { hazardRing } from '../../../web/src/map/hazard-style.ts'
import { legendSections } from '../../../web/src/map/legend.ts'
import { palettes } from '../../../web/src/map/palette.ts'
import { symbolSvg } from '../../../web/src/map/symbols/symbol-catalogue.ts'

const withoutColour = (svg: string) => svg.replace(/#[0-9a-f]{6}/g, '')

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

describe('symbols', () => {
  test('the severities differ in shape, not only in colour', () => {
    const shapes = severities.map((severity) => withoutColour(drawAccident(severity, 'light').body))
    expect(new Set(shapes).size).toBe(severities.length)
  })

  test('every kind of facility has a glyph of its own', () => {
    const glyphs = facilityKindIds.map((kind) =>
      withoutColour(symbolSvg(`facility:${kind}:working`, 'light')),
    )
    expect(new Set(glyphs).size).toBe(facilityKindIds.length)
  })

  test('every state of a facility looks different in black and white', () => {
    const looks = facilityStateIds.map((state) =>
      withoutColour(symbolSvg(`facility:solar_strobe:${state}`, 'light')),
    )
    expect(new Set(looks).size).toBe(facilityStateIds.length)
  })

  test('every status of a hazard has a letter of its own', () => {
    expect(new Set(hazardStatusCodes.map(hazardLetter)).size).toBe(hazardStatusCodes.length)
  })

  test('a hazard past its date is red whatever it waits for, a closed one never', () => {
    expect(hazardRing(40, 0)).toBe('remedying')
    expect(hazardRing(40, 12)).toBe('overdue')
    expect(hazardRing(70, 12)).toBe('closed')
  })

  test.each(['zh', 'en'] as const)('the legend draws every symbol that it names (%s)', (language) => {
    const entries = legendSections(language).flatMap((section) => section.entries)
    expect(entries.length).toBeGreaterThan(30)
    for (const { symbol, label } of entries) {
      expect(symbolSvg(symbol, 'light'), symbol).toMatch(/^<svg .*<\/svg>$/)
      expect(symbolSvg(symbol, 'dark'), symbol).not.toBe('')
      expect(label, symbol).not.toBe('')
    }
  })

  test.each(['light', 'dark'] as const)('names on the sheet keep a contrast of 7 to 1 (%s)', (theme) => {
    const { ink, softInk, banner, land, waterText, halo } = palettes[theme]
    expect(contrast(ink, banner)).toBeGreaterThanOrEqual(7)
    expect(contrast(softInk, banner)).toBeGreaterThanOrEqual(7)
    expect(contrast(softInk, land)).toBeGreaterThanOrEqual(7)
    expect(contrast(waterText, halo)).toBeGreaterThanOrEqual(7)
  })
})
