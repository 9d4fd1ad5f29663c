/** Fields that an act may bring; most of them land in the hazard or its records, all of them in its history. */
export const transitionFields = [
  'note',
  'reason',
  'types',
  'level',
  'analysis',
  'advice',
  'emergencyAdvice',
  'responsibleUnit',
  'regulatorUnit',
  'dueDate',
  'temporaryControlPlan',
  'mergedInto',
  'documentNumber',
  'deliveryMethod',
  'deliveredOn',
  'addressee',
  'receivingBody',
  'responsiblePerson',
  'remedyPlan',
  'completeBy',
  'fundsWan',
  'receiptOn',
  'receiptToFollow',
  'controlText',
  'progressText',
  'percent',
  'completionText',
  'attendees',
  'checks',
  'conclusion',
  'outcome',
  'facilities',
  'listingLevel',
  'listingUnit',
  'proposal',
  'assurances',
  'listedOn',
  'requiredBy',
  'delistedOn',
  'newDueDate',
  'isWinterPause',
  'opinion',
  'urgingStep',
  'squad',
  'result',
] as const
export type TransitionField = (typeof transitionFields)[number]

/** How a field is asked for; what is not named is a line of text. */
export type FieldKind =
  | 'text'
  | 'long'
  | 'date'
  | 'money'
  | 'percent'
  | 'tick'
  | 'unit'
  | 'squad'
  | 'level'
  | 'listingLevel'
  | 'delivery'
  | 'urgingStep'
  | 'outcome'
  | 'result'
  | 'hazard'
  | 'people'
  | 'checks'
  | 'assurances'
  | 'facilities'

const kinds: Readonly<Partial<Record<TransitionField, FieldKind>>> = {
  note: 'long',
  reason: 'long',
  analysis: 'long',
  advice: 'long',
  emergencyAdvice: 'long',
  temporaryControlPlan: 'long',
  remedyPlan: 'long',
  controlText: 'long',
  progressText: 'long',
  completionText: 'long',
  conclusion: 'long',
  proposal: 'long',
  opinion: 'long',
  dueDate: 'date',
  deliveredOn: 'date',
  completeBy: 'date',
  receiptOn: 'date',
  listedOn: 'date',
  requiredBy: 'date',
  delistedOn: 'date',
  newDueDate: 'date',
  fundsWan: 'money',
  percent: 'percent',
  receiptToFollow: 'tick',
  isWinterPause: 'tick',
  responsibleUnit: 'unit',
  regulatorUnit: 'unit',
  squad: 'squad',
  level: 'level',
  listingLevel: 'listingLevel',
  deliveryMethod: 'delivery',
  urgingStep: 'urgingStep',
  outcome: 'outcome',
  result: 'result',
  mergedInto: 'hazard',
  attendees: 'people',
  checks: 'checks',
  assurances: 'assurances',
  facilities: 'facilities',
}

export const kindOf = (field: TransitionField): FieldKind => kinds[field] ?? 'text'
