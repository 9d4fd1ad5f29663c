type Handler = (event: DragEvent) => void

interface FileDrop {
  readonly isOver: boolean
  readonly enter: Handler
  readonly leave: Handler
  readonly over: Handler
  readonly take: Handler
}

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

/** Files may be let go anywhere on the page; without this the browser would leave the page and show the file. */
export function newFileDrop(ontake: (files: File[]) => void): FileDrop {
  // Every element under way is entered before the last one is left.
  let depth = $state(0)
  const guarded =
    (handle: Handler): Handler =>
    (event) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      handle(event)
    }
  return {
    get isOver() {
      return depth > 0
    },
    enter: guarded(() => depth++),
    leave: guarded(() => (depth = Math.max(0, depth - 1))),
    over: guarded(({ dataTransfer }) => {
      if (dataTransfer) dataTransfer.dropEffect = 'copy'
    }),
    take: guarded(({ dataTransfer }) => {
      depth = 0
      ontake([...(dataTransfer?.files ?? [])])
    }),
  }
}
