import type { LedgerRowContext } from '../../../../api/imports/rows/ledger-rows.ts'

export const ledgerContext: LedgerRowContext = {
  sheet: '台账',
  roads: [
    {
      code: 'G109',
      name: '国道109线（京拉线）',
      aliases: ['京拉线'],
      upDirection: 'decreasing',
      increasingTowards: ['棋盘井'],
      decreasingTowards: ['东胜'],
    },
    { code: 'S216', name: '省道216线', aliases: [] },
    { code: 'S313', name: '省道313线', aliases: [] },
  ],
  squads: [{ code: 'L03', name: '棋盘井中队', aliases: ['棋中队'] }],
  areas: [{ code: '150624102', name: '棋盘井镇', kind: 'township' }],
  units: [
    { code: 'U01', name: '鄂托克旗交通运输局', shortName: '旗交通运输局' },
    { code: 'U06', name: '棋盘井镇人民政府', shortName: '棋盘井镇政府' },
  ],
  crs: 'wgs84',
  now: new Date('2026-11-23T04:00:00Z'),
}
