/** Metres that a key moves a marker: along its road with the stakes, or east and north where it lies free. */
export interface KeyStep {
  readonly along: number
  readonly east: number
  readonly north: number
}

const senses: Readonly<Record<string, readonly [along: number, east: number, north: number]>> = {
  ArrowRight: [1, 1, 0],
  ArrowUp: [1, 0, 1],
  ArrowLeft: [-1, -1, 0],
  ArrowDown: [-1, 0, -1],
}

export function stepOfKey(key: string, isShifted: boolean): KeyStep | undefined {
  const metres = isShifted ? 100 : 10
  const sense = senses[key]
  return sense && { along: sense[0] * metres, east: sense[1] * metres, north: sense[2] * metres }
}
