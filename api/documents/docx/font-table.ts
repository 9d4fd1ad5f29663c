import { alternatives, fontNames } from './fonts.ts'
import type { Face } from '../typesetting/text-styles.ts'

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** 0x86: GB 2312. */
const font = (face: Face) =>
  `<w:font w:name="${fontNames[face]}"><w:altName w:val="${alternatives[face]}"/><w:charset w:val="86"/></w:font>`

/** Which font to take where one is missing. */
export const fontTable = (): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${namespace}">${(Object.keys(fontNames) as Face[]).map(font).join('')}</w:fonts>`,
  )
