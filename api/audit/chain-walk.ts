/** One entry as the walk sees it: what it says of itself, and the hash its content gives at any place of the chain. */
export interface ChainLink {
  readonly sequence: number
  readonly hash: string
  readonly previousHash: string
  hashAs(sequence: number): string
}

/** The head of the chain as it was written down on a day. */
export interface Anchor {
  readonly day: string
  readonly sequence: number
  readonly entryHash: string
}

/** An entry by its place and its hash. */
export interface ChainPoint {
  readonly sequence: number
  readonly hash: string
}
const chainStart: ChainPoint = { sequence: 0, hash: '' }

interface Span {
  readonly from: number
  readonly to: number
}
export type ChainFinding =
  | (Span & { readonly kind: 'changed' })
  | (Span & { readonly kind: 'inserted' })
  | (Span & { readonly kind: 'unlinked' })
  | (Span & { readonly kind: 'missing' })
  | (Span & { readonly kind: 'moved'; readonly was: number })
  | (Span & { readonly kind: 'rewritten'; readonly day: string })
  | (Span & { readonly kind: 'cut'; readonly day: string })

/** A chain of a million forged entries is not told one by one. */
export const mostFindings = 200

const continues = (last: ChainFinding, next: ChainFinding): boolean =>
  last.kind === next.kind &&
  next.from === last.to + 1 &&
  (last.kind !== 'moved' || next.kind !== 'moved' || next.was - next.from === last.was - last.from) &&
  last.kind !== 'rewritten'

/**
 * Walks the chain link by link, with one link of foresight and no more memory than its findings. What was done to the
 * chain is told apart: a changed entry no longer gives its hash; a moved one gives it at its former place; an inserted
 * one is passed over by the link behind it; a removed one leaves a gap, or moves all that follow.
 */
export class ChainWalk {
  readonly findings: ChainFinding[] = []
  #anchors: Anchor[]
  #waiting: ChainLink | undefined
  #lastHash = ''
  #lastSequence = 0
  /** How far the entries here stand from where they were: 0 in a chain that holds. */
  #shift = 0
  #wasMoved = false
  #count = 0

  /** `start` is the last entry that was proved before: what lies before it was compared with its anchors then. */
  constructor(anchors: readonly Anchor[], start: ChainPoint = chainStart) {
    // The same anchor may come from the database and from the file beside it.
    const different = new Map(anchors.map((anchor) => [Object.values(anchor).join(), anchor]))
    this.#anchors = [...different.values()]
      .filter(({ sequence }) => sequence >= start.sequence)
      .sort((a, b) => a.sequence - b.sequence)
    this.#lastSequence = start.sequence
    this.#lastHash = start.hash
    this.#compareWithAnchors(start)
  }

  take(link: ChainLink): void {
    const before = this.#waiting
    this.#waiting = link
    if (before) this.#judge(before, link)
  }

  /** After the last link: what the anchors still expect was cut off. */
  finish(): {
    readonly findings: readonly ChainFinding[]
    readonly count: number
    readonly head: ChainPoint
  } {
    if (this.#waiting) this.#judge(this.#waiting, undefined)
    this.#waiting = undefined
    const cut = this.#anchors.at(-1)
    if (cut) this.#find({ kind: 'cut', from: this.#lastSequence + 1, to: cut.sequence, day: cut.day })
    const head = { sequence: this.#lastSequence, hash: this.#lastHash }
    return { findings: this.findings, count: this.#count, head }
  }

  #judge(link: ChainLink, next: ChainLink | undefined): void {
    this.#count++
    const { sequence } = link
    const hasGap = sequence > this.#lastSequence + 1
    if (hasGap) this.#find({ kind: 'missing', from: this.#lastSequence + 1, to: sequence - 1 })
    const isOwn = link.hashAs(sequence) === link.hash
    const follows = link.previousHash === this.#lastHash
    const was = isOwn ? sequence : this.#formerPlace(link)
    // Two that follow the same one: the first of them was slipped in.
    const isForeign = sequence < 1 || next?.previousHash === this.#lastHash
    if (was !== undefined && was !== sequence) this.#judgeMoved(link, was, { follows, hasGap, next })
    else if (isForeign) this.#find({ kind: 'inserted', from: sequence, to: sequence })
    else if (!isOwn) this.#find({ kind: 'changed', from: sequence, to: sequence })
    else if (!follows && !hasGap && !this.#wasMoved)
      this.#find({ kind: 'unlinked', from: sequence, to: sequence })
    this.#compareWithAnchors(link)
    this.#wasMoved = was !== undefined && was !== sequence
    this.#lastSequence = sequence
    // What was slipped in between is no predecessor of anything.
    if (!isForeign || this.#wasMoved) this.#lastHash = link.hash
  }

  #judgeMoved(
    { sequence }: ChainLink,
    was: number,
    seen: { readonly follows: boolean; readonly hasGap: boolean; readonly next: ChainLink | undefined },
  ): void {
    const expected = sequence + this.#shift
    const isRun = !seen.next || seen.next.hashAs(was + 1) === seen.next.hash
    if (!seen.follows && !seen.hasGap && was > expected && isRun)
      this.#find({ kind: 'missing', from: expected, to: was - 1 })
    this.#find({ kind: 'moved', from: sequence, to: sequence, was })
    this.#shift = was - sequence
  }

  /** Near places only: whoever takes out or slips in one entry moves the others by a few. */
  #formerPlace(link: ChainLink): number | undefined {
    const offsets = [this.#shift, ...Array.from({ length: 10 }, (_, i) => [i + 1, -i - 1]).flat()]
    const found = offsets.find((offset) => link.hashAs(link.sequence + offset) === link.hash)
    return found === undefined ? undefined : link.sequence + found
  }

  #compareWithAnchors({ sequence, hash }: ChainPoint): void {
    while (this.#anchors[0] && this.#anchors[0].sequence <= sequence) {
      const { day, sequence: anchored, entryHash } = this.#anchors.shift()!
      if (anchored === sequence && entryHash !== hash)
        this.#find({ kind: 'rewritten', from: sequence, to: sequence, day })
    }
  }

  #find(finding: ChainFinding): void {
    const index = this.findings.findLastIndex(({ kind }) => kind === finding.kind)
    const last = this.findings[index]
    if (last && continues(last, finding)) this.findings[index] = { ...last, to: finding.to } as ChainFinding
    else if (this.findings.length < mostFindings) this.findings.push(finding)
  }
}
