import type { Account } from '../api/account-calls.ts'

/** Every word that was typed stands somewhere in the name, the username or the department. */
export function accountsMatching(accounts: readonly Account[], sought: string): Account[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean)
  return accounts.filter(({ displayName, username, departmentName }) => {
    const text = `${displayName} ${username} ${departmentName}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
