import type { Text } from '../../http/text.ts'
import { short } from '../cells/cell-messages.ts'

export const facilityRowMessages = {
  notAFacility: (): Text => ({
    zh: '没有设施类型也没有数量，不是一项设施；请补上或删去这一行。',
    en: 'There is neither a kind nor a quantity, so this is no facility. Add them or remove the row.',
  }),
  unknownKind: (text: string): Text => ({
    zh: `设施“${short(text)}”不在类型表中，按“其他设施”采用并记下名称，请核对。`,
    en: `“${short(text)}” is no known kind; “other” was taken and the name kept. Check it.`,
  }),
  kindFromWords: (text: string, kind: string): Text => ({
    zh: `“${short(text)}”按“${kind}”采用。`,
    en: `“${short(text)}” was taken for ${kind}.`,
  }),
  severalKinds: (text: string): Text => ({
    zh: `“${short(text)}”写了几种设施，请拆成几行。`,
    en: `“${short(text)}” names several facilities. Give each its own row.`,
  }),
  unreadableQuantity: (text: string): Text => ({
    zh: `数量“${short(text)}”不能识别，请写成“4盏”或“2条计14米”。`,
    en: `The quantity “${short(text)}” cannot be read. Write 4盏 or 2条计14米.`,
  }),
  quantityNotWhole: (text: string): Text => ({
    zh: `数量“${short(text)}”应为大于 0 的整数，请核对。`,
    en: `The quantity “${short(text)}” should be a whole number above 0. Check it.`,
  }),
  wrongUnit: (unit: string, kind: string, usual: readonly string[]): Text => ({
    zh: `${kind}以${usual.join('或')}计，写的是“${short(unit)}”，请核对。`,
    en: `${kind} is counted in ${usual.join(' or ')}, not in “${short(unit)}”. Check it.`,
  }),
  unitsDiffer: (cell: string, column: string): Text => ({
    zh: `数量自带单位“${short(cell)}”，单位列为“${short(column)}”，请核对。`,
    en: `The quantity is in “${short(cell)}”, the column of units says “${short(column)}”. Check them.`,
  }),
  lengthMissing: (): Text => ({
    zh: '减速带须有总长度（米），请补上。',
    en: 'Speed bumps need their total length in metres. Add it.',
  }),
  stretchAsPlace: (from: string, to: string): Text => ({
    zh: `桩号为 ${from}—${to}，设施位置取起点，范围记入备注。`,
    en: `The stakes are a stretch ${from}–${to}; its start was taken and the stretch kept in the remark.`,
  }),
  foreignNumber: (text: string): Text => ({
    zh: `编号“${short(text)}”不是本系统的设施编号，已记入备注，导入时另行编号。`,
    en: `“${short(text)}” is no facility number of this system; it is kept in the remark and a new one is given.`,
  }),
  stateAssumed: (): Text => ({
    zh: '没有状态，按“在用”采用。',
    en: 'No state is given; working was taken.',
  }),
}
