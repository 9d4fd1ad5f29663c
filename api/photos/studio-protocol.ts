import type { ExifFacts } from './exif-facts.ts'
import type { PhotoType } from './sniff-photo.ts'
import type { WatermarkText } from './watermark.ts'

/** Looks at an arrived file and makes its two smaller ones beside it. */
export interface PrepareTask {
  readonly kind: 'prepare'
  readonly file: string
}

export interface WatermarkTask {
  readonly kind: 'watermark'
  readonly file: string
  readonly text: WatermarkText
}

export type StudioTask = PrepareTask | WatermarkTask

/** A file the studio made, with what the store wants to know of it. */
export interface MadeFile {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

export interface PreparedPhoto {
  readonly mediaType: PhotoType
  /** As it is looked at: upright. */
  readonly width: number
  readonly height: number
  readonly exif: ExifFacts
  readonly preview: MadeFile
  readonly thumbnail: MadeFile
}

export const photoRefusals = ['notAPhoto', 'alsoSomethingElse', 'tooManyPixels', 'unreadable'] as const
export type PhotoRefusal = (typeof photoRefusals)[number]

export type StudioAnswer =
  | { readonly kind: 'prepared'; readonly photo: PreparedPhoto }
  | { readonly kind: 'watermarked'; readonly copy: MadeFile }
  | { readonly kind: 'refused'; readonly why: PhotoRefusal }
