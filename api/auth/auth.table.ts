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
  must_change_password: Generated<boolean>
  password_changed_at: Date | null
  last_signed_in_at: Date | null
  version: Generated<number>
  created_at: Date
  updated_at: Date
}

export interface SessionTable {
  token_hash: string
  id: Generated<string>
  user_id: string
  address: string | null
  device: string | null
  created_at: Date
  last_seen_at: Date
  expires_at: Date
}

export interface PasswordHistoryTable {
  user_id: string
  changed_at: Date
  password_hash: string
}

export interface ApiTokenTable {
  id: string
  user_id: string
  name: string
  token_hash: string
  scopes: string[]
  created_at: Date
  expires_at: Date
  last_used_at: Date | null
}

declare module '../db/tables.ts' {
  interface Tables {
    user_account: UserAccountTable
    session: SessionTable
    password_history: PasswordHistoryTable
    api_token: ApiTokenTable
  }
}
