import { describe, expect, test } from 'vitest'
import { buildRoadNetwork } from '../../../api/roads/network/road-network.ts'
import type { Road } from '../../../web/src/api/api-types.ts'
import { changesOf, rebase } from '../../../web/src/roads/line-changes.ts'
import { LineDraft } from '../../../web/src/roads/line-draft.svelte.ts'
import { editedRoadInput, editLine, postsOf, type LineStep } from '../../../web/src/roads/line-edits.ts'
import { stakeShifts } from '../../../web/src/roads/line-shifts.ts'
import { east, smallRoad } from './small-road.ts'

const post = (road: Road, id: string) => postsOf(road).find((each) => each.id === id)!
const draftOf = (road: Road) => new LineDraft(() => road)
const kinds = (draft: LineDraft) => draft.changes.map(({ kind }) => kind)

describe('keeping the line of a road', () => {
  test('a drag over many places is one act, and undoing it puts the post back', () => {
    const draft = draftOf(smallRoad())
    for (const metres of [5010, 5050, 5100])
      draft.put({ ...post(smallRoad(), 'a5'), point: east(metres) }, 'drag')
    draft.endGesture()
    expect([draft.steps.length, kinds(draft)]).toEqual([1, ['changePost']])
    draft.undo()
    expect(kinds(draft)).toEqual([])
  })

  test('two drags of one post are two acts but one change', () => {
    const draft = draftOf(smallRoad())
    draft.put({ ...post(smallRoad(), 'a5'), point: east(5010) }, 'drag')
    draft.endGesture()
    draft.put({ ...post(smallRoad(), 'a5'), point: east(5100) }, 'drag')
    expect([draft.steps.length, kinds(draft)]).toEqual([2, ['changePost']])
  })

  test('a post put back where it was is no change', () => {
    const draft = draftOf(smallRoad())
    draft.put({ ...post(smallRoad(), 'a5'), point: east(5100) })
    draft.put(post(smallRoad(), 'a5'))
    expect(kinds(draft)).toEqual([])
  })

  test('a new post that is ended again was never there', () => {
    const draft = draftOf(smallRoad())
    const id = draft.newId()
    draft.put({ ...post(smallRoad(), 'a5'), id, stake: 7000, point: east(7000) })
    expect(kinds(draft)).toEqual(['addPost'])
    draft.do({ kind: 'endPost', id })
    expect(kinds(draft)).toEqual([])
    expect(draft.selectedPost).toBeNull()
  })

  test('a post dragged 100 m along the road differs from its neighbours by about as much, and is to be looked at', () => {
    const draft = draftOf(smallRoad())
    expect(draft.judged.get('a5')).toMatchObject({ judgement: 'good' })
    draft.put({ ...post(smallRoad(), 'a5'), point: east(5100) }, 'drag')
    const { residual, judgement } = draft.judged.get('a5')!
    expect(residual).toBeCloseTo(100, -1)
    expect(judgement).toBe('look')
  })

  test('a post that would turn the stakes back is not used and called wrong', () => {
    const draft = draftOf(smallRoad())
    const id = draft.newId()
    draft.put({ ...post(smallRoad(), 'a5'), id, stake: 2000, point: east(8000) })
    expect(draft.judged.get(id)).toMatchObject({ used: false, judgement: 'wrong' })
  })

  test('what ends is sent first, then stakes and breaks, then the posts that depend on them', () => {
    const road = smallRoad()
    const draft = draftOf(road)
    draft.put({ ...post(road, 'a5'), id: draft.newId(), stake: 7000, point: east(7000) })
    draft.do({ kind: 'stakes', stakes: { sequence: 1, fromStake: 0, toStake: 10_500 } })
    draft.do({ kind: 'putJump', jump: { id: draft.newId(), atStake: 8000, jump: 500, note: null } })
    draft.put({ ...post(road, 'a5'), point: east(5100) })
    draft.do({ kind: 'endPost', id: 'a10' })
    expect(kinds(draft)).toEqual(['endPost', 'setStakes', 'addJump', 'changePost', 'addPost'])
  })

  test('while something is unsaved a newer answer of the service does not pull the line away', () => {
    let road = smallRoad()
    const draft = new LineDraft(() => road)
    draft.put({ ...post(road, 'a5'), point: east(5100) })
    road = smallRoad({ version: 2, anchors: [] })
    expect([draft.road.version, kinds(draft)]).toEqual([1, ['changePost']])
  })
})

describe('after a colleague was first', () => {
  const move = (road: Road): LineStep => ({
    kind: 'putPost',
    post: { ...post(road, 'a5'), point: east(5100) },
  })

  test('the moved post is found again by its stake, with its new id', () => {
    const before = smallRoad()
    const anchors = before.anchors.map((each) =>
      each.id === 'a5' ? { ...each, id: 'b5', point: east(5030) } : each,
    )
    const now = smallRoad({ version: 2, anchors })
    expect(changesOf(editLine(now, rebase([move(before)], before, now)))).toMatchObject([
      { kind: 'changePost', post: { id: 'b5', point: east(5100) } },
    ])
  })

  test('a post that the colleague ended is offered as a new one: nothing typed is lost', () => {
    const before = smallRoad()
    const now = smallRoad({ version: 2, anchors: before.anchors.filter(({ id }) => id !== 'a5') })
    expect(changesOf(editLine(now, rebase([move(before)], before, now)))).toMatchObject([
      { kind: 'addPost', post: { stake: 5000, point: east(5100) } },
    ])
  })

  test('an end that the colleague had already set is nothing more to do', () => {
    const before = smallRoad()
    const now = smallRoad({ version: 2, anchors: before.anchors.filter(({ id }) => id !== 'a5') })
    expect(rebase([{ kind: 'endPost', id: 'a5' }], before, now)).toEqual([])
  })
})

describe('what the same places are called, before and after', () => {
  const network = (road: Road, steps: readonly LineStep[]) =>
    buildRoadNetwork([editedRoadInput(road, editLine(road, steps))])

  test('a post moved 100 m east makes the stakes around it smaller, most at the post itself', () => {
    const road = smallRoad()
    const moved = { kind: 'putPost', post: { ...post(road, 'a5'), point: east(5100) } } as const
    const shifts = stakeShifts(network(road, []), network(road, [moved]), 'X1')
    const at5 = shifts.find(({ before }) => before === 5000)
    expect(at5?.after).toBeCloseTo(4902, -1)
    expect(shifts.every(({ before, after }) => after <= before && before - after <= 101)).toBe(true)
  })

  test('an unchanged line shifts nothing', () => {
    const road = smallRoad()
    expect(stakeShifts(network(road, []), network(road, []), 'X1')).toEqual([])
  })
})
