import type { Text } from '../../http/text.ts'
import { fieldName } from '../field-names.ts'

export const recordMessages = {
  notCorrectable: (field: string): Text => ({
    zh: `“${fieldName(field).zh}”（${field}）不能用更正修改；状态按环节办理。`,
    en: `"${field}" is not changed by a correction: the status moves by acts.`,
  }),
  wrongValue: (field: string): Text => ({
    zh: `“${fieldName(field).zh}”更正后的内容不对，请核对。`,
    en: `The new value of ${fieldName(field).en} is not right. Check it.`,
  }),
  noDueDate: (): Text => ({
    zh: '这条隐患没有整改时限，无从更正；请在“研判审核通过”时填写。',
    en: 'The hazard has no due date to correct. One is set when it is taken on.',
  }),
  extensionFirst: (): Text => ({
    zh: '有一份延期申请待批，请先批准或驳回，再更正整改时限。',
    en: 'An extension is waiting. Grant or refuse it first, then correct the due date.',
  }),
  pastListing: (requiredBy: string): Text => ({
    zh: `整改时限不得晚于挂牌要求完成的 ${requiredBy}。`,
    en: `The due date may not lie after ${requiredBy}, by which the listing requires it.`,
  }),
  nothingToCorrect: (field: string): Text => ({
    zh: `档案里没有“${fieldName(field).zh}”，无从更正；请在相应环节登记。`,
    en: `No ${fieldName(field).en} is on record to correct. It is recorded by its own act.`,
  }),
  requiredBeforeListed: (listedOn: string): Text => ({
    zh: `要求完成日期不得早于挂牌日期 ${listedOn}。`,
    en: `The required completion may not lie before ${listedOn}, the date of listing.`,
  }),
  nothingChanges: (): Text => ({
    zh: '更正后的内容与现有内容相同，请改动后再提交，或取消。',
    en: 'The corrected values are what is there already. Change one, or cancel.',
  }),
  editInPlace: (): Text => ({
    zh: '这条隐患尚未销号、未挂牌，除文号、送达、签收外可以直接修改，不需要更正。',
    en: 'The hazard is neither closed nor listed: but for its papers edit it in place, no correction is needed.',
  }),
  unknownCorrection: (): Text => ({
    zh: '没有这份更正申请，请核对。',
    en: 'There is no such correction. Check its id.',
  }),
  alreadyDecided: (): Text => ({
    zh: '这份更正申请已经处理过，请刷新后查看结果。',
    en: 'The correction was decided already. Reload to see how.',
  }),
  ownCorrection: (): Text => ({
    zh: '更正须由另一人批准，这份申请是您提出的。请另一位大队领导批准。',
    en: 'A correction is approved by another person, and you asked for this one. Ask another brigade leader.',
  }),
  hasListing: (): Text => ({
    zh: '这条隐患已挂牌，须先摘牌才能作废。',
    en: 'The hazard is listed. It is delisted before it can be withdrawn.',
  }),
  notSplittable: (): Text => ({
    zh: '已合并、不予立项或已销号的隐患不能拆分；遗漏的部分请另行登记。',
    en: 'A hazard that has ended cannot be split. Register what was left out as a hazard of its own.',
  }),
  notProposed: (): Text => ({
    zh: '这起事故没有触发这条隐患的重开建议，请刷新后从建议中选择。',
    en: 'This accident does not propose to reopen the hazard. Reload, and choose from the proposals.',
  }),
}
