import { httpMessages } from './http-messages.ts'
import { BadRequest, PreconditionRequired } from './problem.ts'

/** The version in `If-Match: "3"`; undefined where the header is absent. */
export function versionFromIfMatch(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  const match = /^(?:W\/)?"?(\d+)"?$/.exec(header.trim())
  if (!match) throw new BadRequest(httpMessages.ifMatchMissing())
  return Number(match[1])
}

export function requireVersion(header: string | undefined): number {
  const version = versionFromIfMatch(header)
  if (version === undefined) throw new PreconditionRequired(httpMessages.ifMatchMissing())
  return version
}
