import type { LocatingQueue } from './locating-queue.svelte.ts'

/** One hand on the keyboard: 1–9 take, j and k walk, m marks, c keeps. Never while somebody writes. */
export function queueKeys(queue: () => LocatingQueue, confirm: () => void) {
  return (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (target.closest('input:not([type="radio"]), textarea, select, dialog')) return
    const acts: Readonly<Record<string, () => void>> = {
      j: () => void queue().step(1),
      k: () => void queue().step(-1),
      m: () => queue().toggleMarking(),
      c: confirm,
      Escape: () => {
        if (queue().isMarking) queue().toggleMarking()
      },
    }
    const act = /^[1-9]$/.test(event.key) ? () => void queue().take(Number(event.key)) : acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
}
