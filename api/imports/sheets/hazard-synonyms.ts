import { fieldSynonyms as field, type FieldSynonyms, type KindSynonyms } from './column-synonyms.ts'
import { recordColumns } from '../../hazards/ledger-records.ts'
import { worksSynonyms } from './hazard-works-synonyms.ts'

const needed = { isNeeded: true } as const

const identity: readonly FieldSynonyms[] = [
  field('number', '隐患编号', 'hazard number', ['编号', '台账编号'], { contained: ['隐患编号'] }),
  field('technicalNumber', '技术编号', 'technical number', []),
  field('title', '隐患名称', 'title', ['隐患路段名称', '隐患点名称', '隐患点段名称', '路段名称', '名称'], {
    contained: ['隐患路段', '隐患点段'],
    unless: ['类型', '等级', '描述', '情况'],
  }),
  field('types', '隐患类型', 'types', ['隐患类别', '类型', '类别', '隐患种类'], {
    contained: ['隐患类型', '隐患类别'],
  }),
  field('level', '隐患等级', 'level', ['隐患级别', '等级', '风险等级', '严重程度'], {
    contained: ['隐患等级'],
  }),
  field(
    'description',
    '隐患描述',
    'description',
    [
      '隐患情况',
      '存在问题',
      '问题描述',
      '存在的问题',
      '隐患内容',
      '存在隐患',
      '主要隐患',
      '主要问题',
      '隐患问题',
      '隐患主要情况',
      '主要情况',
    ],
    { contained: ['隐患情况', '存在问题', '隐患描述'], ...needed },
  ),
  field('analysis', '成因分析', 'analysis', ['原因分析', '危险性分析', '成因']),
  field('isBlackSpot', '是否事故多发点段', 'accident-prone', ['事故多发', '是否事故多发']),
  field('photos', '图片', 'pictures', ['照片', '隐患图片', '隐患照片', '现场照片', '影像资料']),
  field('remark', '备注', 'remark', ['说明', '其他']),
]

const place: readonly FieldSynonyms[] = [
  field('road', '道路编号', 'road number', ['路线编号', '公路编号', '路号', '线路编号', '路线代码']),
  field('roadName', '道路名称', 'road', [
    '路线名称',
    '公路名称',
    '道路',
    '路线',
    '路名',
    '线路',
    '所在道路',
    '道路名称及编号',
  ]),
  field(
    'stakes',
    '起止桩号',
    'stakes',
    ['桩号', '里程桩号', '路段桩号', '桩号范围', '起讫桩号', '公里桩号', '桩号（起—止）/方向'],
    {
      contained: ['起止桩号', '起讫桩号'],
    },
  ),
  field('fromStake', '起点桩号', 'first stake', ['起桩号', '桩号起点', '起始桩号', '起点', '桩号起']),
  field('toStake', '止点桩号', 'last stake', [
    '止桩号',
    '终点桩号',
    '桩号终点',
    '桩号止点',
    '终点',
    '止点',
    '桩号止',
  ]),
  field('direction', '方向', 'direction', ['行驶方向', '桩号方向', '上下行']),
  field('side', '路侧', 'side', ['侧别', '道路侧别', '幅别']),
  field('placeText', '位置描述', 'place', ['隐患位置', '具体位置', '位置', '地点', '隐患地点', '所在位置'], {
    contained: ['具体位置', '隐患位置'],
  }),
  field('rawCoordinate', '原始坐标', 'coordinate', ['坐标', '经纬度', '电子坐标'], { contained: ['经纬度'] }),
  field('lon', '经度', 'longitude', ['X', 'lng', 'lon', '东经', '坐标X']),
  field('lat', '纬度', 'latitude', ['Y', 'lat', '北纬', '坐标Y']),
  field('crs', '坐标系', 'coordinate system', ['坐标系统']),
  field('locating', '定位', 'how it was located', ['定位方式']),
  field('township', '苏木镇', 'township', [
    '所属乡镇',
    '乡镇',
    '所属苏木镇',
    '所在乡镇',
    '所属乡镇苏木镇',
    '镇苏木',
    '所在苏木镇（嘎查）',
    '所在苏木镇',
  ]),
  field('gacha', '嘎查', 'gacha', ['嘎查村', '村', '嘎查社区']),
  field('squad', '中队', 'squad', ['所属中队', '辖区中队', '管辖中队']),
]

const finding: readonly FieldSynonyms[] = [
  field('source', '发现来源', 'source', ['来源', '隐患来源']),
  field(
    'foundOn',
    '发现时间',
    'found',
    ['排查时间', '排查日期', '发现日期', '检查时间', '登记时间', '登记日期'],
    {
      contained: ['排查时间', '发现时间'],
    },
  ),
  field('foundBy', '发现人', 'found by', [
    '排查人',
    '排查单位',
    '排查单位排查人',
    '登记人',
    '检查人',
    '排查人员',
  ]),
]

const remedy: readonly FieldSynonyms[] = [
  field(
    'responsibleUnit',
    '治理责任单位',
    'responsible unit',
    ['责任单位', '整改单位', '整改责任单位', '治理单位'],
    {
      contained: ['责任单位'],
      unless: ['监管', '主管'],
      ...needed,
    },
  ),
  field(
    'regulatorUnit',
    '行业主管单位',
    'regulator',
    ['行业主管', '监管单位', '主管单位', '行业主管部门', '监管部门'],
    {
      contained: ['主管单位', '监管单位', '主管部门'],
    },
  ),
  field('responsiblePerson', '责任人', 'responsible person', [
    '整改责任人',
    '治理责任人',
    '责任人姓名',
    '负责人',
  ]),
  field('phone', '联系电话', 'office phone', ['电话', '责任人电话', '联系方式', '办公电话'], {
    contained: ['联系电话'],
  }),
  field('advice', '整改建议', 'advice', ['治理建议', '处理建议', '建议措施', '建议']),
  field('emergencyAdvice', '应急管理建议', 'emergency advice', ['应急措施', '应急管理措施']),
  field('remedyPlan', '整改措施', 'remedy', ['治理措施', '整改方案', '治理方案', '防范措施', '采取措施'], {
    contained: ['整改措施', '治理措施'],
  }),
  field(
    'due',
    '整改时限',
    'due date',
    ['完成时限', '整改期限', '治理时限', '限期', '计划完成时间', '要求完成时间', '时限'],
    {
      contained: ['时限', '期限'],
    },
  ),
  field(
    'progress',
    '整改情况',
    'state of the remedy',
    ['治理情况', '整改进展', '治理进展', '进展情况', '整改落实情况'],
    {
      contained: ['整改情况', '治理情况'],
    },
  ),
  field('status', '状态', 'status', ['隐患状态', '整改状态', '治理状态']),
  field('completedOn', '完成时间', 'completed on', [
    '整改完成时间',
    '完成日期',
    '实际完成时间',
    '整改完成日期',
  ]),
  field('isClosed', '是否销号', 'closed', ['销号情况', '销号', '是否已销号']),
  field(
    'funds',
    '治理资金',
    'funds',
    ['资金', '整改资金', '投资', '投入资金', '资金投入', '投资估算', '治理经费'],
    {
      contained: ['资金', '投资估算'],
      unless: ['来源'],
    },
  ),
  field('temporaryControl', '临时管控措施', 'temporary control', [
    '临时管控',
    '管控措施',
    '临时措施',
    '已采取临时管控措施',
  ]),
]

const supervision: readonly FieldSynonyms[] = [
  field('supervisionLevel', '督办级别', 'level of supervision', ['挂牌级别', '督办等级']),
  field('isListed', '是否挂牌', 'listed', ['挂牌', '挂牌督办', '是否挂牌督办']),
  field('listingDocument', '挂牌文号', 'listing document', []),
  field('noticeDocument', '抄告文号', 'document of the notice', ['告知文号', '抄告函文号']),
]

export const hazardSynonyms: KindSynonyms = {
  kind: 'hazards',
  fields: [...identity, ...place, ...finding, ...remedy, ...supervision, ...worksSynonyms],
  /** Counted anew from the record, or only there to number the lines. */
  leftOut: [
    ...['序号', '近三年事故（起/死/伤）', '逾期天数', '数据性质', '结果', '原因', '行号'],
    // Papers and acts are entered at the hazard itself.
    ...recordColumns.map(([header]) => header),
  ],
}
