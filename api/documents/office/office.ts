/** Who writes the documents, as the brigade itself fills it in: nothing of it is built into a letter. */
export interface Office {
  /** 发文机关标志, e.g. 鄂托克旗公安局交通管理大队文件 */
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
  readonly phone: string
  /** 抄送 of letters about hazards */
  readonly copyTo: string
  /** Printed at the head of every page; empty for none. */
  readonly watermark: string
}

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
  phone: '',
  copyTo: '旗安委办',
  watermark: '',
}
