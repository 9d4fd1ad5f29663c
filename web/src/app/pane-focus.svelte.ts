/** Where the keyboard goes when a pane closes and what had opened it is gone. */
const fallbackIds = ['lists', 'map']

function takeFocus(element: HTMLElement | null | undefined): void {
  if (!element) return
  if (!element.hasAttribute('tabindex') && element.tabIndex < 0) element.tabIndex = -1
  element.focus({ preventScroll: true })
}

const isLost = (element: Element | null): boolean => !element?.isConnected || element === document.body

/** A pane of the screen that opens, shows another thing or closes, by what a person does. */
interface Pane {
  readonly id: string
  /** Another name for each thing shown; null while nothing is. */
  readonly shown: () => string | null
  /** Whoever walks along tabs and switches is not done with them. */
  readonly keepsSwitches?: boolean
}

class PaneFocus {
  readonly #pane: Pane
  #shown: string | null | undefined
  #active: HTMLElement | null = null
  #wasInside = false
  #opener: HTMLElement | null = null

  constructor(pane: Pane) {
    this.#pane = pane
  }

  get #element(): HTMLElement | null {
    return document.getElementById(this.#pane.id)
  }

  /** While what was pressed is still there: the page drawn anew may no longer have it. */
  lookBefore(shown: string | null): void {
    if (this.#shown === undefined || shown === this.#shown) return
    this.#active = document.activeElement instanceof HTMLElement ? document.activeElement : null
    this.#wasInside = this.#element?.contains(this.#active) ?? false
  }

  moveAfter(shown: string | null): void {
    const before = this.#shown
    this.#shown = shown
    // What the address opened at first is nobody's act.
    if (before === undefined || before === shown) return
    if (shown === null) this.#giveBack()
    else this.#goTo()
  }

  #goTo(): void {
    const active = this.#active
    if (!this.#wasInside && !isLost(active)) this.#opener = active
    const isSwitch = active?.closest('nav') || this.#wasInside
    if (this.#pane.keepsSwitches && isSwitch && !isLost(active)) return
    takeFocus(this.#element?.querySelector<HTMLElement>('h2') ?? this.#element)
  }

  #giveBack(): void {
    const opener = this.#opener
    this.#opener = null
    if (!isLost(document.activeElement)) return
    if (opener && !isLost(opener)) opener.focus({ preventScroll: true })
    else takeFocus(fallbackIds.map((id) => document.getElementById(id)).find((element) => element))
  }
}

/** The keyboard goes to the heading of what was opened, and on closing back to where it came from. */
export function followWithFocus(pane: Pane): void {
  const focus = new PaneFocus(pane)
  $effect.pre(() => focus.lookBefore(pane.shown()))
  $effect(() => focus.moveAfter(pane.shown()))
}
