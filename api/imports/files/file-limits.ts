const megabyte = 1024 * 1024

/** What one file may cost. A year of the banner's accidents is a thousandth of any of these. */
export const fileLimits = {
  fileBytes: 200 * megabyte,
  /** Formats that can only be read as a whole. */
  wholeFileBytes: 40 * megabyte,
  unpackedBytes: 300 * megabyte,
  /** Table XML packs to a tenth; beyond this it was made to burst. */
  unpackedRatio: 200,
  unpackedRatioFrom: 20 * megabyte,
  zipParts: 2000,
  rows: 300_000,
  /** So many blank rows in succession are the end of the table. */
  blankRows: 2000,
  columns: 512,
  cellChars: 32_767,
  sharedChars: 60_000_000,
  sheets: 200,
  tagChars: megabyte,
} as const

export type FileLimits = { readonly [Name in keyof typeof fileLimits]: number }
