import type { Text } from '../../http/text.ts'
import { short } from '../cells/cell-messages.ts'

export const hazardRowMessages = {
  notAHazard: (): Text => ({
    zh: '没有地点也没有隐患情况，不是一条隐患；请补上或删去这一行。',
    en: 'There is neither a place nor a description, so this is no hazard. Add them or remove the row.',
  }),
  unknownType: (text: string): Text => ({
    zh: `隐患类型“${short(text)}”无法对应到代码，请选定。`,
    en: `The type “${short(text)}” fits no code. Choose one.`,
  }),
  typePartlyUnknown: (text: string, names: string): Text => ({
    zh: `隐患类型中的“${short(text)}”无法对应到代码，其余按“${names}”采用，请核对。`,
    en: `“${short(text)}” fits no type; the others were taken: ${names}. Check it.`,
  }),
  typeFromWords: (text: string, names: string): Text => ({
    zh: `隐患类型“${short(text)}”按“${names}”采用。`,
    en: `The type “${short(text)}” was taken for ${names}.`,
  }),
  typeFromDescription: (names: string): Text => ({
    zh: `没有隐患类型，按隐患情况的文字拟为“${names}”，请核对。`,
    en: `No type is given; the description suggests ${names}. Check it.`,
  }),
  typeOther: (): Text => ({
    zh: '没有隐患类型，暂按“其他”采用，请选定。',
    en: 'No type is given; “other” was taken. Choose one.',
  }),
  unreadableDue: (text: string): Text => ({
    zh: `整改时限“${short(text)}”不能换算成日期，文字照录，请补上日期。`,
    en: `The time limit “${short(text)}” gives no date; the words are kept. Add the date.`,
  }),
  dueWithoutDate: (text: string): Text => ({
    zh: `整改时限“${short(text)}”没有具体日期，文字照录。`,
    en: `The time limit “${short(text)}” has no date; the words are kept.`,
  }),
  dueFromWords: (text: string, date: string): Text => ({
    zh: `整改时限“${short(text)}”按 ${date} 采用。`,
    en: `The time limit “${short(text)}” was taken as ${date}.`,
  }),
  neverClosed: (text: string): Text => ({
    zh: `台账写明“${short(text)}”，按“待验收”导入；销号须在本系统验收复核后办理。`,
    en: `The ledger says “${short(text)}”; it enters as to be accepted. Closing needs acceptance here.`,
  }),
  statusTaken: (text: string, status: Text): Text => ({
    zh: `“${short(text)}”按“${status.zh}”导入。`,
    en: `“${short(text)}” enters as “${status.en}”.`,
  }),
  statusUnknown: (text: string): Text => ({
    zh: `整改情况“${short(text)}”看不出办到哪一步，按“待研判”导入，请核对。`,
    en: `“${short(text)}” does not say how far it is; it enters as to be reviewed. Check it.`,
  }),
  statusMissing: (): Text => ({
    zh: '没有整改情况，按“待研判”导入。',
    en: 'Nothing says how far it is; it enters as to be reviewed.',
  }),
  statusConflict: (): Text => ({
    zh: '整改情况与“是否销号”不一致，请核对。',
    en: 'The state of the remedy and “closed” do not agree. Check them.',
  }),
  missingOnWay: (status: string, fields: Text): Text => ({
    zh: `按“${status}”还缺：${fields.zh}；导入后标为资料待补。`,
    en: `For its status these are missing: ${fields.en}. They are to be added after the import.`,
  }),
  unknownUnit: (text: string): Text => ({
    zh: `“${short(text)}”不在责任单位名录中，已记入备注；请选定单位或先登记。`,
    en: `“${short(text)}” is no registered unit; it is kept in the remark. Choose one or register it.`,
  }),
  severalUnits: (text: string, name: string): Text => ({
    zh: `“${short(text)}”有几个单位，牵头单位按“${name}”采用，其余记入备注，请核对。`,
    en: `“${short(text)}” names several units; ${name} was taken and the others kept in the remark. Check it.`,
  }),
  mobileMasked: (): Text => ({
    zh: '手机号码不保存，只保留办公电话。',
    en: 'Mobile numbers are not stored; only office numbers are kept.',
  }),
  fundsUnit: (text: string, wan: string): Text => ({
    zh: `资金“${short(text)}”没有单位，按 ${wan} 万元采用，请核对。`,
    en: `The funds “${short(text)}” have no unit; ${wan} × 10,000 yuan was taken. Check it.`,
  }),
  fundsRounded: (text: string, wan: string): Text => ({
    zh: `资金“${short(text)}”取整为 ${wan} 万元。`,
    en: `The funds “${short(text)}” were rounded to ${wan} × 10,000 yuan.`,
  }),
  descending: (): Text => ({
    zh: '止点桩号小于起点桩号，已对调。',
    en: 'The last stake was below the first; they were exchanged.',
  }),
  farStretch: (metres: number): Text => ({
    zh: `起止桩号相距 ${(metres / 1000).toFixed(1)} 公里，请核对。`,
    en: `The stakes are ${(metres / 1000).toFixed(1)} km apart. Check them.`,
  }),
  completeness: (score: number, missing: Text): Text => ({
    zh: `五要件完整度 ${score} 分${missing.zh ? `，缺：${missing.zh}` : ''}。`,
    en: `Completeness ${score} of 100${missing.en ? `; missing: ${missing.en}` : ''}.`,
  }),
  foreignNumber: (text: string): Text => ({
    zh: `编号“${short(text)}”不是本系统的隐患编号，已记入备注，导入时另行编号。`,
    en: `“${short(text)}” is no hazard number of this system; it is kept in the remark and a new one is given.`,
  }),
  fromWorksLedger: (): Text => ({
    zh: '按安防工程基础库的指标列采用隐患类型。',
    en: 'The types follow from the indicator columns of the safety works ledger.',
  }),
}
