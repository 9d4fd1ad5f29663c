import { describe, expect, test } from 'vitest'
import { isPasswordTooOld, passwordRefusal } from '../../../api/auth/password-rules.ts'

const refusal = (password: string, username = 'lisi03') => passwordRefusal(password, username)?.en

describe('a new password', () => {
  test.each(['correct horse battery', '沙窝路口那块蓝牌子有点歪了', 'Tr0ub4dor&', 'ksdhe82kjbnw'])(
    '%s is good enough',
    (password) => {
      expect(refusal(password)).toBeUndefined()
    },
  )

  test.each(['kdjwhbg', 'kdjwhbgsuhe', 'kdjWhbgsuh', 'K9!kdjwhb'])(
    '%s is too short for its kinds',
    (password) => {
      expect(refusal(password)).toContain('at least 12')
    },
  )

  test('what is longer than anybody types is refused', () => {
    expect(refusal('correct horse '.repeat(20))).toContain('at most 128')
  })

  test('the username inside it is refused, in capitals too', () => {
    expect(refusal('My-LISI03-secret')).toContain('username')
  })

  test.each([
    '123456789012',
    'password2026',
    'Password!2345',
    'aaaaaaaaaaaaaa',
    'qwertyuiop123',
    'otog-demo-otog',
    'ＡＢＣＤefgh1234',
    '1qaz2wsx1qaz2wsx',
  ])('%s is too common', (password) => {
    expect(refusal(password)).toContain('too common')
  })
})

test('a password is too old only where the installation says after how many days', () => {
  const [setAt, now] = [new Date('2026-01-01'), new Date('2026-07-01')]
  expect(isPasswordTooOld(setAt, now, undefined)).toBe(false)
  expect(isPasswordTooOld(setAt, now, 180)).toBe(true)
  expect(isPasswordTooOld(setAt, now, 182)).toBe(false)
})
