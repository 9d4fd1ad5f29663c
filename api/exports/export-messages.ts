import type { Text } from '../http/text.ts'

export const exportMessages = {
  unknownKind: (kinds: readonly string[]): Text => ({
    zh: `没有这一类导出。可选：${kinds.join('、')}。`,
    en: `There is no such export. Choose one of: ${kinds.join(', ')}.`,
  }),
  unknownFormat: (formats: readonly string[]): Text => ({
    zh: `这一类导出没有这种格式。可选：${formats.join('、')}。`,
    en: `This export has no such format. Choose one of: ${formats.join(', ')}.`,
  }),
  unknownJob: (): Text => ({
    zh: '没有这个导出任务，可能已经删除。请刷新导出任务列表。',
    en: 'There is no such export; it may have been removed. Reload the list of exports.',
  }),
  othersJob: (): Text => ({
    zh: '这是他人的导出任务，只有本人能查看和下载。需要同样的文件，请自己导出一次。',
    en: 'This export belongs to someone else and only they can see it. Export it yourself if you need the file.',
  }),
  tooMany: (most: number): Text => ({
    zh: `你已有 ${most} 个导出任务没有完成。请等其中一个完成，或取消一个再导出。`,
    en: `You already have ${most} exports under way. Wait for one to finish, or cancel one.`,
  }),
  notReady: (): Text => ({
    zh: '文件还没有做好。请等任务完成后再下载。',
    en: 'The file is not ready yet. Wait until the export is done.',
  }),
  noFile: (): Text => ({
    zh: '这个任务没有完成，没有文件可下载。请重新导出。',
    en: 'This export did not finish, so there is no file. Export it again.',
  }),
  expired: (): Text => ({
    zh: '文件保留 7 天，已经到期删除。请重新导出。',
    en: 'Files are kept for 7 days; this one has been removed. Export it again.',
  }),
  interrupted: (): Text => ({
    zh: '导出期间服务停止过，文件没有做完。请重新导出。',
    en: 'The service stopped during the export, so the file was not finished. Export it again.',
  }),
  failed: (): Text => ({
    zh: '导出时出错，文件没有做完。请重新导出；仍然出错请联系管理员。',
    en: 'The export failed and the file was not finished. Try again; if it fails again, tell the administrator.',
  }),
  diskFull: (): Text => ({
    zh: '服务器磁盘空间不足，文件没有做完。请联系管理员清理后重新导出。',
    en: 'The disk of the server is full, so the file was not finished. Tell the administrator, then try again.',
  }),
}
