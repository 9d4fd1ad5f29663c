import { both, docsDocument, table } from '../http/docs-parts.ts'
import { rights, type Permission } from './permissions.ts'
import { mayAct, posts } from './posts.ts'

const permissions = Object.keys(rights) as Permission[]

const rightRow = (permission: Permission) => [
  `${both(rights[permission])}<br><code>${permission}</code>`,
  ...mayAct(permission).map((may) => (may ? '✓' : '–')),
]

/** 权限表: who may do what, from the table that is asked at every request. */
export const rightsPage = (): string =>
  docsDocument(
    { zh: '权限表', en: 'Who may do what' },
    `<p>中队人员按人员类别，其余按部门。签发、审核一类只限民警；中队只办理、只导出本中队的；管理员没有业务数据的权限。程序令牌只有建令牌时选定的权限。
<br><small lang="en">Squad members by the kind of person, everybody else by department. Signing and reviewing are for sworn officers; a squad acts on and exports its own; the administrator sees no business data. A token has the rights chosen for it.</small></p>
${table(['权限 · Right', ...posts.map(both)], permissions.map(rightRow))}`,
  )
