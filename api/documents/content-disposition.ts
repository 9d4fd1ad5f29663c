/** RFC 8187: what encodeURIComponent leaves alone but the header may not hold. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** RFC 6266: the Chinese name for every browser of today, a plain one for what cannot read it. */
export function fileNameHeader(fileName: string): string {
  const name = fileName.replace(/[\\/:*?"<>|\u0000-\u001F]/g, '_') // eslint-disable-line no-control-regex
  const ending = /\.[a-z0-9]+$/i.exec(name)?.[0] ?? ''
  const plain = name.slice(0, name.length - ending.length).replace(/[^\w.-]+/g, '')
  return `attachment; filename="${plain || 'document'}${ending}"; filename*=UTF-8''${encoded(name)}`
}
