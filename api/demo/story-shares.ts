/** What accidents are like, in per cent of a year's general-procedure accidents. */
export const lightShares = { '1': 55, '3': 33, '2': 6, '4': 3, '5': 3 } as const
export const weatherShares = { '1': 74, '2': 10, '3': 5, '4': 3, '5': 2, '6': 2, '7': 4 } as const

export const formShares = { '11': 52, '21': 9, '31': 9, '32': 5, '35': 9, '36': 8, '33': 2, '12': 6 } as const

/** Of the collisions with a moving vehicle; side collisions and scrapes share what is left. */
export const collisionShares = { '1': 30, '2': 20, '5': 28, '3': 6, '7': 5, '8': 6, '9': 5 } as const

/** The written shares add up to 95; wrong-way driving and mischance (livestock) are the rest. */
export const causeShares = {
  '32': 22,
  '12': 12,
  '13': 9,
  '27': 8,
  '19': 8,
  '33': 6,
  '15': 6,
  '49': 14,
  '91': 3,
  '90': 2,
  '83': 1,
  '81': 1,
  '89': 1,
  '96': 2,
  '14': 2,
  '97': 3,
} as const

export type Light = keyof typeof lightShares
export type Weather = keyof typeof weatherShares
export type Cause = keyof typeof causeShares
/** Form, and for a collision its kind: `11-5` is a right-angle collision. */
export type Happening = `11-${keyof typeof collisionShares}` | Exclude<keyof typeof formShares, '11'>
