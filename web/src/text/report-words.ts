import type { Language } from './words.ts'

/** What the monthly report prints in Chinese only: headings, names of rows, units. */
const english: Readonly<Record<string, string>> = {
  路别: 'Class of road',
  国道: 'National',
  省道: 'Provincial',
  一级公路: 'First-class',
  县乡道: 'County and township',
  气田路: 'Gas field',
  镇区: 'Town',
  合计: 'Total',
  '排查一般隐患(项)': 'Minor found',
  '其中已整改(项)': 'Of these remedied',
  '整改率(%)': 'Remedied, %',
  '排查重大隐患(项)': 'Major found',
  '其中已整改销号(项)': 'Of these closed',
  '列入治理计划(项)': 'In the plan',
  '其中达到"五到位"(项)': 'With all five assurances',
  '挂牌督办(项)': 'Listed',
  '其中自治区级挂牌(项)': 'Listed by the region',
  '累计落实治理资金(万元)': 'Funds, 10,000 yuan',
  三个及时: 'In good time',
  中位数: 'Median',
  单位: 'Unit',
  计入项数: 'Tickets',
  说明: 'What is counted',
  '发现→登记': 'Found → registered',
  '登记→报告': 'Registered → reported',
  '报告→整改完成': 'Reported → remedied',
  时: 'hours',
  日: 'days',
  '及时发现:从发现到在本系统登记': 'Found in time: from finding it to entering it here',
  '及时报告:从登记到第一次抄告或报告旗委、政府':
    'Reported in time: from entering it to the first letter to the unit or the government',
  '及时治理:从报告到责任单位第一次申请验收':
    'Remedied in time: from the report to the unit’s first request for acceptance',
  '销号、按期、反弹': 'Closed, in time, relapsed',
  本期: 'This period',
  期末全部: 'All at its end',
  分子: 'Count',
  分母: 'Of',
  比率: 'Rate',
  '销号率(已销号/应销号)': 'Closed (closed / to be closed)',
  '按期率(时限内销号/曾销号)': 'In time (closed by the date / ever closed)',
  '反弹率(反弹重开/曾销号)': 'Relapsed (reopened / ever closed)',
}

/** A word of a printed table in the language of the page; numbers and names stay as they are. */
export const reportWord = (text: string, language: Language): string =>
  (language === 'en' ? english[text] : undefined) ?? text
