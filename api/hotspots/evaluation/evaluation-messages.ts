import type { Text } from '../../http/text.ts'

export const evaluationMessages = {
  unknownSubject: (kind: 'facility' | 'hazard'): Text =>
    kind === 'facility'
      ? {
          zh: '没有这个设施，可能已作废，请刷新后再看。',
          en: 'There is no such facility; it may have been withdrawn. Reload and look again.',
        }
      : {
          zh: '没有这个隐患，可能已作废，请刷新后再看。',
          en: 'There is no such hazard; it may have been withdrawn. Reload and look again.',
        },
}
