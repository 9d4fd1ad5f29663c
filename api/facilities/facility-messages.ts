import { changesInWords, fieldsInWords, type ChangeMade } from '../hazards/field-names.ts'
import type { Text } from '../http/text.ts'
import { factsOfKind, type FacilityKind } from './facility-kinds.ts'

export const facilityMessages = {
  undecided: (number: string, kind: Text): Text => ({
    zh: `临时设施 ${number}（${kind.zh}）尚未处置，请选择拆除、保留或转永久。`,
    en: `Say what becomes of facility ${number} (${kind.en}): remove, keep or make permanent.`,
  }),
  closedHazard: (): Text => ({ zh: '关联隐患已销号', en: 'The linked hazard is closed' }),
  notOfHazard: (): Text => ({
    zh: '这件设施不属于这条隐患，请核对。',
    en: 'This facility does not belong to the hazard. Check it.',
  }),
  unknownFacility: (): Text => ({
    zh: '没有这个设施，请核对编号。',
    en: 'There is no such facility. Check its id.',
  }),
  otherBody: (number: string, fields: readonly string[]): Text => ({
    zh: `此编号已登记为设施 ${number}，内容不同（${fieldsInWords(fields).zh}）。要修改请用“修改”，要新登记请换一个编号。`,
    en: `This id is already facility ${number} with other content (${fieldsInWords(fields).en}). Change that one, or register under a new id.`,
  }),
  stale: (changes: readonly ChangeMade[]): Text => {
    const { zh, en } = changesInWords(changes)
    return {
      zh: `在您之后有人改过这个设施${zh && `：${zh}`}。请看过新内容后再提交。`,
      en: `The facility was changed since you saw it${en && `: ${en}`}. Look at it again, then send.`,
    }
  },
  wrongUnit: (kind: FacilityKind, unit: string): Text => ({
    zh: `${factsOfKind(kind).zh}以${factsOfKind(kind).units.join('或')}计，不用“${unit}”。`,
    en: `${factsOfKind(kind).en} is counted in ${factsOfKind(kind).units.join(' or ')}, not in "${unit}".`,
  }),
  lengthNeeded: (): Text => ({
    zh: '减速带按条数和延米两项统计，请填写长度（米）。',
    en: 'Speed bumps are reported by number and by length. Give the length in metres.',
  }),
  onePlace: (): Text => ({
    zh: '设施只有一个桩号，请填写一个，例如 K1046+200。',
    en: 'A facility stands at one stake. Give one, like K1046+200.',
  }),
  removalReasonNeeded: (): Text => ({
    zh: '请写明拆除原因，例如“隐患已治理，不再需要”。',
    en: 'Say why it is removed, like “the hazard is remedied”.',
  }),
  unknownHazard: (): Text => ({
    zh: '关联的隐患不存在，请重新选择。',
    en: 'The linked hazard does not exist. Choose another.',
  }),
  bumpWithoutSign: (): Text => ({
    zh: '国道、省道主线（按限速不低于 60 km/h）设置减速带，须在来车方向 50–150 米处设警告标志，目前没有登记；请补设标志或改用减速振动标线。',
    en: 'A speed bump on a main line (60 km/h or more assumed) needs a warning sign 50–150 m ahead; none is recorded. Add the sign, or use rumble lines.',
  }),
}
