import type { Actor, PersonKind } from '../http/actor.ts'
import { demoId } from './demo-id.ts'
import { createRandom } from './seeded-random.ts'

export const demoPassword = 'otog-demo'

export interface DemoUser extends Actor {
  /** Printed at the start, so that a visitor can sign in as each post. */
  readonly post?: string
}

type Row = readonly [
  username: string,
  name: string,
  personKind: PersonKind,
  department: string,
  post?: string,
]

/** Invented people, a surname each. The first eight are the sign-ins of the demonstration. */
const rows: readonly Row[] = [
  ['leader', '王某', 'sworn', 'D00', '大队领导'],
  ['accident', '赵某', 'sworn', 'N04', '事故中队民警'],
  ['clerk', '刘某', 'civilian', 'N01', '内务文职'],
  ['facility', '陈某', 'civilian', 'N05', '设施保障文职'],
  ['squad', '李某', 'sworn', 'L03', '棋盘井中队民警'],
  ['auxiliary', '孙某', 'auxiliary', 'L03', '棋盘井中队协勤'],
  ['audit', '周某', 'sworn', 'N03', '督察'],
  ['admin', '吴某', 'civilian', 'ADMIN', '管理员'],
  ['leader2', '郑某', 'sworn', 'D00'],
  ['accident2', '冯某', 'civilian', 'N04'],
  ['auxiliary-l03b', '蒋某', 'auxiliary', 'L03'],
  ['squad-l01', '沈某', 'sworn', 'L01'],
  ['auxiliary-l01a', '韩某', 'auxiliary', 'L01'],
  ['auxiliary-l01b', '杨某', 'auxiliary', 'L01'],
  ['squad-l02', '朱某', 'sworn', 'L02'],
  ['auxiliary-l02a', '秦某', 'auxiliary', 'L02'],
  ['auxiliary-l02b', '许某', 'auxiliary', 'L02'],
  ['squad-l04', '何某', 'sworn', 'L04'],
  ['auxiliary-l04a', '吕某', 'auxiliary', 'L04'],
  ['auxiliary-l04b', '张某', 'auxiliary', 'L04'],
  ['squad-l05', '孔某', 'sworn', 'L05'],
  ['auxiliary-l05a', '曹某', 'auxiliary', 'L05'],
  ['auxiliary-l05b', '严某', 'auxiliary', 'L05'],
  ['squad-l06', '华某', 'sworn', 'L06'],
  ['auxiliary-l06a', '金某', 'auxiliary', 'L06'],
  ['auxiliary-l06b', '魏某', 'auxiliary', 'L06'],
  ['squad-l07', '陶某', 'sworn', 'L07'],
  ['auxiliary-l07a', '姜某', 'auxiliary', 'L07'],
  ['auxiliary-l07b', '戚某', 'auxiliary', 'L07'],
  ['squad-l08', '谢某', 'sworn', 'L08'],
  ['auxiliary-l08a', '邹某', 'auxiliary', 'L08'],
  ['auxiliary-l08b', '喻某', 'auxiliary', 'L08'],
]

const seed = 220
const madeAt = new Date('2020-01-01T00:00:00Z')

export const demoUsers: readonly DemoUser[] = (() => {
  const random = createRandom(seed)
  return rows.map(([username, displayName, personKind, department, post]) => ({
    id: demoId(madeAt, random),
    username,
    displayName,
    personKind,
    department,
    ...(post ? { post } : {}),
  }))
})()

export function demoUser(username: string): DemoUser {
  const user = demoUsers.find((one) => one.username === username)
  if (!user) throw new RangeError(`There is no demo user ${username}.`)
  return user
}

/** The officer and the auxiliary of a squad who register its hazards. */
export function squadPeople(squad: string): { readonly officer: DemoUser; readonly auxiliary: DemoUser } {
  const of = (kind: PersonKind) =>
    demoUsers.find(({ department, personKind }) => department === squad && personKind === kind)
  const [officer, auxiliary] = [of('sworn'), of('auxiliary')]
  if (!officer || !auxiliary) throw new RangeError(`${squad} has no demo people.`)
  return { officer, auxiliary }
}
