import type { Text } from '../../http/text.ts'
import { photoLimits } from '../../photos/photo-limits.ts'

export const facilityPhotoMessages = {
  full: (): Text => ({
    zh: `一个设施最多 ${photoLimits.photosPerFacility} 张照片，已满。请撤回多余的照片。`,
    en: `A facility holds at most ${photoLimits.photosPerFacility} photos. Withdraw some that are not needed.`,
  }),
  unknownInspection: (): Text => ({
    zh: '没有找到这次巡检，照片没有收下。请先提交巡检，再发照片。',
    en: 'This inspection is not known, so the photo was not taken. Send the inspection first, then the photo.',
  }),
  mayNotWithdraw: (): Text => ({
    zh: '只有添加照片的人或管设施台账的岗位可以撤回。',
    en: 'Only who added the photo, or who keeps the inventory of facilities, may withdraw it.',
  }),
}
