import type { Text } from '../http/text.ts'
import { rights, type Permission } from './permissions.ts'

export const authMessages = {
  signInFirst: (): Text => ({ zh: '请先登录。', en: 'Please sign in first.' }),
  wrongCredentials: (): Text => ({
    zh: '用户名或密码不对，请核对后重试。',
    en: 'The username or the password is wrong. Check both and try again.',
  }),
  locked: (minutes: number): Text => ({
    zh: `连续输错次数过多，账号已锁定，请 ${minutes} 分钟后再试，或请管理员解锁。`,
    en: `Too many wrong passwords: the account is locked. Try again in ${minutes} minutes or ask the administrator.`,
  }),
  notPermitted: (permission: Permission): Text => ({
    zh: `您的岗位没有“${rights[permission].zh}”的权限，请由有权限的同事办理。`,
    en: `Your post does not carry the right "${rights[permission].en}". Ask a colleague who has it.`,
  }),
  foreignOrigin: (): Text => ({
    zh: '该请求来自其他网站，已拒绝。请在本系统页面内操作。',
    en: 'The request came from another site and was refused. Use the pages of this service.',
  }),
}
