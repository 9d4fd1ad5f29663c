import type { SignedIn } from './auth.queries.ts'
import type { SessionAnswer } from './auth.schema.ts'
import { permissionsOf } from './permissions.ts'

export function sessionAnswer(signedIn: SignedIn): SessionAnswer {
  const { username, displayName, personKind, department, departmentName, mustChangePassword } = signedIn
  return {
    username,
    displayName,
    personKind,
    department,
    departmentName,
    mustChangePassword,
    permissions: permissionsOf(signedIn),
  }
}
