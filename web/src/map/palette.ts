import type { Theme } from './map-types.ts'

/** Colours of the printed sheet: everything but the records drawn on it. */
export interface Palette {
  readonly land: string
  readonly banner: string
  readonly sand: string
  readonly urban: string
  readonly water: string
  readonly waterLine: string
  readonly waterText: string
  readonly graticule: string
  readonly surroundingRoad: string
  readonly surroundingCasing: string
  readonly border: string
  readonly neighbourBorder: string
  readonly outerBand: string
  readonly innerBand: string
  readonly ink: string
  readonly softInk: string
  readonly regionInk: string
  readonly halo: string
  readonly bannerHalo: string
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    land: '#ece6d8',
    banner: '#fcf9ef',
    sand: '#d9c9a4',
    urban: '#d9cdb9',
    water: '#b5d3df',
    waterLine: '#7ea9bd',
    waterText: '#1f566f',
    graticule: '#d5ccb9',
    surroundingRoad: '#f6f1e6',
    surroundingCasing: '#bcb09a',
    border: '#6b5560',
    neighbourBorder: '#a2957f',
    outerBand: '#e6d0c6',
    innerBand: '#dcb9b3',
    ink: '#211c14',
    softInk: '#4c463b',
    regionInk: '#6f6655',
    halo: '#f7f2e6',
    bannerHalo: '#fffdf6',
  },
  dark: {
    land: '#15181a',
    banner: '#1f2427',
    sand: '#343a38',
    urban: '#33373a',
    water: '#1d3d4a',
    waterLine: '#3f6f82',
    waterText: '#9ccbdd',
    graticule: '#262b2e',
    surroundingRoad: '#3a4043',
    surroundingCasing: '#0f1113',
    border: '#c9a9ad',
    neighbourBorder: '#5c6264',
    outerBand: '#261f22',
    innerBand: '#3a2a2f',
    ink: '#f2ede1',
    softInk: '#cfc9bb',
    regionInk: '#8f928d',
    halo: '#15181a',
    bannerHalo: '#1a1e21',
  },
}
