/** What is still in time. Working days are counted as calendar days with a weekend between. */
export const inspectionLimits = {
  photoMetres: 300,
  accidentMetres: 500,
  foundToRegisteredHours: 24,
  /** 3 working days to review and 2 to notify. */
  registeredToReportedDays: 7,
  reportedToRemediedDays: 90,
  receiptDays: 5,
  extensionDecisionDays: 5,
  listingAnswerDays: 30,
  readsInMonth: 50,
  exportsInMonth: 30,
  trailDays: 30,
} as const

/** Shares that are well, and those that are bad. */
export const goodShare = 0.95
export const badShare = 0.8
export const relapseShare = 0.1
