import type { Text } from '../../http/text.ts'

export const officeMessages = {
  stale: (by: string): Text => ({
    zh: `在您之后${by}改过文书设置。请看过新内容后再保存。`,
    en: `${by} changed the office's settings since you saw them. Look at them again, then save.`,
  }),
  sameBasis: (): Text => ({
    zh: '两条依据用了同一个编号，请删去一条再保存。',
    en: 'Two legal bases have the same id. Remove one, then save.',
  }),
}
