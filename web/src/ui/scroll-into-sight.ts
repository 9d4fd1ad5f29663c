/** Brings the row of what was chosen on the map into the list's sight, without moving the page. */
export function scrollIntoSight(isWanted: boolean) {
  return (element: HTMLElement) => {
    if (isWanted) element.scrollIntoView({ block: 'nearest' })
  }
}
