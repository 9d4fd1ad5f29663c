/** 依据: a row of the picklist from which a letter takes its legal basis. */
export interface LegalBasis {
  readonly id: string
  /** What the picklist shows. */
  readonly name: string
  /** As it stands between 根据 and 规定. */
  readonly wording: string
  /** Where the wording is from, or who is to confirm it. */
  readonly source: string
  /** Chosen where nobody chooses. */
  readonly isUsual: boolean
}

/** Who writes the documents, as the brigade itself fills it in: nothing of it is built into a letter. */
export interface Office {
  /** 发文机关标志 of reports upwards, e.g. 鄂托克旗公安局交通管理大队文件; letters bear the plain name of the organ. */
  readonly letterhead: string
  /** 落款 */
  readonly organ: string
  /** 填报单位 of lists */
  readonly fillingUnit: string
  /** 发文机关代字 of letters to units (函) and of reports upwards. */
  readonly letterPrefix: string
  readonly reportPrefix: string
  /** 主送 of reports */
  readonly reportTo: string
  /** 签发人 of reports upwards */
  readonly signer: string
  readonly unitHead: string
  readonly reviewer: string
  readonly compiler: string
  readonly contact: string
  readonly phone: string
  /** 抄送 of letters about hazards, several of them separated by 、 */
  readonly copyTo: string
  /** 督办单位 that reports propose, where no listing names one. */
  readonly supervisingBody: string
  /** To whom 催办 goes once the unit and its head did not answer. */
  readonly safetyCommittee: string
  /** 专项行动 that is on; empty for none. */
  readonly campaign: string
  /** Working days a unit has to answer. */
  readonly replyDays: number
  readonly legalBases: readonly LegalBasis[]
  /** 结尾用语 of reports upwards. */
  readonly reportClosing: string
  /** Printed at the head of every page; empty for none. */
  readonly watermark: string
}

const bases: readonly LegalBasis[] = [
  {
    id: 'roadTraffic29',
    name: '道路交通安全法第二十九条（报告政府、提出建议）',
    wording: '《中华人民共和国道路交通安全法》第二十九条',
    source: '《中华人民共和国道路交通安全法》第二十九条第二款',
    isUsual: true,
  },
  {
    id: 'roadTraffic30',
    name: '道路交通安全法第三十条（损毁时先行管控、通知养护部门）',
    wording: '《中华人民共和国道路交通安全法》第三十条',
    source: '条文待大队核对',
    isUsual: false,
  },
  {
    id: 'highwayProtection',
    name: '公路安全保护条例',
    wording: '《公路安全保护条例》有关',
    source: '条款待大队核对',
    isUsual: false,
  },
  {
    id: 'stateCouncil2012',
    name: '国发〔2012〕30号（政府挂牌督办整改）',
    wording: '《国务院关于加强道路交通安全工作的意见》（国发〔2012〕30号）有关',
    source: '国发〔2012〕30号，条款待大队核对',
    isUsual: false,
  },
]

export const defaultOffice: Office = {
  letterhead: '鄂托克旗公安局交通管理大队文件',
  organ: '鄂托克旗公安局交通管理大队',
  fillingUnit: '鄂托克旗交管大队',
  letterPrefix: '鄂公交隐函',
  reportPrefix: '鄂公交发',
  reportTo: '旗委、旗人民政府',
  signer: '',
  unitHead: '',
  reviewer: '',
  compiler: '',
  contact: '',
  phone: '',
  copyTo: '旗安委办',
  supervisingBody: '旗安全生产委员会',
  safetyCommittee: '旗安委办',
  campaign: '',
  replyDays: 3,
  legalBases: bases,
  reportClosing: '妥否，请批示。',
  watermark: '',
}
