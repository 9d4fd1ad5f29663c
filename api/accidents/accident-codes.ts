import type { Text } from '../http/text.ts'

/** Code values as they occur in the traffic police's exports; the installation may edit its dictionary. */
export type CodeTable = Readonly<Record<string, Text>>

const text = (zh: string, en: string): Text => ({ zh, en })

/** 事故形态 */
export const forms: CodeTable = {
  '11': text('碰撞运动车辆', 'Collision with a moving vehicle'),
  '12': text('碰撞静止车辆', 'Collision with a standing vehicle'),
  '19': text('其他车辆间事故', 'Other, between vehicles'),
  '21': text('刮撞行人', 'Pedestrian struck'),
  '22': text('碾压行人', 'Pedestrian run over'),
  '23': text('碰撞后碾压行人', 'Pedestrian struck and run over'),
  '29': text('其他车辆与人事故', 'Other, vehicle and person'),
  '31': text('侧翻', 'Fell on its side'),
  '32': text('滚翻', 'Rolled over'),
  '33': text('坠车', 'Fell from the road'),
  '34': text('失火', 'Fire'),
  '35': text('撞固定物', 'Struck a fixed object'),
  '36': text('撞非固定物', 'Struck a loose object'),
  '37': text('自身折叠', 'Jack-knifed'),
  '38': text('乘员跌落或抛出', 'Occupant fell or was thrown out'),
}

/** 车辆间事故: asked for where the form is 11 or 12. */
export const collisions: CodeTable = {
  '1': text('追尾碰撞', 'Rear-end'),
  '2': text('正面碰撞', 'Head-on'),
  '3': text('侧面碰撞（同向）', 'Side, same direction'),
  '4': text('侧面碰撞（对向）', 'Side, opposite directions'),
  '5': text('侧面碰撞（直角）', 'Side, right angle'),
  '6': text('侧面碰撞（角度不确定）', 'Side, angle unknown'),
  '7': text('同向刮擦', 'Sideswipe, same direction'),
  '8': text('对向刮擦', 'Sideswipe, opposite directions'),
  '9': text('其他角度碰撞', 'Other angle'),
}

/** 单车事故撞物: asked for where the form is 35 or 36. */
export const objectsHit: CodeTable = {
  '11': text('中央隔离设施', 'Median barrier'),
  '12': text('同向护栏', 'Guardrail, own side'),
  '13': text('对向护栏', 'Guardrail, other side'),
  '14': text('交通标识支撑物', 'Sign post'),
  '15': text('缓冲物', 'Crash cushion'),
  '16': text('直立杆、路灯柱', 'Pole or lamp post'),
  '17': text('树木', 'Tree'),
  '18': text('桥墩', 'Bridge pier'),
  '19': text('隧道口挡墙', 'Tunnel portal'),
  '20': text('建筑物', 'Building'),
  '21': text('山体', 'Hillside'),
  '29': text('其他固定物', 'Other fixed object'),
  '31': text('动物', 'Animal'),
  '32': text('作业、维修设备', 'Works equipment'),
  '39': text('其他非固定物', 'Other loose object'),
}

export const weathers: CodeTable = {
  '1': text('晴', 'Clear'),
  '2': text('阴', 'Overcast'),
  '3': text('雨', 'Rain'),
  '4': text('雪', 'Snow'),
  '5': text('雾', 'Fog'),
  '6': text('大风', 'Strong wind'),
  '7': text('沙尘', 'Blowing sand'),
  '8': text('冰雹', 'Hail'),
  '9': text('其他', 'Other'),
}

export const visibilities: CodeTable = {
  '1': text('50 米以内', 'Under 50 m'),
  '2': text('50—100 米', '50–100 m'),
  '3': text('100—200 米', '100–200 m'),
  '4': text('200 米以上', 'Over 200 m'),
}

export const lights: CodeTable = {
  '1': text('白天', 'Daylight'),
  '2': text('夜间有路灯照明', 'Night, lit road'),
  '3': text('夜间无路灯照明', 'Night, unlit road'),
  '4': text('黎明', 'Dawn'),
  '5': text('黄昏', 'Dusk'),
}

export const surfaceStates: CodeTable = {
  '1': text('完好', 'Sound'),
  '2': text('施工', 'Under works'),
  '3': text('凹凸', 'Uneven'),
  '4': text('塌陷', 'Subsided'),
  '5': text('路障', 'Obstructed'),
  '9': text('其他', 'Other'),
}

export const surfaceConditions: CodeTable = {
  '1': text('干燥', 'Dry'),
  '2': text('潮湿', 'Damp'),
  '3': text('积水', 'Standing water'),
  '4': text('漫水', 'Flooded'),
  '5': text('冰雪', 'Ice or snow'),
  '6': text('泥泞', 'Muddy'),
  '9': text('其他（含积沙）', 'Other (drifted sand included)'),
}

export const terrains: CodeTable = {
  '1': text('平原', 'Plain'),
  '2': text('丘陵', 'Hills'),
  '3': text('山区', 'Mountains'),
}

export const alignments: CodeTable = {
  '01': text('平直', 'Level and straight'),
  '02': text('一般弯', 'Bend'),
  '03': text('一般坡', 'Slope'),
  '04': text('急弯', 'Sharp bend'),
  '05': text('陡坡', 'Steep slope'),
  '06': text('连续下坡', 'Long descent'),
  '07': text('一般弯坡', 'Bend on a slope'),
  '08': text('急弯陡坡', 'Sharp bend on a steep slope'),
  '09': text('一般坡急弯', 'Sharp bend on a slope'),
  '10': text('一般弯陡坡', 'Bend on a steep slope'),
}

export const siteTypes: CodeTable = {
  '11': text('三枝分叉口', 'Three-way junction'),
  '12': text('四枝分叉口', 'Four-way junction'),
  '13': text('多枝分叉口', 'Junction of more arms'),
  '14': text('环形交叉口', 'Roundabout'),
  '15': text('匝道口', 'Ramp'),
  '21': text('普通路段', 'Ordinary stretch'),
  '22': text('高架路段', 'Viaduct'),
  '23': text('变窄路段', 'Narrowing'),
  '24': text('窄路', 'Narrow road'),
  '25': text('桥梁', 'Bridge'),
  '26': text('隧道', 'Tunnel'),
  '27': text('路段进出处', 'Entrance or exit'),
  '28': text('路侧险要路段', 'Dangerous roadside'),
  '29': text('其他特殊路段', 'Other special stretch'),
}

/** 道路安全属性: the officer's own word on whether the place was a known hazard. */
export const roadSafetyAttributes: CodeTable = {
  '1': text('正常路段', 'Ordinary'),
  '2': text('已治理但仍存在隐患', 'Remedied, hazard remains'),
  '3': text('正在治理隐患', 'Being remedied'),
  '4': text('尚未治理隐患', 'Hazard not remedied'),
}

/** 涉重点车辆 */
export const keyVehicles: CodeTable = {
  coach: text('客车', 'Coach'),
  taxi: text('出租车', 'Taxi'),
  schoolBus: text('校车', 'School bus'),
  dangerousGoods: text('危险化学品运输车', 'Dangerous goods vehicle'),
  heavyTruck: text('重型货车', 'Heavy truck'),
}
