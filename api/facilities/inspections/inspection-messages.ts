import type { Text } from '../../http/text.ts'
import type { FacilityKindFacts } from '../facility-kinds.ts'

export const inspectionMessages = {
  inFuture: (): Text => ({
    zh: '巡检时间晚于现在，请核对设备的时钟。',
    en: 'The inspection lies in the future. Check the clock of the device.',
  }),
  notOfKind: (check: Text, kind: FacilityKindFacts): Text => ({
    zh: `${kind.zh}没有“${check.zh}”这一项，请去掉。`,
    en: `“${check.en}” is not looked at on a ${kind.en.toLowerCase()}. Leave it out.`,
  }),
  measureNeeded: (): Text => ({
    zh: '有不合格的项，设施却报在用。请写明当场怎样处理的，或把状态改为“故障”。',
    en: 'Something is bad, yet the facility is said to work. Say what was done on the spot, or call it faulty.',
  }),
  noteNeeded: (): Text => ({
    zh: '请写明故障、缺失或者拆除的情况和原因。',
    en: 'Say what is wrong, or why it was removed.',
  }),
  planned: (): Text => ({
    zh: '设施还在规划，没有安装，不能巡检。请先把状态改为“在用”。',
    en: 'The facility is only planned. Set it to working once it stands; then inspect it.',
  }),
  otherBody: (): Text => ({
    zh: '此编号已有一次内容不同的巡检，请换一个编号再报。',
    en: 'This id already is another inspection. Send it under a new id.',
  }),
  noOpenRepair: (): Text => ({
    zh: '这个设施没有在修的故障，可能已经办结，请刷新后再看。',
    en: 'No repair is open here; it may have been finished. Reload and look again.',
  }),
}
