import type { Text } from '../../http/text.ts'

export const accidentSquad: Text = {
  zh: '事故中队民警或大队领导',
  en: 'Accident squad officer or brigade leader',
}
export const draftsman: Text = {
  zh: '中队或事故中队文职',
  en: 'Civilian staff of a squad or of the accident squad',
}
export const leader: Text = { zh: '大队领导', en: 'Brigade leader' }
export const office: Text = {
  zh: '内务、事故中队、文职或大队领导',
  en: 'Office, accident squad, civilian staff or brigade leader',
}
export const anySquad: Text = { zh: '各中队人员，含协勤、文职', en: 'Anyone of a squad' }
export const checker: Text = { zh: '督察或事故中队', en: 'Inspection or accident squad' }
