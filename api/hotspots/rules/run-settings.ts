/** Metres, and how many accidents (itself included) make a place off the network dense. */
export interface ClusterRule {
  readonly radius: number
  readonly minimum: number
}
export const clusterRule: ClusterRule = { radius: 250, minimum: 3 }

/** Roads with accidents at random that the fullest place of a road is compared with. */
export const usualSimulations = 999
