import type { Text } from '../http/text.ts'

export const reportMessages = {
  wholeBanner: (): Text => ({
    zh: '统计报表含全旗数据，中队不能导出；请联系内务中队或事故中队。页面上可以查看。',
    en: 'Reports cover the whole banner and a squad may not take them away. Ask the office or the accident squad; they can be read on the screen.',
  }),
}
