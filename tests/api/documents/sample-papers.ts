import sharp from 'sharp'
import type { Block, Paper, Picture, WritePaper, Writing } from '../../../api/documents/paper.ts'

/** As long as officers really write them. */
export const longText =
  '运煤专线与主线平面交叉，支线未设置减速让行标志标线，夜间无照明，重型货车左转切入；主线纵坡3.8%连续下坡2.1公里，弯道视距不足110米，冬季桥面易结冰，沙尘暴天气能见度低于50米，近三年该路段发生一般程序交通事故9起，造成4人死亡、11人受伤、直接财产损失38.6万元。'

export async function written(write: WritePaper, paper: Paper, writing?: Writing): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of write(paper, writing)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const receipt: Block = {
  kind: 'form',
  rows: [
    {
      fields: [
        { label: '函号', value: '鄂公交隐函〔2026〕7号' },
        { label: '签收日期', value: '' },
      ],
    },
    {
      fields: [
        { label: '签收单位（盖章）', value: '' },
        { label: '签收人', value: '' },
      ],
      lines: 2,
    },
    { fields: [{ label: '整改措施', value: '' }], lines: 3 },
  ],
}

export const letter: Paper = {
  title: '抄告函',
  layout: 'letter',
  watermark: '演示数据',
  blocks: [
    {
      kind: 'letterhead',
      organ: '鄂托克旗公安局交通管理大队文件',
      number: '鄂公交隐函〔2026〕7号',
      signer: '王某某',
    },
    { kind: 'title', text: '关于抄告国道109线1046公里+200米至1047公里+900米路段道路交通安全隐患的函' },
    { kind: 'paragraph', at: 'flush', text: '旗交通运输局：' },
    { kind: 'paragraph', text: `我大队在“大警示、大排查、大整改”专项行动中发现：${longText}` },
    { kind: 'heading', level: 1, text: '一、治理建议' },
    { kind: 'heading', level: 2, text: '（一）平交路口' },
    { kind: 'heading', level: 3, text: '1. 渠化' },
    { kind: 'paragraph', text: longText },
    { kind: 'attachments', names: ['现场照片', '位置示意图'] },
    { kind: 'signature', organ: '鄂托克旗公安局交通管理大队', date: '2026年3月12日' },
    { kind: 'cutLine', text: '回　执' },
    receipt,
    { kind: 'copies', to: ['旗应急管理局', '旗安委办'] },
  ],
}

const columns: readonly (readonly [string, number])[] = [
  ['序号', 3],
  ['隐患编号', 6],
  ['道路名称及编号', 6],
  ['桩号（起—止）/方向', 7],
  ['所在苏木镇（嘎查）', 5],
  ['隐患类型', 5],
  ['隐患主要情况', 14],
  ['近三年事故（起/死/伤）', 5],
  ['隐患等级', 3.5],
  ['督办级别', 3.5],
  ['治理责任单位', 6],
  ['责任人', 4],
  ['行业主管单位', 6],
  ['治理措施', 10],
  ['治理资金（万元）', 5],
  ['完成时限', 6],
  ['已采取临时管控措施', 9],
  ['应急管理建议', 9],
  ['治理进展', 6],
  ['备注', 4],
]

const rowOf = (number: number): string[] => [
  String(number),
  `鄂交隐〔2026〕${String(number).padStart(4, '0')}`,
  'G109京拉线（国道）',
  'K1046+200—K1047+900 双向',
  '棋盘井镇（阿尔巴斯嘎查）',
  'C1平交路口、F6、E5积沙',
  longText,
  '9起/4死/11伤',
  '重大',
  '旗级',
  '鄂托克旗交通运输局',
  '王某某',
  '旗住房和城乡建设局',
  '增设信号灯1套、渠化、照明12盏，支线设减速让行标志标线',
  '86.00',
  '2026-06-30',
  '爆闪灯4盏、警示标牌4块、减速振动标线2组',
  '落实24小时值守，恶劣天气分流至S216',
  '整改中（方案已批）',
  `第${number}条结束`,
]

/** All twenty columns of the list for the government. */
export const list = (rows: number): Paper => ({
  title: '挂牌督办清单',
  layout: 'list',
  watermark: '内部资料 注意保存',
  blocks: [
    { kind: 'title', text: '鄂托克旗挂牌督办道路交通安全隐患清单' },
    {
      kind: 'spread',
      parts: [
        '填报单位：鄂托克旗交管大队（盖章）',
        '填报日期：2026年12月5日',
        '统计截止：2026年12月3日',
        '单位：处、万元',
      ],
    },
    {
      kind: 'table',
      columns: columns.map(([header, width]) => ({ header, width })),
      rows: Array.from({ length: rows }, (_, index) => rowOf(index + 1)),
      totals: ['合计', `${rows}处`, ...Array<string>(18).fill('')],
    },
    { kind: 'spread', parts: ['单位负责人（签字）：', '审核人：', '填报人：', '联系电话：0477-XXXXXXX'] },
    { kind: 'note', text: '筛选条件：全部　统计口径：一般程序　校验码：0123456789abcdef' },
  ],
})

export const photo = (width: number, height: number, red = 200): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: red, g: 120, b: 90 } } })
    .jpeg()
    .toBuffer()

export const picture = (caption: string, bytes: Uint8Array, size: readonly [number, number]): Picture => ({
  caption,
  widthPixels: size[0],
  heightPixels: size[1],
  type: 'jpg',
  read: () => Promise.resolve(bytes),
})

export async function form(): Promise<Paper> {
  const [wide, tall] = await Promise.all([photo(1600, 1200), photo(900, 1600, 90)])
  return {
    title: '一患一档',
    layout: 'form',
    blocks: [
      { kind: 'title', text: '道路交通安全隐患一患一档' },
      {
        kind: 'form',
        rows: [
          { fields: [{ label: '隐患名称', value: 'G109运煤专线平交路口' }] },
          {
            fields: [
              { label: '等级', value: '重大' },
              { label: '督办级别', value: '旗级' },
              { label: '时限', value: '2026-06-30' },
            ],
          },
          { fields: [{ label: '主要情况', value: longText }], lines: 3 },
          { fields: [{ label: '验收意见', value: '' }], lines: 6 },
        ],
      },
      {
        kind: 'pictures',
        perRow: 3,
        pictures: [
          picture('治理前：由东向西', wide, [1600, 1200]),
          picture('治理前：竖拍', tall, [900, 1600]),
          picture('治理后', wide, [1600, 1200]),
        ],
      },
      { kind: 'pictures', perRow: 2, pictures: [picture('远景', wide, [1600, 1200])] },
      { kind: 'pageBreak' },
      { kind: 'title', text: '第二张表' },
      { kind: 'paragraph', text: longText },
    ],
  }
}
