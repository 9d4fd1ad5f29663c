/** By the worst that happened to anybody. */
export const severities = ['fatal', 'injury', 'damageOnly'] as const
export type Severity = (typeof severities)[number]
