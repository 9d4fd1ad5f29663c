import * as codes from '../../accidents/accident-codes.ts'
import { causeClasses } from '../../accidents/cause-codes.ts'
import type { CodeSpec } from '../cells/read-code.ts'

const named = (names: Readonly<Record<string, string>>): codes.CodeTable =>
  Object.fromEntries(Object.entries(names).map(([code, zh]) => [code, { zh, en: code }]))

const all = (code: string, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, code]))

/** Forms of GA 16.2 before 2006 name the collision at the same time. */
export const collisionOfOldForm: Readonly<Record<string, string>> = {
  正面相撞: '2',
  侧面相撞: '6',
  尾随相撞: '1',
  追尾: '1',
  追尾相撞: '1',
  追尾碰撞: '1',
  对向刮擦: '8',
  同向刮擦: '7',
}

/** Fields whose cells hold a code or its name. */
export const codedFields: Readonly<Record<string, CodeSpec>> = {
  form: {
    table: codes.forms,
    aliases: {
      ...all('11', '碰撞运动中车辆', '碰撞运动', ...Object.keys(collisionOfOldForm)),
      ...all('12', '碰撞静止', '碰撞停驶车辆'),
      ...all('19', '其他车辆间'),
      ...all('21', '刮撞行人', '撞行人', '碰撞行人', '刮擦行人'),
      ...all('22', '碾压'),
      ...all('29', '其他车辆与人'),
      ...all('33', '坠车', '坠落'),
      ...all('35', '撞固定物体', '碰撞固定物'),
      ...all('36', '碰撞非固定物', '撞动物'),
    },
    rough: { 翻车: '31', 侧翻滚翻: '31' },
  },
  collision: {
    table: codes.collisions,
    aliases: {
      ...all('1', '追尾', '尾随相撞'),
      ...all('2', '正面', '正面相撞'),
      ...all('3', '侧面同向', '侧面(同向)'),
      ...all('4', '侧面对向', '侧面(对向)'),
      ...all('5', '侧面直角', '侧面(直角)'),
      ...all('6', '侧面角度不确定', '侧面(角度不确定)', '侧面相撞', '侧面碰撞'),
      ...all('9', '其他角度', '其他'),
    },
  },
  objectHit: {
    table: codes.objectsHit,
    aliases: {
      ...all('16', '路灯柱', '直立杆', '电线杆'),
      ...all('17', '树'),
      ...all('31', '牲畜', '牛', '羊', '马'),
    },
  },
  causeClass: {
    table: causeClasses,
    aliases: {
      ...all('11', '不按规定使用灯光'),
      ...all('12', '超速'),
      ...all('13', '酒后', '酒驾', '醉驾', '醉酒驾驶', '饮酒驾驶'),
      ...all('14', '逆行'),
      ...all('15', '疲劳'),
      ...all('25', '违法上道路'),
      ...all('27', '违法占道'),
      ...all('32', '不按规定让行', '未让行'),
      ...all('33', '无证'),
      ...all('49', '其他影响安全'),
      ...all('63', '未按规定让行(非)'),
      ...all('90', '制动', '操作不当制动'),
      ...all('91', '转向'),
      ...all('92', '油门'),
    },
  },
  weather: {
    table: codes.weathers,
    aliases: {
      ...all('1', '晴天', '晴朗'),
      ...all('2', '阴天'),
      ...all('3', '雨天', '小雨', '中雨', '大雨', '暴雨', '阵雨', '雷阵雨'),
      ...all('4', '雪天', '小雪', '中雪', '大雪', '暴雪'),
      ...all('5', '雾天', '大雾', '浓雾', '团雾'),
      ...all('6', '大风天', '风'),
      ...all('7', '沙尘暴', '扬沙', '浮尘'),
      // One export of the platform numbers haze 9 and the rest 19.
      ...all('9', '霾', '雾霾', '19'),
    },
    rough: { 多云: '2', 雨夹雪: '4' },
  },
  visibility: {
    table: codes.visibilities,
    aliases: {
      ...all('1', '<50', '<50M', '50米以下', '小于50米'),
      ...all('2', '50-100', '50M-100M', '50米-100米'),
      ...all('3', '100-200', '100M-200M', '100米-200米'),
      ...all('4', '>200', '>200M', '大于200米'),
    },
  },
  light: {
    table: codes.lights,
    aliases: {
      ...all('1', '昼', '白昼', '日间'),
      ...all('2', '夜间有路灯', '有路灯照明', '夜间有照明'),
      ...all('3', '夜间无路灯', '无路灯照明', '夜间无照明'),
    },
  },
  surfaceState: { table: codes.surfaceStates, aliases: all('1', '路面完好') },
  surfaceCondition: {
    table: codes.surfaceConditions,
    aliases: {
      ...all('1', '干'),
      ...all('2', '湿', '湿润'),
      ...all('5', '结冰', '积雪', '冰', '雪'),
      ...all('9', '其他', '积沙', '风积沙'),
    },
  },
  terrain: {
    table: codes.terrains,
    aliases: { ...all('1', '平丘', '平原微丘'), ...all('3', '山岭', '山岭重丘') },
  },
  alignment: {
    table: codes.alignments,
    aliases: all('01', '平直路段', '直线', '直线路段'),
    rough: { 弯道: '02', 坡道: '03', 弯坡: '07' },
  },
  siteType: {
    table: codes.siteTypes,
    aliases: {
      ...all('11', '三枝分叉', '三岔路口', '丁字路口', 'T型路口'),
      ...all('12', '四枝分叉', '十字路口'),
      ...all('13', '多枝分叉'),
      ...all('14', '环岛', '环形'),
      ...all('21', '路段', '一般路段'),
    },
  },
  roadSafetyAttribute: { table: codes.roadSafetyAttributes, aliases: all('1', '正常') },
}

export const procedures: CodeSpec = {
  table: named({ general: '一般程序', simple: '简易程序', self: '自行协商' }),
  aliases: {
    ...all('general', '一般', 'general', '普通程序'),
    ...all('simple', '简易', 'simple'),
    ...all('self', '快处', '快处快赔', '快速处理', '自行协商处理', '自行处理', '互碰自赔', 'self'),
  },
}

/** 事故类型 only confirms what the counts say. */
export const kinds: CodeSpec = {
  table: named({ '1': '死亡', '2': '伤人', '3': '财产损失', '4': '简易' }),
  aliases: {
    ...all('1', '死亡事故', '亡人', '亡人事故'),
    ...all('2', '伤人事故', '受伤', '受伤事故'),
    ...all('3', '财产损失事故', '财损', '财损事故', '物损', '仅财产损失'),
    ...all('4', '简易程序', '简易事故'),
  },
}

export const recordTypes: CodeSpec = {
  table: named({ '1': '快报', '2': '快报/全项', '3': '全项', '9': '不立案' }),
  aliases: all('9', '不予立案'),
}

export const timePrecisions: CodeSpec = {
  table: named({ minute: '分', hour: '时', day: '日' }),
  aliases: { ...all('minute', '分钟', 'minute'), ...all('hour', '小时', 'hour'), ...all('day', '天', 'day') },
}

/** 1 and 2 are the numbers of the road safety works; other words depend on the road. */
export const directions: CodeSpec = {
  table: named({ increasing: '桩号递增方向', decreasing: '桩号递减方向', both: '双向' }),
  aliases: {
    ...all(
      'increasing',
      'increasing',
      '2',
      '递增',
      '桩号递增',
      '桩号增',
      '桩号增方向',
      '桩号增大方向',
      '桩号小到大',
      '小到大',
    ),
    ...all(
      'decreasing',
      'decreasing',
      '1',
      '递减',
      '桩号递减',
      '桩号减',
      '桩号减方向',
      '桩号减小方向',
      '桩号大到小',
      '大到小',
    ),
    ...all('both', 'both', '3', '不分方向', '不分', '两侧', '双方向'),
  },
}

export const sides: CodeSpec = {
  table: named({ left: '左侧', right: '右侧', centre: '中央', across: '横跨' }),
  aliases: {
    ...all('left', 'left', '左', '左幅', '道路左侧'),
    ...all('right', 'right', '右', '右幅', '道路右侧'),
    ...all('centre', 'centre', '中', '路中', '道路中央', '中间'),
    ...all('across', 'across', '横穿', '全幅', '整幅'),
  },
}

export const locatings: CodeSpec = {
  table: named({ unlocated: '未定位', stake: '桩号推算', manual: '手工标注', coordinate: '坐标' }),
  aliases: {
    ...all('unlocated', 'unlocated', '0'),
    ...all('stake', 'stake', '1', '自动(桩号)', '自动', '桩号'),
    ...all('manual', 'manual', '2', '手工'),
    ...all('coordinate', 'coordinate', '3', '坐标导入'),
  },
}

export const escapes: CodeSpec = {
  table: named({ '1': '否', '2': '驾车逃逸', '3': '弃车逃逸' }),
  aliases: { ...all('1', '未逃逸', '无', '0'), ...all('2', '是', '逃逸', '驾车'), ...all('3', '弃车') },
}

export const keyVehicleNames: CodeSpec = {
  table: codes.keyVehicles,
  aliases: {
    ...all('coach', '公路客运', '大客车', '旅游客车', 'coach'),
    ...all('taxi', '出租客运', '出租', 'taxi'),
    ...all('schoolBus', 'schoolBus'),
    ...all('dangerousGoods', '危化品车', '危化品', '危险品运输车', 'dangerousGoods'),
    ...all('heavyTruck', '重型货车', '重货', '重卡', 'heavyTruck'),
  },
}
