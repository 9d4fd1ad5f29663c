import { placeColumns } from './standing-match.ts'

/** Columns by the words of the list, for messages. */
const names: Readonly<Record<string, string>> = {
  occurred_at: '发生时间',
  place_text: '地点',
  killed: '死亡人数',
  injured: '受伤人数',
  seriously_injured: '重伤人数',
  loss_yuan: '财产损失',
  form: '事故形态',
  cause_class: '认定原因',
  weather: '天气',
  light: '照明条件',
  direction: '方向',
  procedure: '程序',
  is_statistical: '是否统计',
  township: '乡镇',
  squad_code: '中队',
  brief: '简要案情',
  title: '隐患名称',
  description: '隐患情况',
  level: '等级',
  status: '状态',
  due_date: '时限',
  quantity: '数量',
  state: '设施状态',
}

export const columnName = (column: string): string =>
  names[column] ?? ((placeColumns as readonly string[]).includes(column) ? '位置' : column)
