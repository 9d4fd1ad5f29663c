import { fieldSynonyms as field, type FieldSynonyms } from './column-synonyms.ts'

const needed = { isNeeded: true } as const

/** What the circumstances of an accident are called. */
export const circumstanceSynonyms: readonly FieldSynonyms[] = [
  field('form', '事故形态', 'form', ['形态', 'SGXT'], { contained: ['事故形态'], ...needed }),
  field('collision', '车辆间事故', 'kind of collision', [
    '碰撞类型',
    '车辆间碰撞',
    '车辆间事故类型',
    'CLJSG',
  ]),
  field('objectHit', '撞物', 'object struck', ['单车事故', '所撞物体', '撞击物', 'DCSG']),
  field(
    'causeClass',
    '认定原因分类',
    'class of cause',
    [
      '事故认定原因分类',
      '认定原因',
      '事故认定原因',
      '原因分类',
      '事故原因',
      '初查原因分类',
      '主要原因',
      'RDYYFL',
      'CCYYFL',
    ],
    { contained: ['原因分类', '认定原因'] },
  ),
  field('cause', '认定原因代码', 'cause', ['SGRDYY', 'SGCCYY']),
  field('weather', '天气', 'weather', ['天气情况', '天气状况', 'TQ']),
  field('visibility', '能见度', 'visibility', ['NJD']),
  field('light', '照明', 'light', ['照明条件', '照明情况', 'ZMTJ']),
  field('surfaceState', '路面状况', 'state of the pavement', ['LMZK']),
  field('surfaceCondition', '路表情况', 'surface', ['路表', '路表状况', 'LBQK']),
  field('terrain', '地形', 'terrain', ['DX']),
  field('alignment', '道路线形', 'alignment', ['道路线型', '线形', '线型', 'DLXX']),
  field('siteType', '路口路段类型', 'kind of site', ['路段类型', '路口类型', 'LKLDLX']),
  field('roadSafetyAttribute', '道路安全属性', 'road safety attribute', ['安全属性', 'DLAQSX']),
  field('hitAndRun', '是否逃逸', 'hit and run', ['逃逸', 'SFTY']),
  field('hazardousGoods', '运载危险物品', 'dangerous goods', [
    '是否运载危险物品',
    '危险物品',
    '危化品',
    'YZWXP',
  ]),
  field('keyVehicles', '涉重点车辆', 'key vehicles', ['重点车辆', '涉及重点车辆']),
  field('brief', '简要案情', 'brief', ['案情', '案情简介', '事故经过', '事故简要经过', 'JYAQ', 'SGSS'], {
    contained: ['案情', '事故经过'],
  }),
]
