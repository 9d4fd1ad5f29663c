import type { Text } from '../http/text.ts'

const ofReview = (zh: string, en: string): Text => ({
  zh: `台账里的${zh}与本系统不同，没有采用。立项后由研判岗位在该隐患上更正。`,
  en: `The ${en} differs and was not taken: once a hazard is taken on, a reviewer corrects it there.`,
})

const acts = {
  status: {
    zh: '台账里的状态与本系统不同，没有采用。请打开该隐患，用“立项、签收、报完工、验收、销号”等办理动作推进。',
    en: 'The status in the ledger differs and was not taken: open the hazard and use the acts of its life cycle.',
  },
  supervision_level: {
    zh: '台账里的督办级别与本系统不同，没有采用。请在该隐患上用“挂牌”或“解除挂牌”办理。',
    en: 'The supervision level differs and was not taken: list or delist the hazard instead.',
  },
  due_date: {
    zh: '台账里的整改时限与本系统不同，没有采用。已立项的隐患请用“延期”办理。',
    en: 'The time limit differs and was not taken: a hazard that was taken on needs an extension.',
  },
  temporary_control_text: {
    zh: '台账里的临时管控措施与本系统不同，没有采用。请在该隐患上登记临时管控。',
    en: 'The temporary control differs and was not taken: register it on the hazard.',
  },
  level: ofReview('隐患等级', 'level'),
  responsible_unit_code: ofReview('治理责任单位', 'responsible unit'),
  analysis: ofReview('成因分析', 'analysis'),
  advice: ofReview('整改建议', 'advice'),
  emergency_advice: ofReview('应急管理建议', 'emergency advice'),
} as const satisfies Record<string, Text>

const frozen: Readonly<Record<string, Text>> = {
  listed: {
    zh: '该隐患正在挂牌督办，台账里的改动没有采用。请先解除挂牌，再在隐患上修改。',
    en: 'The hazard is listed: nothing of the ledger was taken. Delist it first.',
  },
  70: {
    zh: '该隐患已销号，台账里的改动没有采用。确有反弹的，请用“反弹重开”。',
    en: 'The hazard is closed: nothing of the ledger was taken. Reopen it if it has come back.',
  },
  16: {
    zh: '该隐患已合并，台账里的改动没有采用。请改合并后的那一条。',
    en: 'The hazard was merged: nothing of the ledger was taken. Change the one it was merged into.',
  },
  17: {
    zh: '该隐患不予立项，台账里的改动没有采用。需要治理的，请重新上报。',
    en: 'The hazard was not taken on: nothing of the ledger was taken. Report it anew if needed.',
  },
}

export const ledgerMessages = {
  act: (column: keyof typeof acts): Text => acts[column],
  frozen: (why: number | 'listed'): Text => frozen[String(why)]!,
  otherRecord: (number: string, name: string): Text => ({
    zh: `本系统的 ${number} 是“${name}”，名称和地点都与本行不同，可能是别的系统的编号。请对照：是同一条就选“同一条”，不是就采用为新记录（另行编号）。`,
    en: `${number} is “${name}” here, another thing at another place; the number may be another system's. Say that it is the same, or take the row as a new record with a number of its own.`,
  }),
}
