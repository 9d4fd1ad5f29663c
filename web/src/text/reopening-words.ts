import { pair } from './pair.ts'

export const reopeningWords = pair(
  {
    title: '建议重开',
    listTitle: (count: number) => `已销号、建议重开的隐患 ${count} 处`,
    accident: (date: string, killed: number, injured: number) =>
      `${date}发生事故${killed ? `，死亡 ${killed} 人` : ''}${injured ? `，受伤 ${injured} 人` : ''}`,
    apart: '，',
    distance: (metres: number) => (metres === 0 ? '在隐患路段内' : `距隐患 ${metres} 米`),
    within: '销号后 12 个月内、200 米范围内又有人伤亡，请判断隐患是否反弹。',
    revisit: (date: string) => `${date}回头看发现反弹`,
    revisitText: '回头看结果为反弹，请判断是否重开。',
    see: '查看这起事故',
    reopen: '重开',
    dismiss: '不重开',
    dismissReason: '不重开的理由',
    dismissConfirm: '确认不重开',
    reasonFor: (text: string) => `${text}，隐患反弹。`,
    openTicket: '打开隐患',
  },
  {
    title: 'Reopening proposed',
    listTitle: (count: number) => `${count} closed hazards to reopen or not`,
    accident: (date: string, killed: number, injured: number) =>
      `Accident on ${date}${killed ? `, ${killed} killed` : ''}${injured ? `, ${injured} injured` : ''}`,
    apart: ', ',
    distance: (metres: number) => (metres === 0 ? 'within the stretch' : `${metres} m from the hazard`),
    within: 'People were hurt within 200 m and 12 months of closing. Decide whether the hazard is back.',
    revisit: (date: string) => `Found back at the check on ${date}`,
    revisitText: 'The later check found it back. Decide whether to reopen it.',
    see: 'See the accident',
    reopen: 'Reopen',
    dismiss: 'Do not reopen',
    dismissReason: 'Why it is not reopened',
    dismissConfirm: 'Confirm: do not reopen',
    reasonFor: (text: string) => `${text}: the hazard is back.`,
    openTicket: 'Open the hazard',
  },
)
