import type { Text } from '../http/text.ts'

export const demoMessages = {
  loading: (): Text => ({ zh: '正在载入演示数据……', en: 'Loading the demonstration data …' }),
  loaded: (year: number, accidents: number): Text => ({
    zh: `演示数据已载入：${year} 年为演示年，事故 ${accidents} 起，均为虚构。`,
    en: `Demonstration data loaded: demo year ${year}, ${accidents} accidents, all invented.`,
  }),
  photosNotKept: (where: string, why: string): Text => ({
    zh: `照片库 ${where} 存不进照片（${why}），演示数据先不带照片。请检查照片库的设置。`,
    en: `The photo store ${where} takes no photos (${why}); the demonstration goes without. Check its settings.`,
  }),
  removed: (rows: number): Text => ({
    zh: `演示数据已清除，共 ${rows} 行；审计记录保留。`,
    en: `Demonstration data removed, ${rows} rows; the audit trail stays.`,
  }),
  nothingToRemove: (): Text => ({ zh: '没有演示数据。', en: 'There is no demonstration data.' }),
  firstAdministrator: (username: string, password: string): Text => ({
    zh: `已建立首个管理员账号 ${username}，初始密码 ${password}，请抄录。`,
    en: `First administrator ${username} made, password ${password}: write it down.`,
  }),
}
