import type { NewAccident } from '../../../api/accidents/accident.schema.ts'

type Body = Partial<Record<keyof NewAccident, unknown>>

let serial = 0

/** A side collision at a stake of G109; a test says what it is about. */
export function newAccident(differences: Body = {}): Body {
  serial += 1
  return {
    accidentNo: `1506241202600${String(serial).padStart(3, '0')}`,
    procedure: 'general',
    occurredAt: '2026-11-20T18:30:00+08:00',
    road: 'G109',
    stake: 'K1050+200',
    direction: 'increasing',
    placeText: 'G109线K1050+200处（往棋盘井方向，道路右侧）',
    killed: 0,
    injured: 1,
    lossYuan: 6000,
    form: '11',
    collision: '5',
    causeClass: '32',
    weather: '1',
    light: '5',
    ...differences,
  }
}
