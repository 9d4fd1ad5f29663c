import type { Text } from '../http/text.ts'
import { rights, type Permission } from './permissions.ts'

export const accountMessages = {
  unknownAccount: (): Text => ({
    zh: '没有这个账号，请刷新账号列表。',
    en: 'There is no such account. Reload the list of accounts.',
  }),
  unknownDepartment: (code: string): Text => ({
    zh: `没有中队或部门“${code}”，请从列表中选择。`,
    en: `There is no squad or department ${code}. Choose one from the list.`,
  }),
  nameTaken: (username: string): Text => ({
    zh: `用户名“${username}”已有人使用（停用的账号也占用），请换一个。`,
    en: `The username ${username} is taken (perhaps by a deactivated account). Choose another.`,
  }),
  stale: (): Text => ({
    zh: '这个账号刚被别的管理员改过，请刷新后再改。',
    en: 'Another administrator has just changed this account. Reload it, then change it.',
  }),
  notYourself: (): Text => ({
    zh: '不能改动自己的人员类别、部门，也不能停用自己，请由另一位管理员办理。',
    en: 'You cannot change your own kind or department, nor deactivate yourself. Ask another administrator.',
  }),
  changeYourOwn: (): Text => ({
    zh: '自己的密码请在“我的账号”里修改，不用重置。',
    en: 'Change your own password under “My account”; it is not reset here.',
  }),
  lastAdministrator: (): Text => ({
    zh: '这是最后一位在用的管理员，停用或调离后就没有人能管账号了。请先新建一位管理员。',
    en: 'This is the last active administrator: without one nobody could manage accounts. Make another one first.',
  }),
  wrongCurrent: (): Text => ({
    zh: '当前密码不对，请核对后重试。',
    en: 'The current password is wrong. Check it and try again.',
  }),
  usedBefore: (remembered: number): Text => ({
    zh: `不能与最近 ${remembered} 次用过的密码相同，请换一个。`,
    en: `It must differ from your last ${remembered} passwords. Choose another.`,
  }),
  scopeNotYours: (permission: Permission): Text => ({
    zh: `令牌不能有“${rights[permission].zh}”的权限：您的岗位没有，或不允许程序办理。`,
    en: `A token cannot carry the right "${rights[permission].en}": your post lacks it, or programs may not have it.`,
  }),
  tokenLasts: (): Text => ({
    zh: '有效期须从今天起，最长一年。',
    en: 'The last day must be today or later, and within a year.',
  }),
  tooManyTokens: (most: number): Text => ({
    zh: `每人最多 ${most} 个令牌，请先撤销不用的。`,
    en: `Nobody has more than ${most} tokens. Revoke one that is not used.`,
  }),
  unknownToken: (): Text => ({
    zh: '没有这个令牌，可能已撤销，请刷新列表。',
    en: 'There is no such token; it may have been revoked. Reload the list.',
  }),
  unknownSession: (): Text => ({
    zh: '这处登录已经退出，请刷新列表。',
    en: 'This session has ended already. Reload the list.',
  }),
}
