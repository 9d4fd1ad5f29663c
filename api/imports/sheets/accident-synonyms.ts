import { circumstanceSynonyms } from './accident-circumstance-synonyms.ts'
import { fieldSynonyms as field, type FieldSynonyms, type KindSynonyms } from './column-synonyms.ts'

const needed = { isNeeded: true } as const

const identity: readonly FieldSynonyms[] = [
  field('accidentNo', '事故编号', 'accident number', ['事故编码', '事故号', '编号', 'SGBH'], {
    contained: ['事故编号'],
    unless: ['统计', '登记', '原'],
    ...needed,
  }),
  field('regNo', '登记编号', 'registration number', ['DJBH'], { contained: ['登记编号'] }),
  field('statNo', '统计事故编号', 'reporting number', ['统计编号', 'TJSGBH'], {
    contained: ['统计事故编号'],
  }),
  field('procedure', '适用程序', 'procedure', ['程序', '处理程序', '事故处理程序', '办案程序', 'SYCX']),
  field('isStatistical', '是否统计', 'reported', ['是否上报', '是否统计事故', '统计上报', '上报', 'SB']),
  field('recordType', '记录类型', 'record type', ['JLLX']),
  field('kind', '事故类型', 'kind of accident', ['严重程度', 'SGLX']),
  field('updatedAt', '更新时间', 'updated at', ['修改时间', '最后更新时间', 'GXSJ']),
]

const time: readonly FieldSynonyms[] = [
  field(
    'occurredAt',
    '发生时间',
    'time',
    ['事故发生时间', '事故时间', '发案时间', '案发时间', '事发时间', '时间', 'SGFSSJ'],
    { contained: ['发生时间', '事故时间'], unless: ['日期'], ...needed, givenBy: ['occurredOn'] },
  ),
  field('occurredOn', '发生日期', 'date', ['事故发生日期', '事故日期', '发案日期', '日期', 'SGRQ']),
  field('timePrecision', '时间精度', 'precision of the time', ['精度']),
  field('weekday', '星期', 'day of the week', ['周几', 'XQ']),
]

const place: readonly FieldSynonyms[] = [
  field('road', '路号', 'road number', ['路线编号', '道路编号', '公路编号', '线路编号', '路线代码', 'LH']),
  field('roadName', '路名', 'road', ['道路名称', '路线名称', '公路名称', '道路', '线路', '路线', 'LM']),
  field('km', '公里数', 'kilometre', ['公里', '千米数', 'GLS']),
  field('metre', '米数', 'metres', ['米', 'MS']),
  field('stake', '桩号', 'stake', ['里程桩号', '地点桩号', '公里桩号', '公里桩', '里程'], {
    contained: ['桩号'],
    unless: ['起', '止', '终'],
  }),
  field('absolutePosition', '绝对位置', 'position in metres', ['JDWZ']),
  field('direction', '方向', 'direction', ['行驶方向', '桩号方向', '行车方向', '上下行']),
  field('side', '路侧', 'side', ['侧别', '道路侧别', '幅别']),
  field(
    'placeText',
    '事故地点',
    'place',
    ['事故发生地点', '发生地点', '事发地点', '发案地点', '地点', '案发地点', 'SGDD'],
    { contained: ['事故地点', '发生地点'], ...needed, givenBy: ['stake', 'km'] },
  ),
  field('rawCoordinate', '电子坐标', 'coordinate', ['坐标', '原始坐标', '经纬度', 'DZZB'], {
    contained: ['电子坐标', '经纬度'],
  }),
  field(
    'lon',
    '经度',
    'longitude',
    ['X', 'lng', 'lon', 'lag', 'long', 'longitude', '东经', '坐标X', 'X坐标'],
    {
      contained: ['经度'],
      unless: ['纬'],
    },
  ),
  field('lat', '纬度', 'latitude', ['Y', 'lat', 'latitude', '北纬', '坐标Y', 'Y坐标'], {
    contained: ['纬度'],
    unless: ['经'],
  }),
  field('crs', '坐标系', 'coordinate system', ['坐标系统', '坐标基准']),
  field('locating', '定位', 'how it was located', ['定位方式', '定位状态']),
  field('township', '苏木镇', 'township', ['所辖乡镇', '乡镇', '所属乡镇', '所在乡镇', '镇苏木', 'SXXZ']),
  field('squad', '中队', 'squad', ['所属中队', '辖区中队', '管辖中队', 'SSZD'], { contained: ['所属中队'] }),
  field('handlingUnit', '办案单位', 'handling unit', [
    '管理部门',
    '处理单位',
    '办案部门',
    '经办单位',
    'BADW',
    'GLBM',
  ]),
]

const killed7 = [
  '死亡人数7日内',
  '7日内死亡人数',
  '7天死亡人数',
  '7日内死亡',
  '7天内死亡人数',
  '死亡7日',
  '死亡人数7日',
]
const harm: readonly FieldSynonyms[] = [
  field(
    'killed',
    '死亡(7日内)',
    'killed (within 7 days)',
    [
      ...killed7,
      '七日内死亡',
      '7日死亡',
      '死亡7日内人数',
      'SWRS7',
      '死亡人数',
      '死亡',
      '死亡人数合计',
      '死亡合计',
      '死',
    ],
    {
      contained: ['7日内死亡', '七日内死亡', '死亡人数'],
      unless: ['当场', '抢救', '24', '30', '3日', '三日'],
      ...needed,
    },
  ),
  field('killedScene', '当场死亡人数', 'killed at the scene', [
    '当场死亡',
    '死亡当场',
    '死亡人数当场',
    'SWRS',
  ]),
  field('killedRescue', '抢救无效死亡人数', 'died after rescue', [
    '抢救无效死亡',
    '死亡抢救无效',
    '抢救无效',
    'SWRSQ',
  ]),
  field('killed24h', '24小时内死亡人数', 'killed within 24 hours', [
    '24小时死亡人数',
    '死亡24小时',
    '死亡24小时内',
    'SWRS24',
  ]),
  field('killed3d', '3日内死亡人数', 'killed within 3 days', ['3日死亡', '死亡3日', '死亡3日内', 'SWRS3']),
  field('killed30d', '30日内死亡人数', 'killed within 30 days', [
    '30日内死亡',
    '死亡30日内',
    '死亡30日',
    '30天死亡人数',
    '30日死亡',
    'SWRS30',
  ]),
  field(
    'injured',
    '受伤',
    'injured',
    ['受伤人数', '受伤人数合计', '受伤合计', '伤人数', '受伤7日', 'SSRS', 'SSRS7', '伤'],
    {
      contained: ['受伤人数'],
      unless: ['24', '30', '3日', '重', '轻'],
      ...needed,
      givenBy: ['seriouslyInjured', 'slightlyInjured'],
    },
  ),
  field('seriouslyInjured', '重伤', 'seriously injured', ['重伤人数', '受伤重伤', '受伤人数重伤', 'ZSRS']),
  field('slightlyInjured', '轻伤', 'slightly injured', ['轻伤人数', '受伤轻伤', '受伤人数轻伤', 'QSRS']),
  field('missing', '失踪人数', 'missing persons', ['失踪', 'SZRS']),
  field(
    'lossYuan',
    '直接财产损失',
    'loss',
    [
      '直接财产损失折款',
      '财产损失',
      '财损',
      '直接经济损失',
      '经济损失',
      '损失',
      '损失折款',
      '财产损失金额',
      'ZJCCSS',
    ],
    { contained: ['财产损失', '财损', '经济损失'], ...needed },
  ),
  field('motorCount', '机动车数', 'motor vehicles', ['机动车数量', '机动车', 'JDCSL']),
  field('nonMotorCount', '非机动车数', 'non-motor vehicles', ['非机动车数量', '非机动车', 'FJDCSL']),
  field('pedestrianCount', '行人数', 'pedestrians', ['行人数量', '行人', 'XRSL']),
]

export const accidentSynonyms: KindSynonyms = {
  kind: 'accidents',
  fields: [...identity, ...time, ...place, ...harm, ...circumstanceSynonyms],
  /** Raw codes without a place in the record, and what our own export prints besides. */
  leftOut: [
    '序号',
    '结果',
    '原因',
    '行号',
    '数据性质',
    '统计口径',
    '中央隔离设施',
    '路侧防护设施类型',
    '道路物理隔离',
    '交通信号方式',
    '在道路横断面位置',
    '路面结构',
    '公路行政等级',
    '道路类型',
    '行政区划',
  ],
}
