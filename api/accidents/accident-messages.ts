import type { Text } from '../http/text.ts'

export const accidentMessages = {
  unknown: (): Text => ({
    zh: '没有这起事故，请核对编号；它也可能属于另一套系统。',
    en: 'There is no such accident. Check its id.',
  }),
  numberTaken: (accidentNo: string): Text => ({
    zh: `事故编号 ${accidentNo} 已登记。若是同一起事故，请在原记录上更正；若不是，请核对编号。`,
    en: `Accident number ${accidentNo} is already registered. Correct that record, or check the number.`,
  }),
  stale: (seen: number, current: number): Text => ({
    zh: `您看到的是第 ${seen} 版，现已是第 ${current} 版。请刷新后重新更正。`,
    en: `You saw version ${seen}; it is now version ${current}. Reload and correct again.`,
  }),
  isWithdrawn: (): Text => ({
    zh: '该事故已作废，不能再更正。',
    en: 'The accident was withdrawn and can no longer be changed.',
  }),
  collisionNeeded: (): Text => ({
    zh: '事故形态为碰撞运动或静止车辆时，请选择车辆间事故类型。',
    en: 'For a collision with a vehicle, choose the kind of collision.',
  }),
  objectNeeded: (): Text => ({
    zh: '事故形态为撞固定物或非固定物时，请选择所撞物体。',
    en: 'For striking an object, choose the object.',
  }),
  nobodyStruck: (): Text => ({
    zh: '刮撞、碾压行人的一般程序事故应有死亡或受伤人数，请核对。',
    en: 'A general-procedure case of a struck pedestrian has somebody dead or injured. Check the counts.',
  }),
  simpleIsMild: (): Text => ({
    zh: '简易程序只适用于财产损失或轻微伤事故：不能有死亡、重伤，也不能计入统计上报。请改为一般程序。',
    en: 'The simple procedure is for damage or slight injuries: no death, no serious injury, not reported. Use the general procedure.',
  }),
  seriousExceeds: (): Text => ({
    zh: '重伤人数不能多于受伤人数。',
    en: 'There cannot be more seriously injured than injured.',
  }),
  inFuture: (): Text => ({
    zh: '事故发生时间晚于现在，请核对。',
    en: 'The accident lies in the future. Check its time.',
  }),
  placeNeeded: (): Text => ({
    zh: '请给出位置：选择公路并填写桩号，或给出坐标，或用文字写明道路名称。',
    en: 'Say where it was: a road with its stake, a coordinate, or the name of the road.',
  }),
  stakeNeeded: (road: string): Text => ({
    zh: `选择了 ${road}，还需填写桩号或坐标。`,
    en: `${road} is chosen: its stake or a coordinate is needed too.`,
  }),
  halfPoint: (): Text => ({
    zh: '经度和纬度须一起填写。',
    en: 'Longitude and latitude belong together. Give both.',
  }),
  crsNeeded: (): Text => ({
    zh: '请说明坐标系（wgs84、cgcs2000、gcj02、bd09 或 gk36）：坐标系弄错会偏 400 至 1300 米。',
    en: 'Name the coordinate system (wgs84, cgcs2000, gcj02, bd09 or gk36): a wrong one is 400 to 1,300 m off.',
  }),
  outsideBanner: (): Text => ({
    zh: '坐标在鄂托克旗界外 5 公里以上，请核对经纬度及坐标系。',
    en: 'The point is more than 5 km outside the banner. Check the coordinates and their system.',
  }),
  farFromRoad: (road: string): Text => ({
    zh: `坐标离 ${road} 超过 2 公里，请核对公路或坐标。`,
    en: `The point is more than 2 km from ${road}. Check the road or the point.`,
  }),
  stakeFarFromPoint: (distance: number): Text => ({
    zh: `桩号与坐标相距 ${Math.round(distance)} 米，请核对；只保留可靠的一个再提交。`,
    en: `The stake and the point are ${Math.round(distance)} m apart. Check them, and send only the one that is right.`,
  }),
}
