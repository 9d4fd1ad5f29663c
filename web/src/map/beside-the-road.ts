import type {
  DataDrivenPropertyValueSpecification,
  VariableAnchorOffsetCollectionSpecification,
} from 'maplibre-gl'

type Anchors = VariableAnchorOffsetCollectionSpecification

/** For a road that runs east and west: above or below it. */
const aboveOrBelow = (far: number) => [
  'bottom',
  [0, -far],
  'top',
  [0, far],
  'bottom-left',
  [0.3, -far],
  'top-right',
  [-0.3, far],
  'bottom-right',
  [-0.3, -far],
  'top-left',
  [0.3, far],
]

/** For a road that runs north and south: to its right or left. */
const rightOrLeft = (far: number) => [
  'left',
  [far, 0],
  'right',
  [-far, 0],
  'top-left',
  [far, 0.3],
  'bottom-right',
  [-far, -0.3],
  'bottom-left',
  [far, -0.3],
  'top-right',
  [-far, 0.3],
]

/** Names stand square to the road they belong to (`bearing`): close to it if there is room, further off if not. Distances in ems. */
export function besideTheRoad(
  ...distances: readonly number[]
): DataDrivenPropertyValueSpecification<Anchors> {
  const both = (near: (far: number) => unknown[], then: (far: number) => unknown[]) => [
    'literal',
    [...distances.flatMap(near), ...distances.slice(-1).flatMap(then)],
  ]
  const runsEastWest = ['all', ['>', ['get', 'bearing'], 45], ['<', ['get', 'bearing'], 135]]
  const expression = ['case', runsEastWest, both(aboveOrBelow, rightOrLeft), both(rightOrLeft, aboveOrBelow)]
  return expression as unknown as DataDrivenPropertyValueSpecification<Anchors>
}

/** Around a point without a bearing. */
export function around(...distances: readonly number[]): Anchors {
  return distances.flatMap((far) => [...rightOrLeft(far), ...aboveOrBelow(far)]) as Anchors
}
