import type { Text } from '../http/text.ts'

const objects: Readonly<Record<string, Text>> = {
  hazard: { zh: '隐患', en: 'hazard' },
  accident: { zh: '事故', en: 'accident' },
  facility: { zh: '设施', en: 'facility' },
  facilityGap: { zh: '设施缺口', en: 'facility gap' },
  stormRound: { zh: '恶劣天气普查', en: 'round after a storm' },
  road: { zh: '道路', en: 'road' },
  import: { zh: '导入批次', en: 'import' },
  supervisionList: { zh: '挂牌督办清单', en: 'supervision list' },
  supervision: { zh: '挂牌督办清单', en: 'supervision list' },
  screening_run: { zh: '多发点段筛查', en: 'screening' },
  screening: { zh: '多发点段筛查', en: 'screening' },
  density: { zh: '事故密度', en: 'accident density' },
  user_account: { zh: '账号', en: 'account' },
  user: { zh: '账号', en: 'account' },
  session: { zh: '登录', en: 'session' },
  installation: { zh: '系统', en: 'installation' },
  audit: { zh: '审计记录', en: 'audit trail' },
  inspection: { zh: '督察检查结果', en: 'inspection' },
  toDo: { zh: '隐患治理周清单', en: 'weekly list' },
  photo: { zh: '照片', en: 'photo' },
  hazardPhoto: { zh: '隐患照片', en: 'photo of a hazard' },
  holiday: { zh: '节假日', en: 'holiday' },
  area: { zh: '行政区', en: 'area' },
  squad: { zh: '中队', en: 'squad' },
  unit: { zh: '责任单位', en: 'unit' },
  token: { zh: '接口令牌', en: 'token' },
  api_token: { zh: '接口令牌', en: 'token' },
}

/** Whole acts whose wording is not put together from the object and the verb. */
const acts: Readonly<Record<string, Text>> = {
  'session.open': { zh: '登录', en: 'Signed in' },
  'session.close': { zh: '退出登录', en: 'Signed out' },
  'session.refuse': { zh: '登录被拒', en: 'Sign-in refused' },
  'accident.readBrief': { zh: '查看简要案情全文', en: 'Read the whole brief of an accident' },
  'hazard.approve': { zh: '隐患研判通过', en: 'Approved a hazard' },
  'hazard.return': { zh: '隐患退回补正', en: 'Returned a hazard for correction' },
  'hazard.resubmit': { zh: '隐患补正后重报', en: 'Resubmitted a hazard' },
  'hazard.merge': { zh: '合并隐患', en: 'Merged a hazard' },
  'hazard.refuse': { zh: '隐患不予立项', en: 'Did not take on a hazard' },
  'hazard.notify': { zh: '签发抄告', en: 'Notified the responsible unit' },
  'hazard.sign': { zh: '登记签收', en: 'Recorded the receipt' },
  'hazard.recordReceipt': { zh: '补登回执', en: 'Recorded a late receipt' },
  'hazard.handOver': { zh: '移交隐患', en: 'Handed a hazard over' },
  'hazard.progress': { zh: '填报整改进展', en: 'Reported progress of a remedy' },
  'hazard.requestAcceptance': { zh: '申请验收', en: 'Asked for acceptance' },
  'hazard.accept': { zh: '验收合格', en: 'Accepted a remedy' },
  'hazard.returnForRemedy': { zh: '验收退回整改', en: 'Returned for further remedy' },
  'hazard.close': { zh: '隐患销号', en: 'Closed a hazard' },
  'hazard.reopen': { zh: '隐患反弹重开', en: 'Reopened a hazard' },
  'hazard.resumeRemedy': { zh: '重新整改', en: 'Resumed the remedy' },
  'hazard.proposeListing': { zh: '提请挂牌', en: 'Proposed listing' },
  'hazard.recordListing': { zh: '登记挂牌', en: 'Recorded a listing' },
  'hazard.refuseListing': { zh: '登记未批准挂牌', en: 'Recorded a refused listing' },
  'hazard.delist': { zh: '摘牌', en: 'Delisted a hazard' },
  'hazard.requestExtension': { zh: '申请延期', en: 'Asked for an extension' },
  'hazard.grantExtension': { zh: '批准延期', en: 'Granted an extension' },
  'hazard.refuseExtension': { zh: '驳回延期', en: 'Refused an extension' },
  'hazard.controlTemporarily': { zh: '采取临时管控', en: 'Took temporary control' },
  'hazard.urge': { zh: '催办', en: 'Urged the responsible unit' },
  'hazard.reportToGovernment': { zh: '报告旗委、政府', en: 'Reported to the government' },
  'hazard.revisit': { zh: '回头看', en: 'Revisited a hazard' },
  'hazard.passToSquad': { zh: '交接中队', en: 'Passed a hazard to another squad' },
  'hazard.dismissReopening': { zh: '说明不必重开', en: 'Said why not to reopen' },
  'hazard.addPhoto': { zh: '上传隐患照片', en: 'Added a photo of a hazard' },
  'hazard.withdrawPhoto': { zh: '撤回隐患照片', en: 'Withdrew a photo of a hazard' },
  'hazard.maskPhoto': { zh: '标记照片已遮挡', en: 'Marked a photo as masked' },
  'hazard.correct': { zh: '批准更正隐患', en: 'Approved a correction of a hazard' },
  'holiday.set': { zh: '登记放假或调休', en: 'Entered a day off or a worked weekend' },
  'holiday.remove': { zh: '取消放假或调休登记', en: 'Took an entered day back' },
  'user.resetPassword': { zh: '重置密码', en: 'Reset a password' },
  'user.changePassword': { zh: '修改密码', en: 'Changed a password' },
  'session.lock': { zh: '账号因连错被锁定', en: 'Locked an account after wrong passwords' },
  'session.end': { zh: '结束一处登录', en: 'Ended one session' },
  'session.endAll': { zh: '结束全部登录', en: 'Ended all sessions' },
  'facility.decide': { zh: '销号时处置临时设施', en: 'Decided a facility at closing' },
  'hazard.takeBack': { zh: '移交退回', en: 'Took a hazard back' },
  'facility.inspect': { zh: '巡检设施', en: 'Inspected a facility' },
  'facility.repair': { zh: '办结设施维修', en: 'Finished a repair' },
  'stormRound.order': { zh: '恶劣天气后普查设施', en: 'Ordered a round after a storm' },
  'facilityGap.answer': { zh: '处置设施缺口', en: 'Answered a facility gap' },
  'screening.run': { zh: '筛查多发点段', en: 'Screened for hotspots' },
  'demo.load': { zh: '装入演示数据', en: 'Loaded the demo data' },
  'demo.remove': { zh: '删除演示数据', en: 'Removed the demo data' },
  'gisData.load': { zh: '装入随附路网', en: 'Loaded the road network' },
  'road.replaceGeometry': { zh: '更换道路线形', en: 'Replaced the line of a road' },
  'road.restakeSection': { zh: '改路段起止桩号', en: 'Changed the stakes of a section' },
  'road.recordsFollow': { zh: '记录随道路移动', en: 'Records followed a road' },
  'road.addAnchor': { zh: '标定公里桩', en: 'Set a kilometre post' },
  'road.changeAnchor': { zh: '改公里桩标定', en: 'Changed a kilometre post' },
  'road.endAnchor': { zh: '停用公里桩标定', en: 'Ended a kilometre post' },
  'road.addChainBreak': { zh: '登记断链', en: 'Recorded a chain break' },
  'road.changeChainBreak': { zh: '改断链', en: 'Changed a chain break' },
  'road.endChainBreak': { zh: '停用断链', en: 'Ended a chain break' },
}

const verbs: Readonly<Record<string, Text>> = {
  register: { zh: '登记', en: 'Registered' },
  place: { zh: '登记位置', en: 'Placed' },
  change: { zh: '更改', en: 'Changed' },
  correct: { zh: '更正', en: 'Corrected' },
  withdraw: { zh: '作废', en: 'Withdrew' },
  export: { zh: '导出', en: 'Exported' },
  read: { zh: '调阅', en: 'Read' },
  create: { zh: '新建', en: 'Created' },
  commit: { zh: '提交', en: 'Committed' },
  undo: { zh: '撤销', en: 'Undid' },
  drop: { zh: '丢弃', en: 'Dropped' },
  draft: { zh: '拟制', en: 'Drafted' },
  issue: { zh: '签发', en: 'Issued' },
  confirmPlace: { zh: '核定位置', en: 'Confirmed the place of' },
  unconfirmPlace: { zh: '撤回位置核定', en: 'Took back the confirmed place of' },
  requestCorrection: { zh: '申请更正', en: 'Asked to correct' },
  approveCorrection: { zh: '批准更正', en: 'Approved the correction of' },
  refuseCorrection: { zh: '驳回更正', en: 'Refused the correction of' },
  split: { zh: '拆分', en: 'Split' },
  mask: { zh: '遮挡', en: 'Masked' },
  add: { zh: '新增', en: 'Added' },
  lock: { zh: '锁定', en: 'Locked' },
  unlock: { zh: '解锁', en: 'Unlocked' },
  disable: { zh: '停用', en: 'Disabled' },
  enable: { zh: '启用', en: 'Enabled' },
  revoke: { zh: '撤销', en: 'Revoked' },
  remove: { zh: '删除', en: 'Removed' },
}

const other: Text = { zh: '其他', en: 'other' }
const handled: Text = { zh: '办理', en: 'Handled' }

export const objectWords = (objectType: string): Text => objects[objectType] ?? other

/** An act in an officer's words: 导出事故, 隐患销号. A verb that has no words yet is still told as having been done. */
export function actionWords(action: string): Text {
  const whole = acts[action]
  if (whole) return whole
  const [object = '', verb = ''] = action.split('.')
  const [what, done] = [objectWords(object), verbs[verb] ?? handled]
  return { zh: `${done.zh}${what.zh}`, en: `${done.en}: ${what.en}` }
}

const personKinds: Readonly<Record<string, Text>> = {
  sworn: { zh: '民警', en: 'officer' },
  civilian: { zh: '文职', en: 'civilian' },
  auxiliary: { zh: '协勤', en: 'auxiliary' },
}
export const personKindWords = (kind: string): Text => personKinds[kind] ?? other
