import { describe, expect, test } from 'vitest'
import { queryText } from '../../../api/client.ts'
import { accidentQuery, indicesQuery, placeQuery } from '../../../web/src/state/filter-query.ts'

const year = { from: '2025-01-01', to: '2025-12-03' }

describe('filters as query parameters', () => {
  test('ask for accidents of period and calibre', () => {
    const filters = { calibre: 'general', road: null, severity: [] } as const
    expect(queryText(accidentQuery(filters, year))).toBe(
      '?from=2025-01-01&to=2025-12-03&calibre=general&format=geojson',
    )
  })

  test('repeat the key for several severities', () => {
    const filters = { calibre: 'reported', road: 'G109', severity: ['fatal', 'injury'] } as const
    expect(queryText(accidentQuery(filters, year))).toBe(
      '?from=2025-01-01&to=2025-12-03&calibre=reported&road=G109&severity=fatal&severity=injury&format=geojson',
    )
  })

  test('ask for the indices with the very filters of the map', () => {
    const chosen = { calibre: 'general' as const, road: 'S216', severity: ['fatal' as const] }
    const map = new URLSearchParams(queryText(accidentQuery(chosen, year)))
    map.delete('format')
    const indices = new URLSearchParams(queryText(indicesQuery(chosen, year)))
    expect(indices.get('severity')).toBe('fatal')
    expect([...indices].sort()).toEqual([...map].sort())
  })

  test('never hide a hazard for its date: a place stays dangerous', () => {
    expect(queryText(placeQuery({ road: null }))).toBe('')
    expect(queryText(placeQuery({ road: 'CAYJ' }))).toBe('?road=CAYJ')
  })
})
