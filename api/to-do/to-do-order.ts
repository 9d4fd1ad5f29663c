import type { ToDoItem } from './to-do.schema.ts'

const ownFirst = (a: ToDoItem, b: ToDoItem) => Number(b.isOwnSquad) - Number(a.isOwnSquad)
const far = Number.MAX_SAFE_INTEGER
const byDue = (a: ToDoItem, b: ToDoItem) => (a.daysLeft ?? far) - (b.daysLeft ?? far)
const byWaiting = (a: ToDoItem, b: ToDoItem) => (b.waitingDays ?? -1) - (a.waitingDays ?? -1)
const byKey = (a: ToDoItem, b: ToDoItem) =>
  (a.number ?? '').localeCompare(b.number ?? '') || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** The own squad's first; then what is most pressing; then what has waited longest. */
export function inOrder(items: readonly ToDoItem[]): ToDoItem[] {
  return [...items].sort((a, b) => ownFirst(a, b) || byDue(a, b) || byWaiting(a, b) || byKey(a, b))
}
