import type { Text } from '../http/text.ts'
import type { ImportKind } from './import-types.ts'

const kindNames: Readonly<Record<ImportKind, Text>> = {
  accidents: { zh: '事故', en: 'accidents' },
  hazards: { zh: '隐患', en: 'hazards' },
  facilities: { zh: '设施', en: 'facilities' },
}

const sameAs: Readonly<Record<ImportKind, Text>> = {
  accidents: { zh: '同一起事故', en: 'accident' },
  hazards: { zh: '同一处隐患', en: 'hazard' },
  facilities: { zh: '同一处设施', en: 'facility' },
}

export const importMessages = {
  noHeader: (kind: ImportKind): Text => ({
    zh: `前 60 行里没有找到${kindNames[kind].zh}台账的表头，请核对导入类别，或换一张工作表。`,
    en: `No header of a list of ${kindNames[kind].en} in the first 60 rows: check the kind, or choose another sheet.`,
  }),
  blankSheet: (): Text => ({
    zh: '工作表是空的，没有内容可读。请检查是否选错了文件或工作表；文件刚改过的，请先保存再上传。',
    en: 'The sheet is empty. Check the file and the sheet; if it was just changed, save it before uploading.',
  }),
  noRows: (): Text => ({
    zh: '表头下面没有数据行，没有什么可导入。请检查是否选错了文件或工作表。',
    en: 'There are no rows below the header: nothing to import. Check the file and the sheet.',
  }),
  otherSheets: (sheet: string, others: readonly string[]): Text => ({
    zh: `这次只读了工作表“${sheet}”；文件里还有${others.map((name) => `“${name}”`).join('、')}，要导入的请换工作表，或再传一次文件另选。`,
    en: `Only the sheet “${sheet}” was read. The file also has ${others.map((name) => `“${name}”`).join(', ')}: choose another sheet, or upload the file again for each.`,
  }),
  belowTotal: (rows: number): Text => ({
    zh: `合计行以下有 ${rows} 行像数据，没有导入；如果是数据，请移到合计行上面。`,
    en: `${rows} rows below the totals look like data and were not read; move them above the totals if they are.`,
  }),
  subtotals: (rows: number): Text => ({
    zh: `跳过 ${rows} 行小计。`,
    en: `${rows} subtotal rows were skipped.`,
  }),
  crsUndeclared: (): Text => ({
    zh: '有坐标，但没有说明坐标系。请先选定坐标系再提交。',
    en: 'There are coordinates, but nobody said in which system. Declare it before committing.',
  }),
  repeated: (row: number): Text => ({
    zh: `与第 ${row} 行完全相同。`,
    en: `The same as row ${row}.`,
  }),
  differsInFile: (row: number, isNewer: boolean): Text => ({
    zh: `编号与第 ${row} 行相同，内容不同${isNewer ? '，本行更新时间较新' : ''}。请选定采用哪一行。`,
    en: `The number of row ${row} with other content${isNewer ? '; this row was updated later' : ''}. Choose one of them.`,
  }),
  numberWithdrawn: (number: string): Text => ({
    zh: `编号 ${number} 的事故已作废，不能再导入。请先核对作废原因。`,
    en: `Accident ${number} was withdrawn and is not imported again. See why it was withdrawn.`,
  }),
  conflict: (fields: string): Text => ({
    zh: `${fields}已由人工校正，与文件不同。默认保留校正。`,
    en: `${fields} was corrected by a person and differs from the file. The correction stays unless you decide otherwise.`,
  }),
  probable: (kind: ImportKind, number: string, metres: number, hours?: number): Text => ({
    zh: `与 ${number} 相距 ${metres} 米${hours === undefined ? '' : `、相差 ${hours} 小时`}，可能是${sameAs[kind].zh}，请对照后选定。`,
    en: `${metres} m${hours === undefined ? '' : ` and ${hours} h`} from ${number}: perhaps the same ${sameAs[kind].en}. Compare and choose.`,
  }),
  hazardUnknown: (): Text => ({
    zh: '没有这个编号的隐患，导入后设施不挂隐患。',
    en: 'There is no hazard with this number: the facility would belong to none.',
  }),
  outsideBanner: (): Text => ({
    zh: '坐标在旗界 5 公里以外，请核对。',
    en: 'The point is more than 5 km outside the banner: check it.',
  }),
  unknownBatch: (): Text => ({
    zh: '没有这一批导入，请刷新列表。',
    en: 'There is no such import. Reload the list.',
  }),
  unknownRow: (): Text => ({
    zh: '这一批里没有这一行，请刷新后再看。',
    en: 'There is no such row in this import. Reload and look again.',
  }),
  fileMissing: (): Text => ({
    zh: '请用 multipart/form-data 上传一个文件，字段名为 file，并带 kind（accidents、hazards 或 facilities）。',
    en: 'Send one file as multipart/form-data in the field "file", with "kind" (accidents, hazards or facilities).',
  }),
  fileTooLarge: (megabytes: number): Text => ({
    zh: `文件超过 ${megabytes} MB，请按月或按年拆分后再导入。`,
    en: `The file is larger than ${megabytes} MB: split it by month or year.`,
  }),
  fileGone: (): Text => ({
    zh: '上传的原文件已过保存期被清除，请重新上传。',
    en: 'The uploaded file has been removed after its time: upload it again.',
  }),
  stale: (seen: number, current: number): Text => ({
    zh: `这一批已有新的版本（${current}，您看到的是 ${seen}），请刷新后再操作。`,
    en: `This import has changed (version ${current}, you saw ${seen}): reload it first.`,
  }),
  notInPreview: (status: string): Text => ({
    zh: `这一批现在的状态是“${status}”，不能做这一步。`,
    en: `This import is “${status}”: this step is not possible now.`,
  }),
  stillReading: (): Text => ({
    zh: '文件还在读取，请稍候。',
    en: 'The file is still being read: wait a moment.',
  }),
  nothingToCommit: (): Text => ({
    zh: '没有可提交的行：没有新增、变更，也没有已决定采用的待核行。',
    en: 'Nothing to commit: no new or changed rows, and no checked row was decided to be taken.',
  }),
  cannotTake: (fields: string): Text => ({
    zh: `这一行还不能采用，请先补正：${fields}。`,
    en: `This row cannot be taken before these are put right: ${fields}.`,
  }),
  refusedRow: (): Text => ({
    zh: '被拒绝的行不能采用，请在原文件里改好后重新导入。',
    en: 'A refused row cannot be taken: correct it in the file and import it again.',
  }),
  takenTwice: (number: string, count: number): Text => ({
    zh: `编号 ${number} 有多行都选了采用（共 ${count} 个编号如此），请每个编号只采用一行。`,
    en: `Several rows with the number ${number} are taken (${count} such numbers): take one row of each.`,
  }),
  movedMeanwhile: (rows: number): Text => ({
    zh: `预览之后有 ${rows} 条记录被人改过，请重新核对后再提交。`,
    en: `${rows} records were changed since the preview: look at the rows again before committing.`,
  }),
  interruptedReading: (): Text => ({
    zh: '读取时服务中断，请重新上传，或点“重新读取”。',
    en: 'The service stopped while reading: upload the file again or read it again.',
  }),
  interruptedCommit: (): Text => ({
    zh: '提交时服务中断，已整批撤回，一行也没有写入。可以再次提交。',
    en: 'The service stopped during the commit; the whole batch was rolled back and nothing was written. Commit again.',
  }),
  cancelledCommit: (): Text => ({
    zh: '提交已取消，一行也没有写入。',
    en: 'The commit was cancelled; nothing was written.',
  }),
  failed: (): Text => ({
    zh: '读取失败，文件没有导入。请换一种格式另存后再试；仍不行请联系管理员。',
    en: 'Reading failed; nothing was imported. Save the file in another format and try again, or ask the administrator.',
  }),
  cannotUndo: (records: number): Text => ({
    zh: `有 ${records} 条记录之后又被使用或修改，不能整批撤销。请先处理清单所列各项。`,
    en: `${records} records were used or changed since: the import cannot be undone as a whole. See the list.`,
  }),
  undoReason: (): Text => ({ zh: '撤销导入', en: 'Import undone' }),
  unreadableCursor: (): Text => ({
    zh: '页码无效，请从第一页看起。',
    en: 'Unreadable cursor: begin at the first page.',
  }),
  notPermitted: (kind: ImportKind): Text => ({
    zh: `您没有导入${kindNames[kind].zh}的权限。`,
    en: `You may not import ${kindNames[kind].en}.`,
  }),
  committedIsKept: (): Text => ({
    zh: '已提交的批次保留作记录，不能删除；可以撤销。',
    en: 'A committed import is kept as a record and cannot be deleted; it can be undone.',
  }),
}
