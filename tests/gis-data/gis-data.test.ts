import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { distanceBetween, type LonLat } from '../../api/roads/network/geodesy.ts'
import { gisFiles, type GisFile } from '../../api/roads/gis-data/gis-data.schema.ts'

const folder = new URL('../../gis-data/', import.meta.url)
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
const dataFiles = readdirSync(folder).filter((file) => /json$/.test(file))
const sections = read('road-sections.geojson').features as {
  properties: { road: string; sequence: number; fromStake: number; toStake: number; lengthMetres: number }
  geometry: { coordinates: LonLat[] }
}[]
const roads = read('roads.json').roads as {
  code: string
  officialLengthKm: number
  fromStake: number
  toStake: number
}[]

describe('every file', () => {
  test.each(dataFiles)('%s names its source, licence and quality in both languages', (file) => {
    const { metadata } = read(file)
    expect(metadata.source).toBeTruthy()
    expect(metadata.licence).toBeTruthy()
    expect(metadata.title.zh && metadata.title.en && metadata.quality.zh && metadata.quality.en).toBeTruthy()
  })

  test.each(Object.keys(gisFiles) as GisFile[])('%s has the shape that the service reads', (file) => {
    expect(gisFiles[file].safeParse(read(file)).error).toBeUndefined()
  })

  test('the basemap stays light enough for a phone', () => {
    const basemap = ['neighbours', 'surrounding-roads', 'water', 'waterways', 'urban'].map(
      (name) => `${name}.geojson`,
    )
    const bytes = basemap.reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0)
    expect(bytes).toBeLessThan(500_000)
  })
})

describe('the roads', () => {
  test.each(roads)('$code: official length equals its stake range, drawn length is within 4 %', (road) => {
    expect(road.toStake - road.fromStake).toBe(road.officialLengthKm * 1000)
    const drawn = sections
      .filter(({ properties }) => properties.road === road.code)
      .reduce((sum, { properties }) => sum + properties.lengthMetres, 0)
    expect(Math.abs(drawn / 1000 / road.officialLengthKm - 1)).toBeLessThan(0.04)
  })

  test.each(sections)(
    '$properties.road section $properties.sequence: no gap along the line, length as stated',
    (section) => {
      const { coordinates } = section.geometry
      const steps = coordinates.slice(1).map((point, i) => distanceBetween(coordinates[i]!, point))
      expect(Math.min(...steps)).toBeGreaterThan(0)
      const length = steps.reduce((sum, step) => sum + step, 0)
      expect(Math.abs(length - section.properties.lengthMetres)).toBeLessThan(1)
    },
  )

  test.each(['squad-stretches.json', 'township-stretches.json'])(
    '%s divides every road without gap or overlap',
    (file) => {
      const { stretches } = read(file) as {
        stretches: { road: string; fromStake: number; toStake: number }[]
      }
      for (const { code, fromStake, toStake } of roads) {
        const own = stretches.filter(({ road }) => road === code).sort((a, b) => a.fromStake - b.fromStake)
        expect([fromStake, ...own.map((stretch) => stretch.toStake)]).toEqual([
          ...own.map((stretch) => stretch.fromStake),
          toStake,
        ])
      }
    },
  )
})

test('places without a reliable coordinate are not invented', () => {
  const names = (read('places.geojson').features as { properties: { name: string } }[]).map(
    ({ properties }) => properties.name,
  )
  for (const unknown of ['木凯淖尔', '苏米图', '阿尔巴斯', '包勒浩晓', '框框井'])
    expect(names.some((name) => name.includes(unknown))).toBe(false)
})
