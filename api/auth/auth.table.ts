import type { Generated } from 'kysely'
import type { PersonKind } from '../http/actor.ts'

export interface UserAccountTable {
  id: string
  username: string
  display_name: string
  person_kind: PersonKind
  department: string
  password_hash: string
  is_active: Generated<boolean>
  is_demo: Generated<boolean>
  failed_attempts: Generated<number>
  locked_until: Date | null
  created_at: Date
  updated_at: Date
}

export interface SessionTable {
  token_hash: string
  user_id: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
}

declare module '../db/tables.ts' {
  interface Tables {
    user_account: UserAccountTable
    session: SessionTable
  }
}
