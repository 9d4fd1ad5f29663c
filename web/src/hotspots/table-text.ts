/** The text of a table that a spreadsheet saved: UTF-8 where it is that, else GB 18030 as Chinese office machines write. */
export function tableText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
