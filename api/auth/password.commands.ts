import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the library's defaults (19 MiB, two passes), as OWASP advises. */
export function hashPassword(plain: string): Promise<string> {
  return hash(plain)
}

export function matchesPassword(passwordHash: string, plain: string): Promise<boolean> {
  return verify(passwordHash, plain)
}
