import type { Text } from '../../http/text.ts'

const span = (rows: readonly number[]) => rows.join('、')
const list = (rows: readonly number[]) => rows.join(', ')

export const accidentRowMessages = {
  nothingToTakeIt: (): Text => ({
    zh: '没有时间也没有地点，不是一起事故；请补上或删去这一行。',
    en: 'There is neither a time nor a place, so this is no accident. Add them or remove the row.',
  }),
  numberMissing: (): Text => ({
    zh: '没有事故编号，按时间、地点和财产损失辨认；请补填编号。',
    en: 'There is no accident number; time, place and loss identify the record. Add the number.',
  }),
  killedSummed: (killed: number): Text => ({
    zh: `没有7日内死亡人数，按当场死亡加抢救无效死亡共 ${killed} 人采用，请核对。`,
    en: `The killed within 7 days are not given; at the scene and after rescue make ${killed}. Check it.`,
  }),
  injuredSummed: (injured: number): Text => ({
    zh: `没有受伤人数，按重伤加轻伤共 ${injured} 人采用，请核对。`,
    en: `The injured are not given; serious and slight make ${injured}. Check it.`,
  }),
  sceneExceeds: (): Text => ({
    zh: '当场死亡人数多于7日内死亡人数，请核对。',
    en: 'More were killed at the scene than within 7 days. Check the counts.',
  }),
  kindDiffers: (kind: string): Text => ({
    zh: `事故类型为“${kind}”，与死伤人数不符，请核对。`,
    en: 'The kind of the accident does not fit its killed and injured. Check them.',
  }),
  weekdayDiffers: (written: string, day: string): Text => ({
    zh: `星期写的是“${written}”，按日期应为星期${day}，请核对日期。`,
    en: 'The day of the week does not fit the date. Check the date.',
  }),
  procedureFromKind: (): Text => ({
    zh: '事故类型为简易，按简易程序采用。',
    en: 'The kind says simple; the simple procedure was taken.',
  }),
  procedureAssumed: (): Text => ({
    zh: '没有说明适用程序，按一般程序采用；简易程序的文件请在导入时选择“简易程序”。',
    en: 'No procedure is given; general was taken. Choose “simple” when importing a file of those.',
  }),
  /** Once for the sheet, with the number of rows. */
  unsaid: {
    procedure: (rows: number): Text => ({
      zh: `表中没有“适用程序”列，${rows} 起按一般程序采用；是简易程序的，请在导入时选择“简易程序”。`,
      en: `No column says the procedure: ${rows} accidents are taken as general. Choose “simple” when importing a file of those.`,
    }),
    collision: (rows: number): Text => ({
      zh: `表中没有“车辆间事故”（碰撞类型）列，${rows} 起车辆间事故的碰撞类型留空，可以在事故页补填。`,
      en: `No column says the kind of collision: it stays empty for ${rows} accidents between vehicles and can be filled in on their pages.`,
    }),
    objectHit: (rows: number): Text => ({
      zh: `表中没有“撞物”列，${rows} 起撞固定物、非固定物事故的撞物留空，可以在事故页补填。`,
      en: `No column says what was hit: it stays empty for ${rows} accidents and can be filled in on their pages.`,
    }),
  },
  squadFromUnit: (): Text => ({
    zh: '中队按办案单位的名称确定。',
    en: 'The squad follows from the handling unit.',
  }),
  oldForm: (text: string): Text => ({
    zh: `“${text}”是旧标准的形态，已对应到现行的事故形态和碰撞类型。`,
    en: `“${text}” is a form of the old standard; form and kind of collision were set.`,
  }),
  unreadableDirection: (text: string): Text => ({
    zh: `方向“${text}”无法对应到桩号递增或递减，请选定。`,
    en: `The direction “${text}” cannot be matched to growing or falling stakes. Choose it.`,
  }),
  derivedPoint: (): Text => ({
    zh: '该点是由桩号推算的，按桩号重新定位，不采用坐标。',
    en: 'The point was derived from the stake, so it is placed by the stake again.',
  }),
  partyRows: (rows: readonly number[]): Text => ({
    zh: `第 ${span(rows)} 行是同一起事故的各方当事人，合并为一起。`,
    en: `Rows ${list(rows)} are the parties of one accident and were joined.`,
  }),
  partyRowsByFingerprint: (rows: readonly number[]): Text => ({
    zh: `第 ${span(rows)} 行时间、地点、损失相同而没有编号，合并为一起，请核对。`,
    en: `Rows ${list(rows)} have the same time, place and loss and no number; they were joined. Check it.`,
  }),
  partyCountsDiffer: (zh: string, en: string): Text => ({
    zh: `各行的${zh}不同，取了最大值，请核对。`,
    en: `The rows differ in ${en}; the highest was taken. Check it.`,
  }),
  partyValuesDiffer: (zh: string, en: string): Text => ({
    zh: `各行的${zh}不同，取了第一行的，请核对。`,
    en: `The rows differ in ${en}; that of the first was taken. Check it.`,
  }),
}
