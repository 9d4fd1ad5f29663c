function parts(stake: number): { sign: string; kilometres: number; metres: number } {
  const rounded = Math.round(Math.abs(stake))
  return {
    sign: stake < 0 && rounded > 0 ? '-' : '',
    kilometres: Math.floor(rounded / 1000),
    metres: rounded % 1000,
  }
}

/** 1046200 → K1046+200. */
export function formatStake(stake: number): string {
  const { sign, kilometres, metres } = parts(stake)
  return `${sign}K${kilometres}+${String(metres).padStart(3, '0')}`
}

/** G109 K1046+200; a road of another name stands as it is called. */
export function formatPlace(road: string, stake: number): string {
  return `${road} ${formatStake(stake)}`
}

/** K1046+200—K1047+900; one stake where both are the same metre. */
export function formatRange(from: number, to: number): string {
  const [start, end] = [formatStake(from), formatStake(to)]
  return start === end ? start : `${start}—${end}`
}

export function formatPlaceRange(road: string, from: number, to: number): string {
  return `${road} ${formatRange(from, to)}`
}

const classNames: Readonly<Record<string, string>> = { G: '国道', S: '省道', X: '县道', Y: '乡道', C: '村道' }

/** 国道109线 for G109; a road without such a code goes by its name. */
export function documentRoadName(code: string, name: string): string {
  const match = /^([GSXYC])(\d{1,4}[A-Z]?)$/.exec(code)
  const kind = classNames[match?.[1] ?? '']
  return kind === undefined ? name : `${kind}${match![2]}线`
}

/** 1046公里+200米; 1046公里 where no metres remain. */
export function documentStake(stake: number): string {
  const { kilometres, metres } = parts(stake)
  return metres === 0 ? `${kilometres}公里` : `${kilometres}公里+${metres}米`
}

/** The wording of documents: 国道109线1023公里+500米至1024公里+200米. `road` as `documentRoadName` gives it. */
export function formatDocumentPlace(road: string, from: number, to?: number): string {
  const start = road + documentStake(from)
  return to === undefined || Math.round(to) === Math.round(from) ? start : `${start}至${documentStake(to)}`
}
