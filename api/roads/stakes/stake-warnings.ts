import type { Text } from '../../http/text.ts'
import type { StakeWarning } from './stake-reading.ts'

/** What was assumed and what to check, for the officer who confirms the place. */
const sentences: Readonly<Record<StakeWarning, Text>> = {
  short_metres: {
    zh: '米数不足三位，按原数读取；手写时常指百米，请核对。',
    en: 'The metres have fewer than three digits and were read as written; hundreds may be meant. Check them.',
  },
  unitless: {
    zh: '数字没有单位，位数少按公里、位数多按米读取，请核对。',
    en: 'A number has no unit: few digits were read as kilometres, many as metres. Check it.',
  },
  descending: {
    zh: '起点桩号大于终点桩号，按原顺序保留，请核对起止。',
    en: 'The first stake is higher than the second; the order was kept. Check which end is the start.',
  },
  range_shorthand: {
    zh: '终点桩号写法简略，已按起点补全，请核对终点。',
    en: 'The second stake was completed from the first. Check where the stretch ends.',
  },
  range_from_length: {
    zh: '终点桩号由起点加路段长度推算，请核对终点。',
    en: 'The second stake follows from the length of the stretch. Check where it ends.',
  },
  dash_as_plus: {
    zh: '短横线读作加号(公里+米)，也可能是起止桩号，请核对。',
    en: 'The dash was read as a plus; it may join two stakes instead. Check it.',
  },
  space_as_plus: { zh: '空格读作加号(公里+米)，请核对。', en: 'The blank was read as a plus. Check it.' },
  separator_as_plus: {
    zh: '公里与米之间的符号读作加号，请核对。',
    en: 'The sign between kilometres and metres was read as a plus. Check it.',
  },
  several_stakes: {
    zh: '文字中有多个桩号，取了第一个，请选定实际位置。',
    en: 'The text has several stakes and the first was taken. Choose the one that is meant.',
  },
  confusable: {
    zh: '字母 O、l、I 或“十”已按数字、加号读取，请核对。',
    en: 'A letter O, l or I, or 十, was read as a digit or a plus. Check it.',
  },
  approximate: {
    zh: '原文写“约”“左右”或“附近”，位置精确到百米左右，请到现场核实。',
    en: 'The text says “about” or “near”: the place is good to some hundred metres. Confirm it on site.',
  },
  maybe_distance: {
    zh: '这个公里数也可能是距某地的距离，不是桩号，请核对。',
    en: 'These kilometres may be a distance from somewhere and no stake. Check them.',
  },
  number_left: {
    zh: '桩号后面的数字不能读作米数，没有计入，请核对。',
    en: 'The number behind the stake cannot be metres and was left out. Check it.',
  },
  sign_dropped: {
    zh: '桩号前的负号没有采用，请核对桩号。',
    en: 'The minus before the stake was left out. Check the stake.',
  },
  ramp_stake: {
    zh: '文字中另有匝道或施工桩号(如 AK0+250)，没有采用，请核对。',
    en: 'The text also has the chainage of a ramp or a building site (as AK0+250), which was not used. Check it.',
  },
  text_cut: {
    zh: '文字过长，只读了开头部分，请把地点单独填写。',
    en: 'The text is too long and only its beginning was read. Enter the place by itself.',
  },
  offset_applied: {
    zh: '已按文字所写的方向和距离从桩号推移，请核对推算后的桩号。',
    en: 'The stake was moved by the distance and direction of the text. Check the result.',
  },
  offset_across: {
    zh: '文字所写距离是离开道路的距离，桩号不变；如在路外，请在地图上标点。',
    en: 'The distance leads off the road, so the stake stays. If the place is off the road, mark it on the map.',
  },
  offset_unresolved: {
    zh: '桩号之外还写了距离，但看不出往哪个方向，请从前后两个位置中选定。',
    en: 'A distance from the stake is given, but not which way. Choose between the place before and behind.',
  },
  road_unknown: {
    zh: '文字中的路名不在路线库里，请核对路名或先登记该路。',
    en: 'The text names a road that is not registered. Check the name or register the road first.',
  },
  road_ambiguous: {
    zh: '文字可对应多条路线，请选定桩号所属的路线。',
    en: 'The text fits several roads. Choose the one the stake belongs to.',
  },
  road_differs: {
    zh: '文字中的路线与所选路线不一致，请核对路线。',
    en: 'The text names another road than the one selected. Check the road.',
  },
  road_from_number: {
    zh: '开头的数字读作路线编号，请核对路线。',
    en: 'The number at the beginning was read as the road. Check the road.',
  },
  former_road: {
    zh: '文字写的是原路线(老路)，现行线位和桩号可能不同，请核对。',
    en: 'The text speaks of the former road, whose line and stakes may differ from today’s. Check the place.',
  },
  direction_assumed: {
    zh: '该路未规定上下行，按“上行为桩号递减”理解，请核对方向。',
    en: 'The road does not say what 上行 means; falling stakes were assumed. Check the direction.',
  },
  direction_from_order: {
    zh: '方向按起止桩号由大到小推定为桩号递减，请核对。',
    en: 'The direction was taken from the order of the stakes, high to low. Check it.',
  },
  direction_from_bearing: {
    zh: '东西南北按该处路线走向换算成桩号方向，弯道处请核对。',
    en: 'The compass words were compared with the run of the road here. Check them near bends.',
  },
  direction_from_place: {
    zh: '所写地名在路线中途，按它与桩号的前后关系判断方向，请核对。',
    en: 'The named place lies on the way; the direction follows from its own stake. Check it.',
  },
  direction_conflict: {
    zh: '文字中的方向互相矛盾，采用了较明确的一种，请核对。',
    en: 'The words for the direction contradict each other; the clearer were used. Check them.',
  },
  direction_unresolved: {
    zh: '文字写了方向，但无法对应到桩号递增或递减，请选定方向。',
    en: 'The text gives a direction that cannot be matched to growing or falling stakes. Choose it.',
  },
  side_assumed: {
    zh: '未写明行车方向，左右按面向桩号递增方向理解，请核对。',
    en: 'No direction is given; left and right were seen towards growing stakes. Check the side.',
  },
  side_by_travel: {
    zh: '左右按行车方向(桩号递减)理解，已换算为面向桩号递增方向的左右，请核对。',
    en: 'Left and right were seen by the traveller towards falling stakes and turned round. Check the side.',
  },
  side_from_bearing: {
    zh: '路侧按该处路线走向由东西南北换算，请核对。',
    en: 'The side follows from the compass words and the run of the road here. Check it.',
  },
  side_unresolved: {
    zh: '文字用东西南北写路侧，无法确定在哪一侧，请选定路侧。',
    en: 'The side is given by compass and cannot be matched to left or right. Choose it.',
  },
}

export function stakeWarningText(warning: StakeWarning): Text {
  return sentences[warning]
}
