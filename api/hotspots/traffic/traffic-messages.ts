import type { Text } from '../../http/text.ts'
import { formatPlaceRange } from '../../roads/stakes/stake-format.ts'

export const trafficMessages = {
  unknownRoad: (road: string): Text => ({
    zh: `没有路线 ${road}。路线编号见“图例 → 道路台账”。`,
    en: `There is no road ${road}. The codes stand in the road register (Legend).`,
  }),
  unreadableStake: (text: string): Text => ({
    zh: `看不懂桩号“${text}”，请写成 K1046+200。`,
    en: `"${text}" is no stake. Write it like K1046+200.`,
  }),
  outside: (road: string, from: number, to: number): Text => ({
    zh: `超出了这条路的桩号范围（${formatPlaceRange(road, from, to)}）。`,
    en: `It is beyond the stakes of the road (${formatPlaceRange(road, from, to)}).`,
  }),
  noLength: (): Text => ({
    zh: '起点和止点是同一个桩号，请写清路段。',
    en: 'Both ends are the same stake. Give a stretch.',
  }),
  overlap: (other: { road: string; fromStake: number; toStake: number; year: number }): Text => ({
    zh: `${other.year} 年 ${formatPlaceRange(other.road, other.fromStake, other.toStake)} 已有交通量，路段不能重叠。请改那一条。`,
    en: `${other.year} already has a volume on ${formatPlaceRange(other.road, other.fromStake, other.toStake)}; stretches may not overlap. Change that one.`,
  }),
  unknownVolume: (): Text => ({
    zh: '没有这条交通量记录，请刷新列表。',
    en: 'There is no such traffic volume. Reload the list.',
  }),
  missingColumns: (names: readonly string[]): Text => ({
    zh: `缺少这些列：${names.join('、')}。第一行应为：路线,起点桩号,止点桩号,年份,年平均日交通量,来源。`,
    en: `Missing columns: ${names.join(', ')}. The first line reads: road,from_stake,to_stake,year,aadt,source.`,
  }),
  noRows: (): Text => ({
    zh: '文件里没有数据行，请检查是否选错了文件。',
    en: 'The file has no rows. Check that it is the right one.',
  }),
  refusedRows: (count: number): Text => ({
    zh: `有 ${count} 处要改，一行也没有写入。改好后整个文件重新导入。`,
    en: `${count} things to correct; nothing was written. Correct them and send the whole file again.`,
  }),
  notANumber: (text: string): Text => ({
    zh: `“${text}”不是合理的整数，请更正。`,
    en: `"${text}" is not a sensible whole number. Correct it.`,
  }),
  empty: (): Text => ({ zh: '这一格不能为空，请补上。', en: 'This cell may not be empty. Fill it in.' }),
}
