import type { Text } from '../http/text.ts'
import { photoLimits } from './photo-limits.ts'
import type { PhotoRefusal } from './studio-protocol.ts'

const megabytes = photoLimits.bytes / 1024 / 1024

const refusals: Readonly<Record<PhotoRefusal, Text>> = {
  notAPhoto: {
    zh: '这个文件不是照片。只收 JPEG、PNG、WebP、HEIC 格式的照片，请重新选择。',
    en: 'This file is not a photo. JPEG, PNG, WebP and HEIC are taken: choose another.',
  },
  alsoSomethingElse: {
    zh: '这张照片里夹带了网页、程序、压缩包或文档，没有收下。请用手机或相机拍摄的原图。',
    en: 'This photo carries a page, a program, an archive or a document. Use the picture as the camera made it.',
  },
  tooManyPixels: {
    zh: `照片尺寸过大，超过 ${photoLimits.megapixels / 100} 亿像素，没有收下。请用普通拍照模式重拍。`,
    en: `The photo has more than ${photoLimits.megapixels} megapixels. Take it again in the usual mode.`,
  },
  unreadable: {
    zh: '照片打不开，可能已损坏或没有传完整。请重新发送，或换一张。',
    en: 'The photo cannot be opened: it may be damaged or cut short. Send it again, or choose another.',
  },
}

export const photoMessages = {
  refused: (why: PhotoRefusal): Text => refusals[why],
  fileMissing: (): Text => ({
    zh: '没有收到照片，请选择一张照片后重新发送。',
    en: 'No photo arrived. Choose one and send it again.',
  }),
  tooLarge: (): Text => ({
    zh: `照片超过 ${megabytes} MB，没有收下。请用普通拍照模式重拍。`,
    en: `The photo is larger than ${megabytes} MB. Take it again in the usual mode.`,
  }),
}
