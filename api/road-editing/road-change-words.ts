import type { Text } from '../http/text.ts'

export interface RoadChangeMade {
  readonly actorName: string
  readonly action: string
}

/** What was done to a road, as its other editor is told. */
const deeds: Readonly<Record<string, Text>> = {
  'road.change': { zh: '更正了登记内容', en: 'corrected its facts' },
  'road.replaceGeometry': { zh: '重绘线形', en: 'drew its line anew' },
  'road.restakeSection': { zh: '更正了起止桩号', en: 'corrected the stakes of a section' },
  'road.addAnchor': { zh: '新增了标定点', en: 'added an anchor' },
  'road.changeAnchor': { zh: '修改了标定点', en: 'changed an anchor' },
  'road.endAnchor': { zh: '停用了标定点', en: 'ended an anchor' },
  'road.addChainBreak': { zh: '登记了断链', en: 'entered a chain break' },
  'road.changeChainBreak': { zh: '更正了断链', en: 'changed a chain break' },
  'road.endChainBreak': { zh: '停用了断链', en: 'ended a chain break' },
  'road.import': { zh: '导入了线形', en: 'imported its line' },
}
const somethingElse: Text = { zh: '修改了它', en: 'changed it' }

/** “李某重绘线形、新增了标定点；王某登记了断链”: everyone once, each deed once. */
export function roadChangesInWords(changes: readonly RoadChangeMade[]): Text {
  const byActor = new Map<string, Set<Text>>()
  for (const { actorName, action } of changes)
    byActor.set(actorName, (byActor.get(actorName) ?? new Set()).add(deeds[action] ?? somethingElse))
  const told = [...byActor]
  return {
    zh: told.map(([actor, done]) => actor + [...done].map(({ zh }) => zh).join('、')).join('；'),
    en: told.map(([actor, done]) => `${actor} ${[...done].map(({ en }) => en).join(', ')}`).join('; '),
  }
}
