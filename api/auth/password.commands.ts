import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Full-width and composed forms of a character are the same key on some keyboards. */
const typed = (plain: string) => plain.normalize('NFKC')

/** Argon2id with the library's defaults (19 MiB, two passes), as OWASP advises. */
export function hashPassword(plain: string): Promise<string> {
  return hash(typed(plain))
}

export function matchesPassword(passwordHash: string, plain: string): Promise<boolean> {
  return verify(passwordHash, typed(plain))
}

/** No letter that is read as another, in small letters: it is read out or copied from paper once. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Some 79 bits, in four groups. */
export function makeOneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
