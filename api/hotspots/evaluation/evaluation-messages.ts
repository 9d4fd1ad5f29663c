import type { Text } from '../../http/text.ts'

export const evaluationMessages = {
  unknownSubject: (kind: 'facility' | 'hazard'): Text =>
    kind === 'facility'
      ? { zh: '没有这个设施，可能已作废。', en: 'There is no such facility; it may have been withdrawn.' }
      : { zh: '没有这个隐患，可能已作废。', en: 'There is no such hazard; it may have been withdrawn.' },
}
