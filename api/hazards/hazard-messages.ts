import type { Text } from '../http/text.ts'
import type { HazardActionId } from './hazard-actions.ts'
import { changesInWords, fieldName, fieldsInWords, type ChangeMade } from './field-names.ts'
import { hazardStatuses, type HazardStatus } from './hazard-status.ts'
import { photoStages, type PhotoStage } from './photos/photo-stages.ts'
import { lifeCycle, type TransitionField } from './life-cycle.ts'

const statusName = (status: number): Text =>
  hazardStatuses[status as HazardStatus] ?? { zh: String(status), en: String(status) }

export const hazardMessages = {
  unknownHazard: (): Text => ({
    zh: '没有这条隐患，请核对编号。',
    en: 'There is no such hazard. Check its id.',
  }),
  otherBody: (number: string, fields: readonly string[]): Text => ({
    zh: `此编号已登记为隐患 ${number}，内容不同（${fieldsInWords(fields).zh}）。要修改请用“修改”，要新登记请换一个编号。`,
    en: `This id is already hazard ${number} with other content (${fieldsInWords(fields).en}). Change that one, or register under a new id.`,
  }),
  stale: (changes: readonly ChangeMade[]): Text => {
    const { zh, en } = changesInWords(changes)
    return {
      zh: `在您之后有人改过这条隐患${zh && `：${zh}`}。请看过新内容后再提交。`,
      en: `The hazard was changed since you saw it${en && `: ${en}`}. Look at it again, then send.`,
    }
  },
  nothingToDescribe: (): Text => ({
    zh: '请填写隐患描述或名称。',
    en: 'Describe the hazard, or give it a title.',
  }),
  foundInFuture: (): Text => ({
    zh: '发现时间晚于现在，请核对。',
    en: 'The time of discovery lies in the future. Check it.',
  }),
  unknownUnit: (code: string): Text => ({
    zh: `没有单位 ${code}，请从责任单位名录中选择。`,
    en: `There is no unit ${code}. Choose one from the list of units.`,
  }),
  unknownSquad: (code: string): Text => ({
    zh: `没有中队 ${code}，请从中队名录中选择。`,
    en: `There is no squad ${code}. Choose one from the list of squads.`,
  }),
  frozen: (status: number): Text => ({
    zh: `隐患状态为“${statusName(status).zh}”，已不能直接修改；请提交更正申请（更正前、更正后、理由），由大队领导批准后更正。`,
    en: `The hazard is "${statusName(status).en}" and no longer edited in place. Request a correction (old, new, reason); a brigade leader approves it.`,
  }),
  listed: (): Text => ({
    zh: '隐患已挂牌，不能直接修改；请提交更正申请（更正前、更正后、理由），由大队领导批准后更正。',
    en: 'The hazard is listed for supervision and no longer edited in place. Request a correction; a brigade leader approves it.',
  }),
  withdrawn: (reason: string): Text => ({
    zh: `这条隐患已作废（${reason}），编号保留，不能再办理。`,
    en: `The hazard was withdrawn (${reason}). Its number stays; nothing more is done with it.`,
  }),
  reviewersField: (field: string): Text => ({
    zh: `立项后只有研判岗位可以修改“${field}”。`,
    en: `Once the hazard is taken on, only reviewers change "${field}".`,
  }),
  wrongStatus: (action: HazardActionId, status: number): Text => ({
    zh: `隐患状态为“${statusName(status).zh}”，不能办理“${lifeCycle[action].zh}”；该操作适用于：${lifeCycle[action].from.map((from) => statusName(from).zh).join('、')}。`,
    en: `The hazard is "${statusName(status).en}"; "${lifeCycle[action].en}" applies to: ${lifeCycle[action].from.map((from) => statusName(from).en).join(', ')}.`,
  }),
  fourEyes: (action: HazardActionId): Text => ({
    zh: `“${lifeCycle[action].zh}”须由另一人办理：您已办理过这条隐患的前一环节。`,
    en: `"${lifeCycle[action].en}" needs another person: you did the earlier step of this hazard yourself.`,
  }),
  fieldsMissing: (action: HazardActionId, fields: readonly TransitionField[]): Text => ({
    zh: `办理“${lifeCycle[action].zh}”还缺：${fields.map((field) => fieldName(field).zh).join('、')}。请补充后再提交。`,
    en: `"${lifeCycle[action].en}" still needs: ${fields.map((field) => fieldName(field).en).join(', ')}. Add them and send again.`,
  }),
  fieldMissing: (field: TransitionField): Text => ({
    zh: `请填写${fieldName(field).zh}。`,
    en: `Give the ${fieldName(field).en}.`,
  }),
  photoMissing: (stage: PhotoStage): Text => ({
    zh: `请先上传“${photoStages[stage].zh}”照片。`,
    en: `Add a photo of the stage "${photoStages[stage].en}" first.`,
  }),
  photosMissing: (action: HazardActionId, stages: readonly PhotoStage[]): Text => ({
    zh: `办理“${lifeCycle[action].zh}”还缺照片：${stages.map((stage) => photoStages[stage].zh).join('、')}。请上传后再提交。`,
    en: `"${lifeCycle[action].en}" still needs photos: ${stages.map((stage) => photoStages[stage].en).join(', ')}. Add them and send again.`,
  }),
  dateInFuture: (field: string): Text => ({
    zh: `${fieldName(field).zh}晚于今天，请核对。`,
    en: `The ${fieldName(field).en} lies in the future. Check it.`,
  }),
  receiptBeforeNotice: (noticeOn: string): Text => ({
    zh: `签收日期早于抄告送达的 ${noticeOn}，请核对。`,
    en: `The receipt is dated before the notice was delivered on ${noticeOn}. Check it.`,
  }),
  checksUnmet: (items: readonly string[]): Text => ({
    zh: `有未通过的验收项目：${items.join('、')}。不能判为合格，请办理“退回整改”。`,
    en: `Not met: ${items.join(', ')}. This is no pass: return the hazard for remedy.`,
  }),
  winterNeedsControl: (): Text => ({
    zh: '冬季停工延期期间临时管控必须在用，现场尚无在用的临时管控，不能批准。',
    en: 'A winter pause needs temporary control in place. There is none, so it cannot be granted.',
  }),
  notJoint: (): Text => ({
    zh: '验收须至少两人、两个单位参加，请补充验收人员及其单位。',
    en: 'Acceptance needs at least two people of at least two units. Add who took part.',
  }),
  mergeTarget: (): Text => ({
    zh: '并入的隐患不存在、就是本条，或已结束；请另选一条。',
    en: 'The hazard to merge into does not exist, is this one, or has ended. Choose another.',
  }),
  dueInPast: (): Text => ({
    zh: '整改时限早于今天，请核对。',
    en: 'The due date lies in the past. Check it.',
  }),
}
