import type { Text } from '../http/text.ts'
import { formatRange, formatStake } from '../roads/stakes/stake-format.ts'
import { roadChangesInWords, type RoadChangeMade } from './road-change-words.ts'

const whole = (metres: number) => String(Math.round(metres))

export const roadEditingMessages = {
  reasonNeeded: (): Text => ({
    zh: '请写明理由（至少两个字），它会留在路线的历史里。',
    en: 'Say why in at least two characters; it stays in the history of the road.',
  }),
  stale: (changes: readonly RoadChangeMade[]): Text => {
    const { zh, en } = roadChangesInWords(changes)
    return {
      zh: `在您之后有人改过这条路线${zh && `：${zh}`}。请看过新内容后再提交。`,
      en: `The road was changed since you saw it${en && `: ${en}`}. Look at it again, then send.`,
    }
  },
  codeShape: (): Text => ({
    zh: '路线编号以字母开头，只含字母和数字，最多 7 位，如 X618、L0012；不填则自动编号。',
    en: 'A road code begins with a letter and has up to 7 letters and digits, such as X618 or L0012. Leave it out and one is given.',
  }),
  codeTaken: (code: string, name: string): Text => ({
    zh: `编号 ${code} 已用于“${name}”。请改用别的编号，或直接修改那条路线。`,
    en: `The code ${code} is that of ${name}. Take another, or change that road.`,
  }),
  codeWithdrawn: (code: string, name: string): Text => ({
    zh: `编号 ${code} 曾用于已注销的“${name}”，旧记录仍引用它，不能再用。请改用别的编号。`,
    en: `The code ${code} was that of ${name}, now withdrawn; old records still name it. Take another.`,
  }),
  nameTaken: (code: string, name: string, township: string | null): Text => ({
    zh: `${township ?? '未注明苏木镇'}已有同名路线“${name}”（${code}）。若是同一条路请修改它；若不是，请在名称里加以区分。`,
    en: `${name} (${code}) exists in ${township ?? 'no named township'} already. Change that road, or make the name distinct.`,
  }),
  unknownTownship: (given: string, known: readonly string[]): Text => ({
    zh: `没有苏木镇“${given}”。可用：${known.join('、')}。`,
    en: `There is no township ${given}. Known: ${known.join(', ')}.`,
  }),
  unknownUnit: (given: string): Text => ({
    zh: `没有单位“${given}”。单位代码见 /api/units。`,
    en: `There is no unit ${given}. The codes are listed at /api/units.`,
  }),
  stakesReversed: (from: number, to: number): Text => ({
    zh: `止点桩号 ${formatStake(to)} 须大于起点桩号 ${formatStake(from)}。`,
    en: `The end ${formatStake(to)} must lie beyond the start ${formatStake(from)}.`,
  }),
  halfRange: (): Text => ({
    zh: '起点桩号和止点桩号须同时填写，或都不填。',
    en: 'Give both the first and the last stake, or neither.',
  }),
  rangeMissesSections: (from: number, to: number): Text => ({
    zh: `已绘线形的桩号是 ${formatRange(from, to)}，路线的桩号范围须包含它。`,
    en: `The drawn line runs ${formatRange(from, to)}; the range of the road must hold it.`,
  }),
  swappedAxes: (): Text => ({
    zh: '经度和纬度看来填反了：本旗经度约 107，纬度约 39。请对调后再提交。',
    en: 'Longitude and latitude look swapped: here the longitude is about 107 and the latitude about 39.',
  }),
  outsideBanner: (): Text => ({
    zh: '坐标在鄂托克旗旗界 20 公里以外，请核对坐标和坐标系。',
    en: 'The coordinates are more than 20 km outside Otog Banner. Check them and their system.',
  }),
  futureDay: (): Text => ({
    zh: '生效日期晚于今天。请在变化发生后再登记。',
    en: 'The day lies in the future. Enter the change once it has happened.',
  }),
  beforeReplaced: (since: string): Text => ({
    zh: `被替换的内容自 ${since} 起有效，生效日期不能早于它。`,
    en: `What is replaced has held since ${since}; the day cannot be earlier.`,
  }),
  unknownSection: (sequence: number, road: string): Text => ({
    zh: `${road} 没有第 ${sequence} 段，请核对段号。`,
    en: `${road} has no section ${sequence}. Check its number.`,
  }),
  unknownAnchor: (): Text => ({
    zh: '没有这个桩号标定点，它可能已被修改或停用。请刷新后再试。',
    en: 'There is no such stake anchor; it may have been moved or ended. Load the road again.',
  }),
  unknownChainBreak: (): Text => ({
    zh: '没有这处断链，它可能已被修改或停用。请刷新后再试。',
    en: 'There is no such chain break; it may have been changed or ended. Load the road again.',
  }),
  stakeOutsideSection: (stake: number, from: number, to: number): Text => ({
    zh: `${formatStake(stake)} 不在该段桩号 ${formatRange(from, to)} 之内。请核对桩号，或先调整该段起止桩号。`,
    en: `${formatStake(stake)} is not within the section, ${formatRange(from, to)}. Check the stake, or change the section's stakes first.`,
  }),
  anchorFarFromLine: (metres: number): Text => ({
    zh: `标定点离线形 ${whole(metres)} 米，超过 300 米。请核对点位和坐标系，或先改正线形。`,
    en: `The anchor lies ${whole(metres)} m off the line, more than 300 m. Check the point and its system, or redraw the line first.`,
  }),
  sameStake: (stake: number): Text => ({
    zh: `该段已有 ${formatStake(stake)} 的标定点。请修改原有的点，或核对桩号。`,
    en: `The section has an anchor at ${formatStake(stake)} already. Change that one, or check the stake.`,
  }),
  turnsBack: (stake: number, neighbour: number): Text => ({
    zh: `按此点位，${formatStake(stake)} 会落到 ${formatStake(neighbour)} 的另一侧，桩号将倒退。请核对这两个标定点。`,
    en: `Here ${formatStake(stake)} would fall on the wrong side of ${formatStake(neighbour)}, and the stakes would turn back. Check the two anchors.`,
  }),
  jumpOfNothing: (): Text => ({
    zh: '断链值不能为 0：长链填负数（桩号重复），短链填正数（桩号跳过）。',
    en: 'A chain break cannot be 0: negative where stakes repeat, positive where they are skipped.',
  }),
  breakOutsideRoad: (stake: number, from: number, to: number): Text => ({
    zh: `断链处 ${formatStake(stake)} 须在路线桩号 ${formatRange(from, to)} 之内，断链之后的桩号也是。`,
    en: `The break at ${formatStake(stake)}, and the stake behind it, must lie within ${formatRange(from, to)}.`,
  }),
  rangeUnknown: (): Text => ({
    zh: '这条路线还没有起止桩号，请先填写。',
    en: 'The road has no first and last stake yet. Enter them first.',
  }),
  sameBreak: (stake: number): Text => ({
    zh: `${formatStake(stake)} 已有断链，请修改原有的一处。`,
    en: `There is a chain break at ${formatStake(stake)} already. Change that one.`,
  }),
  noLength: (): Text => ({
    zh: '线形的点都在同一处，没有长度。请至少给出两个不同的点。',
    en: 'All points of the line are at one place. Give at least two that differ.',
  }),
  tooManyVertices: (count: number): Text => ({
    zh: `线形共 ${count} 个点，超过 50000 个。请先抽稀，1 米以内的细节对定位没有帮助。`,
    en: `The lines have ${count} vertices, more than 50,000. Simplify them: detail below a metre does not help locating.`,
  }),
  sameSequence: (sequence: number): Text => ({
    zh: `段号 ${sequence} 出现了两次，请改为各不相同。`,
    en: `Section ${sequence} is given twice. Number each section once.`,
  }),
  sectionsOverlap: (sequence: number, before: number): Text => ({
    zh: `第 ${sequence} 段的桩号与第 ${before} 段重叠或在其之前。同一幅路的各段须按桩号递增排列。`,
    en: `The stakes of section ${sequence} overlap or precede those of section ${before}. Sections of one carriageway follow the stakes.`,
  }),
  againstAnchors: (sequence: number): Text => ({
    zh: `第 ${sequence} 段的绘制方向与标定点的桩号相反。请把线形反向后再提交。`,
    en: `Section ${sequence} is drawn against the stakes of its anchors. Reverse the line and send again.`,
  }),
}
