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

  test('ask for the indices by road only where a road is chosen', () => {
    const filters = { calibre: 'all', severity: [] } as const
    expect(queryText(indicesQuery({ ...filters, road: null }, year))).not.toContain('by=')
    expect(queryText(indicesQuery({ ...filters, road: 'S216' }, year))).toContain('by=road')
  })

  test('never hide a hazard for its date: a place stays dangerous', () => {
    expect(queryText(placeQuery({ road: null }))).toBe('')
    expect(queryText(placeQuery({ road: 'CAYJ' }))).toBe('?road=CAYJ')
  })
})
