/** A kilometre post as the map shows it while a line is kept; its tone is also said in its title. */
export interface MapPost {
  readonly id: string
  readonly point: readonly [lon: number, lat: number]
  readonly label: string
  readonly title: string
  readonly tone: 'good' | 'look' | 'wrong'
  readonly isEnded: boolean
  /** Selected or touched: shown however crowded it is. */
  readonly isForemost: boolean
}

interface Pixel {
  readonly x: number
  readonly y: number
}

/** Posts that can be told apart and grasped: the foremost first, then each that keeps its distance from those before. */
export function spacedPosts(
  posts: readonly MapPost[],
  pixelOf: (post: MapPost) => Pixel,
  spacing: number,
): MapPost[] {
  const shown: { readonly post: MapPost; readonly at: Pixel }[] = []
  const first = [...posts].sort((a, b) => Number(b.isForemost) - Number(a.isForemost))
  for (const post of first) {
    const at = pixelOf(post)
    const isCrowded = shown.some((other) => Math.hypot(other.at.x - at.x, other.at.y - at.y) < spacing)
    if (post.isForemost || !isCrowded) shown.push({ post, at })
  }
  return shown.map(({ post }) => post)
}
