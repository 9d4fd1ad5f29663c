/** Near enough to decide whether a text has room: a Chinese character is as wide as it is high, others about half. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += character.charCodeAt(0) > 0x2e7f ? 1 : 0.58
  return ems * size
}
