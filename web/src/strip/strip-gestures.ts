import type { Span } from './strip-axis.ts'
import { pannedView, runningAtX, zoomedView, metresPerUnit, type Scale } from './strip-view.ts'

interface Room {
  readonly whole: () => Span
  readonly scale: () => Scale
  /** Where the drawing begins on the screen. */
  readonly originX: () => number
  readonly onview: (view: Span) => void
}

/** Less is a tap whose finger trembled. */
const tremble = 6

/** Fingers, mouse and wheel over the diagram: one drags it along the road, two pinch it. */
export class StripGestures {
  readonly #room: Room
  readonly #pointers = new Map<number, number>()
  #startX = 0
  #isDragging = false

  constructor(room: Room) {
    this.#room = room
  }

  #zoom(factor: number, screenX: number): void {
    const { whole, scale, originX, onview } = this.#room
    const at = runningAtX(scale(), screenX - originX())
    onview(zoomedView(whole(), scale().view, { factor, at }))
  }

  #pan(metres: number): void {
    const { whole, scale, onview } = this.#room
    onview(pannedView(whole(), scale().view, metres))
  }

  down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    this.#pointers.set(event.pointerId, event.clientX)
    this.#startX = event.clientX
    this.#isDragging = false
  }

  move = (event: PointerEvent): void => {
    const before = this.#pointers.get(event.pointerId)
    if (before === undefined) return
    // Captured only once it is a drag: a captured tap would never reach the symbol below it.
    if (!this.#isDragging && Math.abs(event.clientX - this.#startX) < tremble) return
    if (!this.#isDragging) (event.currentTarget as Element).setPointerCapture(event.pointerId)
    this.#isDragging = true
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1]
    this.#pointers.set(event.pointerId, event.clientX)
    if (other === undefined) this.#pan((before - event.clientX) * metresPerUnit(this.#room.scale()))
    else this.#zoom(apart(before, other) / apart(event.clientX, other), (event.clientX + other) / 2)
  }

  up = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId)
  }

  wheel = (event: WheelEvent): void => {
    event.preventDefault()
    const along = event.shiftKey ? event.deltaY : event.deltaX
    if (Math.abs(along) > Math.abs(event.shiftKey ? 0 : event.deltaY))
      this.#pan(along * metresPerUnit(this.#room.scale()))
    else this.#zoom(1.0015 ** event.deltaY, event.clientX)
  }
}

const apart = (a: number, b: number) => Math.max(Math.abs(a - b), 10)

/** What a key does to the view; nothing for all others. */
export function viewByKey(key: string, whole: Span, view: Span): Span | undefined {
  const length = view.to - view.from
  const at = (view.from + view.to) / 2
  const acts: Readonly<Record<string, () => Span>> = {
    ArrowLeft: () => pannedView(whole, view, -length / 8),
    ArrowRight: () => pannedView(whole, view, length / 8),
    PageUp: () => pannedView(whole, view, -length),
    PageDown: () => pannedView(whole, view, length),
    '+': () => zoomedView(whole, view, { factor: 0.6, at }),
    '=': () => zoomedView(whole, view, { factor: 0.6, at }),
    '-': () => zoomedView(whole, view, { factor: 1 / 0.6, at }),
    Home: () => ({ from: whole.from, to: whole.to }),
  }
  return acts[key]?.()
}
