import { readTitle } from './read-title.ts'

/** Columns about persons are not taken at all: there is no place for them in a record. */
const personal =
  /^(?:(?:当事人|驾驶人|驾驶员|司机|车主|伤者|死者|报警人|报案人|办案人|联系人|证人)?(?:姓名|身份证(?:明)?(?:号|号码)?|证件号码?|驾驶证号码?|档案编号|联系电话|电话|手机|手机号码?|电话号码|住址|家庭住址|户籍地址?)|当事人|驾驶人|驾驶员|司机|车主|(?:机动车)?号牌(?:号码)?|车牌(?:号|号码)?|车辆牌号|XM|SFZMHM|HPHM|LXDH|DH|JSZH)$/

export const isPersonalTitle = (title: string): boolean => {
  const { key } = readTitle(title)
  return personal.test(key) || personal.test(key.split('/').at(-1) ?? '')
}
