import type { Text } from '../../http/text.ts'

const saveAsXlsx: Text = {
  zh: '请用 WPS 或 Excel 打开后另存为 .xlsx 再上传。',
  en: 'Open it in WPS or Excel, save it as .xlsx and upload that.',
}
const withAdvice = (zh: string, en: string): Text => ({
  zh: `${zh}${saveAsXlsx.zh}`,
  en: `${en} ${saveAsXlsx.en}`,
})

/** Why a file is not read. The key is the code that travels with the message. */
export const fileRefusals = {
  file_empty: () => ({
    zh: '文件是空的（0 字节），可能没有传完，请重新上传。',
    en: 'The file is empty (0 bytes); the upload may have been cut off. Upload it again.',
  }),
  file_too_large: (megabytes: number) => ({
    zh: `文件超过 ${megabytes} MB，请按年份或月份拆分后上传。`,
    en: `The file is larger than ${megabytes} MB; split it by year or month and upload the parts.`,
  }),
  file_is_other: (what: Text) => ({
    zh: `这个文件是${what.zh}，不是能读取的表格，请选择 .xlsx、.xls 或 .csv 文件；表格在里面的，请用 WPS 或 Excel 另存为 .xlsx 再上传。`,
    en: `This file is ${what.en}, not a table that can be read; choose an .xlsx, .xls or .csv file, or save the table as .xlsx in WPS or Excel and upload that.`,
  }),
  file_unknown: () => ({
    zh: '认不出这是什么文件，请选择 .xlsx、.xls 或 .csv 文件。',
    en: 'This kind of file is not known; choose an .xlsx, .xls or .csv file.',
  }),
  file_locked: () => ({
    zh: '文件有打开密码，无法读取。请用 WPS 或 Excel 打开，取消密码保护后保存再上传。',
    en: 'The file is protected by a password. Open it in WPS or Excel, remove the password, save it and upload it again.',
  }),
  file_truncated: () =>
    withAdvice('文件不完整或已损坏（压缩包的目录读不出来）。', 'The file is incomplete or damaged.'),
  file_damaged: () =>
    withAdvice('文件内容已损坏，无法读取。', 'The contents of the file are damaged and cannot be read.'),
  zip_no_workbook: () => ({
    zh: '这是一个压缩包，里面没有工作簿。请解压后上传其中的表格文件。',
    en: 'This is a zip without a workbook in it. Unpack it and upload the table inside.',
  }),
  zip_too_large: (megabytes: number) => ({
    zh: `文件解压后超过 ${megabytes} MB，已拒绝读取。请删去不用的工作表和格式，或拆分后上传。`,
    en: `Unpacked, the file is larger than ${megabytes} MB and is not read. Remove unused sheets and formatting, or split it.`,
  }),
  zip_bomb: () =>
    withAdvice(
      '文件的压缩内容异常（解压后膨胀过大或与声明不符），已拒绝读取。',
      'The packed contents are abnormal (they burst or differ from what they declare) and are not read.',
    ),
  zip_too_many_parts: (most: number) =>
    withAdvice(
      `压缩包里有 ${most} 个以上的部件，不像正常的表格，已拒绝读取。`,
      `The zip has more than ${most} parts, unlike any table, and is not read.`,
    ),
  zip_bad_path: () =>
    withAdvice(
      '压缩包里有指向外部路径的部件，已拒绝读取。',
      'A part of the zip points outside of it; the file is not read.',
    ),
  zip_xlsb: () => withAdvice('暂不读取二进制工作簿（.xlsb）。', 'Binary workbooks (.xlsb) are not read.'),
  xls_too_old: () =>
    withAdvice('这是 Excel 95 或更早的格式，无法读取。', 'This is a file of Excel 95 or older.'),
  whole_file_too_large: (megabytes: number) =>
    withAdvice(
      `这种格式的文件超过 ${megabytes} MB 就无法读取。`,
      `Files of this format are read up to ${megabytes} MB.`,
    ),
  too_many_rows: (most: number) => ({
    zh: `一个工作表超过 ${most} 行，请拆分后分批上传。`,
    en: `A sheet has more than ${most} rows; split it and upload the parts.`,
  }),
  too_many_columns: (most: number, row: number) => ({
    zh: `第 ${row} 行在第 ${most} 列以后还有内容，不像登记表，请删去多余的列后上传。`,
    en: `Row ${row} has contents beyond column ${most}; remove the superfluous columns and upload it again.`,
  }),
  too_much_text: () => ({
    zh: '文件里的文字过多，超出可读取的范围，请拆分后上传。',
    en: 'The file holds more text than can be read; split it and upload the parts.',
  }),
  too_many_sheets: (most: number) => ({
    zh: `工作簿有 ${most} 个以上的工作表，请只保留要导入的表后上传。`,
    en: `The workbook has more than ${most} sheets; keep those to be imported and upload it again.`,
  }),
  sheet_missing: (name: string) => ({
    zh: `文件里没有工作表“${name}”，请从列出的工作表中选择。`,
    en: `The file has no sheet "${name}". Choose one of those listed.`,
  }),
  no_sheet: () => ({
    zh: '文件里没有表格，请检查是否选错了文件。',
    en: 'There is no table in the file; check that it is the right one.',
  }),
  reading_out_of_memory: () => ({
    zh: '文件太大，读取时内存不够，已停止。请拆分后上传。',
    en: 'The file needs more memory than reading may use, so reading was stopped. Split it and upload the parts.',
  }),
} satisfies Record<string, (...facts: never[]) => Text>

export type FileRefusalCode = keyof typeof fileRefusals

/** What was read otherwise than it stands, or left out: said, never silent. */
export const fileNotes = {
  wrong_extension: (extension: string, really: Text) => ({
    zh: `扩展名是 ${extension}，实际内容是${really.zh}，已按实际内容读取。`,
    en: `The extension is ${extension} but the contents are ${really.en}; they were read as such.`,
  }),
  read_as_gbk: () => ({
    zh: '文字按 GBK（GB18030）编码读取。',
    en: 'The text was read as GBK (GB18030).',
  }),
  macros_ignored: () => ({
    zh: '工作簿带有宏，宏不会运行，只读取数据。',
    en: 'The workbook has macros; they are not run, only the data is read.',
  }),
  links_ignored: () => ({
    zh: '工作簿链接了其他文件，链接不会打开，取上次保存的值。',
    en: 'The workbook links to other files; links are not opened, the last saved values are taken.',
  }),
  pictures_ignored: (count: number) => ({
    zh: `表中有 ${count} 张图片，没有读取。`,
    en: `The sheet has ${count} pictures, which were not read.`,
  }),
  hidden_rows_read: (count: number) => ({
    zh: `有 ${count} 行是隐藏的，也已读取。`,
    en: `${count} rows are hidden; they were read too.`,
  }),
  hidden_columns_read: (count: number) => ({
    zh: `有 ${count} 列是隐藏的，也已读取。`,
    en: `${count} columns are hidden; they were read too.`,
  }),
  formulas_without_value: (count: number) => ({
    zh: `有 ${count} 个公式没有保存计算结果，按空白读取。请用 WPS 或 Excel 打开并保存一次后再上传。`,
    en: `${count} formulas have no saved result and were read as blank. Open and save the file in WPS or Excel, then upload it again.`,
  }),
  cells_cut: (count: number, most: number) => ({
    zh: `有 ${count} 个单元格超过 ${most} 字，只读取前面部分。`,
    en: `${count} cells have more than ${most} characters; only their beginning was read.`,
  }),
  stopped_at_blank_rows: (row: number, blank: number) => ({
    zh: `第 ${row} 行以后连续 ${blank} 个空行，读到这里为止。`,
    en: `${blank} blank rows follow row ${row}; reading stopped there.`,
  }),
  control_characters_removed: (count: number) => ({
    zh: `去掉了 ${count} 个看不见的控制字符。`,
    en: `${count} invisible control characters were removed.`,
  }),
  hidden_sheets_unknown: () => ({
    zh: '分不清这个旧格式 .xls 里哪些工作表是隐藏的，全部列出。',
    en: 'Which sheets of this old .xls file are hidden cannot be told; all are listed.',
  }),
} satisfies Record<string, (...facts: never[]) => Text>

export type FileNoteCode = keyof typeof fileNotes

export interface FileNote {
  readonly code: FileNoteCode
  readonly text: Text
}

export function fileNote<Code extends FileNoteCode>(
  code: Code,
  ...facts: Parameters<(typeof fileNotes)[Code]>
): FileNote {
  const message = fileNotes[code] as (...all: unknown[]) => Text
  return { code, text: message(...facts) }
}
