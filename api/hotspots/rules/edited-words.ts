import type { Text } from '../../http/text.ts'
import type { Clause, ColourThreshold, RankPreset, UnitPreset } from './preset.ts'
import { qualifications } from './qualification.ts'

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

function standsOutWords({ by, sigmas, topShare }: NonNullable<Clause['standsOut']>): Text {
  return by === 'sigma'
    ? { zh: `，当量值达到均值 + ${sigmas}σ`, en: `, with a weighted sum of mean + ${sigmas} σ` }
    : {
        zh: `，当量值在全网单元前 ${percent(topShare)}`,
        en: `, with a weighted sum in the top ${percent(topShare)} of the units`,
      }
}

/** Numbers and words must not part: an edited clause says its numbers, not those of the written rule. */
function plainWords({ windowLength, minimum, of, alpha, standsOut }: Clause): Text {
  const { zh, en } = qualifications[of].text
  const chance = alpha === undefined ? ['', ''] : [`，p < ${alpha}`, `, p < ${alpha}`]
  const stands = standsOut ? standsOutWords(standsOut) : { zh: '', en: '' }
  return {
    zh: `${windowLength} 米内 ${minimum} 起以上（${zh}）${chance[0]}${stands.zh}（参数已改）`,
    en: `${minimum} or more within ${windowLength} m (${en})${chance[1]}${stands.en} (numbers edited)`,
  }
}

/** A clause that says more than numbers keeps its sentence, and the changed numbers stand behind it. */
export function editedClauseWords(clause: Clause, written: Clause): Text {
  const { regularity, nearHazard } = clause
  if (!regularity && !nearHazard) return plainWords(clause)
  const { zh, en } = qualifications[clause.of].text
  const said = [
    { zh: `${clause.windowLength} 米内 ${clause.minimum} 起以上（${zh}）`, en: `${clause.minimum} or more within ${clause.windowLength} m (${en})` }, // prettier-ignore
    ...(regularity ? [{ zh: `相同的占 ${percent(regularity.share)} 以上`, en: `${percent(regularity.share)} alike` }] : []), // prettier-ignore
    ...(nearHazard ? [{ zh: `隐患在 ${nearHazard.reach} 米内`, en: `the hazard within ${nearHazard.reach} m` }] : []), // prettier-ignore
  ]
  return {
    zh: `${written.text.zh}；参数改为：${said.map((each) => each.zh).join('，')}`,
    en: `${written.text.en}; numbers edited to: ${said.map((each) => each.en).join(', ')}`,
  }
}

const colours: Readonly<Record<ColourThreshold['colour'], Text>> = {
  red: { zh: '红色', en: 'Red' },
  yellow: { zh: '黄色', en: 'Yellow' },
  blue: { zh: '蓝色', en: 'Blue' },
}

export function editedThresholdWords({ colour, of, minimum }: ColourThreshold): Text {
  const { zh, en } = colours[colour]
  return of === 'killed'
    ? { zh: `${zh}：死亡 ${minimum} 人以上（参数已改）`, en: `${en}: ${minimum} or more killed (edited)` }
    : {
        zh: `${zh}：伤人事故 ${minimum} 起以上（参数已改）`,
        en: `${en}: ${minimum} or more injury accidents (edited)`,
      }
}

export const editedRankWords = ({ windowLength, minimum, top }: RankPreset): Text => ({
  zh: `每条路 ${windowLength} 米滑动，不少于 ${minimum} 起，互不重叠，先比死亡、再比起数，取前 ${top} 位（参数已改）`,
  en: `${windowLength} m windows with ${minimum} or more that do not overlap, by deaths, then accidents; the first ${top} (numbers edited)`,
})

export const editedUnitWords = ({ unitLength, lengthShare }: UnitPreset): Text => ({
  zh: `每 ${unitLength} 米为一单元，按起数从多到少排，取累计里程 ${percent(lengthShare)} 以内的单元（参数已改）`,
  en: `Units of ${unitLength} m by falling count, as many as fit into ${percent(lengthShare)} of the length (numbers edited)`,
})
