import { expect, test } from 'vitest'
import { spacedPosts, type MapPost } from '../../../web/src/map/map-posts.ts'

const post = (id: string, lon: number, isForemost = false): MapPost => ({
  id,
  point: [lon, 39],
  label: id,
  title: id,
  tone: 'good',
  isEnded: false,
  isForemost,
})
const pixels = ({ point }: MapPost) => ({ x: point[0], y: 0 })
const ids = (posts: readonly MapPost[]) => posts.map(({ id }) => id)

test('posts too close to be grasped give way to those before them', () => {
  expect(ids(spacedPosts([post('a', 0), post('b', 20), post('c', 60)], pixels, 44))).toEqual(['a', 'c'])
})

test('a post being worked on is shown however crowded it is, and the others give way to it', () => {
  expect(ids(spacedPosts([post('a', 0), post('b', 20, true), post('c', 80)], pixels, 44))).toEqual(['b', 'c'])
})
