import type { Text } from '../http/text.ts'
import type { ExportKind, ExportScope } from './own-squad.ts'
import { rights, type Permission } from './permissions.ts'

const exportNames = {
  hazards: { zh: '隐患台账', en: 'hazard ledger' },
  facilities: { zh: '设施台账', en: 'facility ledger' },
  accidents: { zh: '事故台账', en: 'accident ledger' },
} as const satisfies Record<ExportKind, Text>

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
  tooManyFromHere: (minutes: number): Text => ({
    zh: `这个网络地址上输错次数过多，请 ${minutes} 分钟后再试。`,
    en: `Too many wrong passwords from this address. Try again in ${minutes} minutes.`,
  }),
  changePasswordFirst: (): Text => ({
    zh: '您正在使用一次性密码或已到期的密码，请先修改密码，再办理业务。',
    en: 'Your password is a one-time or an expired one. Change it first, then go on.',
  }),
  notByToken: (): Text => ({
    zh: '账号、密码、登录、令牌只能由本人登录后办理，程序令牌不能办。',
    en: 'Accounts, passwords, sessions and tokens are managed by the person signed in, not by a token.',
  }),
  notPermitted: (permission: Permission): Text => ({
    zh: `您的岗位没有“${rights[permission].zh}”的权限，请由有权限的同事办理。`,
    en: `Your post does not carry the right "${rights[permission].en}". Ask a colleague who has it.`,
  }),
  otherSquads: (squadName: string): Text => ({
    zh: `这一条属${squadName}，您只能办理本中队的。情况有变请告知${squadName}，或请大队办理。`,
    en: `This belongs to ${squadName}; you can change only your own squad's. Tell ${squadName}, or ask the brigade.`,
  }),
  exportNotPermitted: (kind: ExportKind, scope: ExportScope): Text =>
    'squad' in scope
      ? {
          zh: `您只能导出本中队的${exportNames[kind].zh}，请把筛选改为本中队。`,
          en: `You can export only your own squad's ${exportNames[kind].en}. Change the filter to your squad.`,
        }
      : {
          zh: `您的岗位不能导出${exportNames[kind].zh}，请由有权限的部门导出。`,
          en: `Your post cannot export the ${exportNames[kind].en}. Ask a department that may.`,
        },
  foreignOrigin: (): Text => ({
    zh: '该请求来自其他网站，已拒绝。请在本系统页面内操作。',
    en: 'The request came from another site and was refused. Use the pages of this service.',
  }),
}
