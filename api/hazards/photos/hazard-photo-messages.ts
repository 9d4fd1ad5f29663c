import type { Text } from '../../http/text.ts'
import { photoLimits } from '../../photos/photo-limits.ts'

export const hazardPhotoMessages = {
  mayNotAdd: (): Text => ({
    zh: '您的岗位不能给这条隐患添加这一环节的照片。回执照片由登记签收的人员添加。',
    en: 'Your post may not add photos of this stage. Photos of receipts are added by who records them.',
  }),
  mayNotWithdraw: (): Text => ({
    zh: '只有添加照片的人或研判岗位可以撤回；隐患结束后只有大队领导可以撤回。',
    en: 'Only who added the photo, or a reviewer, may withdraw it; once the hazard has ended, only a leader.',
  }),
  mayNotMask: (): Text => ({
    zh: '您的岗位不能标记“已遮挡”。',
    en: 'Your post may not mark photos as masked.',
  }),
  ended: (): Text => ({
    zh: '隐患已结束，只能添加“回头看”照片；要补其他照片请先重开或办理更正。',
    en: 'The hazard has ended and takes only photos of a revisit. Reopen or correct it to add others.',
  }),
  full: (): Text => ({
    zh: `一条隐患最多 ${photoLimits.photosPerHazard} 张照片，已满。请撤回多余的照片。`,
    en: `A hazard holds at most ${photoLimits.photosPerHazard} photos. Withdraw some that are not needed.`,
  }),
  otherPhoto: (): Text => ({
    zh: '这个照片编号已用于另一张照片，请重新选择照片发送。',
    en: 'This id already names another photo. Choose the photo again and send it.',
  }),
  unknownPhoto: (): Text => ({
    zh: '没有这张照片，请刷新后再看。',
    en: 'There is no such photo. Reload and look again.',
  }),
  originalMissing: (): Text => ({
    zh: '照片登记在案，但照片库里找不到原件。请管理员运行 npm run photos:check 检查照片库。',
    en: 'The photo is on record but missing from the store. Ask the administrator to run npm run photos:check.',
  }),
  alreadyWithdrawn: (): Text => ({
    zh: '这张照片已经撤回，请刷新后再看。',
    en: 'The photo is already withdrawn. Reload and look again.',
  }),
  notMasked: (): Text => ({
    zh: '这张照片还没有标记“已遮挡”，或已撤回，不能出对外副本。请先确认人脸、车牌已遮挡。',
    en: 'The photo is not marked as masked, or is withdrawn, so no copy may go outside. Check faces and plates first.',
  }),
}
