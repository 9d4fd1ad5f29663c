const megabyte = 1024 * 1024

/** What one photo may take, whatever it holds. */
export const photoLimits = {
  bytes: 25 * megabyte,
  megapixels: 100,
  photosPerHazard: 60,
  photosPerFacility: 60,
  /** A 12-megapixel HEIC takes two seconds on a slow machine. */
  workMs: 30_000,
} as const

export const thumbnailSide = 320
export const previewSide = 1600
export const previewBytes = 500 * 1024
/** Longest side of a copy for a document. */
export const copySide = 2400
