import { fieldSynonyms as field, type FieldSynonyms, type KindSynonyms } from './column-synonyms.ts'

const needed = { isNeeded: true } as const

const what: readonly FieldSynonyms[] = [
  field('number', '设施编号', 'facility number', ['设备编号', '编号', '台账编号'], {
    contained: ['设施编号'],
  }),
  field(
    'kind',
    '设施类型',
    'kind',
    ['设施种类', '设施名称', '设备名称', '设备类型', '类型', '名称', '种类', '设施类别'],
    {
      contained: ['设施类型', '设施名称'],
      ...needed,
    },
  ),
  field('quantity', '数量', 'quantity', ['设施数量', '设置数量', '安装数量'], { ...needed }),
  field('unit', '单位', 'unit', ['计量单位', '数量单位']),
  field('lengthMetres', '长度', 'length', ['长度米', '延米', '总长', '总长度', '折合长度'], {
    contained: ['长度', '延米'],
  }),
  field('legend', '版面内容', 'legend', ['标牌内容', '标志内容', '牌面内容', '规格型号', '规格']),
  field('state', '状态', 'state', ['设施状态', '使用状态', '现状', '完好情况', '运行状态']),
  field('hazardNumber', '关联隐患', 'linked hazard', ['关联隐患编号', '隐患编号', '对应隐患', '所属隐患']),
  field('remark', '备注', 'remark', ['说明']),
]

const place: readonly FieldSynonyms[] = [
  field('road', '道路编号', 'road number', ['路线编号', '公路编号', '路号', '线路编号']),
  field('roadName', '道路名称', 'road', ['道路', '路线名称', '公路名称', '路线', '路名', '线路']),
  field('stake', '桩号', 'stake', ['里程桩号', '设置桩号', '公里桩号', '起止桩号', '位置桩号'], {
    contained: ['桩号'],
  }),
  field('direction', '方向', 'direction', ['行驶方向', '桩号方向', '上下行']),
  field('side', '横向位置', 'side', ['路侧', '侧别', '设置位置侧别', '左右侧']),
  field('placeText', '位置描述', 'place', [
    '设置地点',
    '安装地点',
    '安装位置',
    '设置位置',
    '地点',
    '位置',
    '具体位置',
  ]),
  field('rawCoordinate', '原始坐标', 'coordinate', ['坐标', '经纬度'], { contained: ['经纬度'] }),
  field('lon', '经度', 'longitude', ['X', 'lng', 'lon', '东经', '坐标X']),
  field('lat', '纬度', 'latitude', ['Y', 'lat', '北纬', '坐标Y']),
  field('crs', '坐标系', 'coordinate system', ['坐标系统']),
  field('locating', '定位', 'how it was located', ['定位方式']),
]

const papers: readonly FieldSynonyms[] = [
  field(
    'installedOn',
    '设置日期',
    'installed on',
    ['安装日期', '安装时间', '设置时间', '投用日期', '布设时间'],
    {
      contained: ['安装时间', '设置时间'],
    },
  ),
  field('installedBy', '设置单位', 'installed by', ['安装单位', '施工单位', '布设单位']),
  field('cost', '费用', 'cost', ['造价', '金额', '经费', '单项费用', '投入资金', '资金', '总价'], {
    contained: ['费用', '造价'],
  }),
  field('consent', '路政意见', 'consent', ['路政同意', '公路部门意见', '征求意见情况']),
  field('consentDocument', '同意文号', 'document of consent', ['路政文号', '批复文号']),
  field('supplier', '供货单位', 'supplier', ['供应商', '厂家', '生产厂家', '供货厂家']),
  field('model', '型号', 'model', ['产品型号', '设备型号']),
  field('facing', '朝向', 'facing', ['面向', '设置朝向', '灯面朝向']),
  field('faces', '单双面', 'one or two sides', ['单面双面', '面数']),
  field('funding', '经费来源', 'funding', ['资金来源', '资金渠道']),
  field('removalReason', '拆除原因', 'reason for removal', ['拆除理由', '拆除说明']),
  field('warrantyUntil', '质保期至', 'warranty until', ['质保到期', '质保期', '保修期至']),
  field('lastInspectedOn', '最近巡检', 'last inspection', [
    '上次巡检日期',
    '巡检日期',
    '最近巡检日期',
    '检查日期',
  ]),
]

export const facilitySynonyms: KindSynonyms = {
  kind: 'facilities',
  fields: [...what, ...place, ...papers],
  /** Reckoned anew from the record, or only there to number the lines. */
  leftOut: ['序号', '应巡检日期', '巡检逾期', '数据性质', '结果', '原因', '行号'],
}
