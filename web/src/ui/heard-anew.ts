/** A reader speaks of what receives the focus, not of words that change under it: with every new title a heading takes it again. */
export function heardAnew(title: string) {
  return (heading: HTMLElement) => {
    if (title === '' || document.activeElement !== heading) return
    heading.blur()
    heading.focus({ preventScroll: true })
  }
}
