import type { z } from 'zod'
import type {
  Account,
  AccountList,
  AccountPatch,
  AccountWithPassword,
  NewAccount,
} from '../../../api/auth/account.schema.ts'
import type { OwnSession, PasswordChange, SessionAnswer } from '../../../api/auth/auth.schema.ts'
import type { MadeToken, NewToken, Token } from '../../../api/auth/token.schema.ts'
import type { Client } from '../../../api/client.ts'

export type { Account, AccountPatch, NewAccount, OwnSession, Token, NewToken, MadeToken }
export type AccountListAnswer = z.infer<typeof AccountList>
export type AccountOnce = z.infer<typeof AccountWithPassword>

/** Accounts for the administrator, and what everybody does with his own. */
export function accountCallsOf(client: Client) {
  return {
    accounts: () => client.json<AccountListAnswer>('/api/users'),
    createAccount: (body: NewAccount) => client.json<AccountOnce>('/api/users', { method: 'POST', body }),
    changeAccount: ({ id, version }: Account, body: AccountPatch) =>
      client.json<Account>(`/api/users/${id}`, { method: 'PATCH', version, body }),
    unlockAccount: (id: string) => client.json<Account>(`/api/users/${id}/unlock`, { method: 'POST' }),
    resetPassword: (id: string) =>
      client.json<AccountOnce>(`/api/users/${id}/reset-password`, { method: 'POST' }),

    changePassword: (body: PasswordChange) =>
      client.json<SessionAnswer>('/api/session/password', { method: 'POST', body }),
    ownSessions: () => client.json<{ items: readonly OwnSession[] }>('/api/session/sessions'),
    endSession: (id: string) => client.json<undefined>(`/api/session/sessions/${id}`, { method: 'DELETE' }),
    endAllSessions: () => client.json<undefined>('/api/session/sessions', { method: 'DELETE' }),

    tokens: () => client.json<{ items: readonly Token[] }>('/api/tokens'),
    makeToken: (body: NewToken) => client.json<MadeToken>('/api/tokens', { method: 'POST', body }),
    revokeToken: (id: string) => client.json<undefined>(`/api/tokens/${id}`, { method: 'DELETE' }),
  }
}
