import { sheet } from './sheet-layout.ts'

/** All sheets one below the other in one drawing that needs nothing else: it opens in a browser and in Inkscape. */
export function sheetFile(sheets: ParentNode, title: string): string {
  const drawings = [...sheets.querySelectorAll('svg')]
  const height = sheet.height * drawings.length
  const millimetres = (units: number) => `${units / sheet.perMillimetre}mm`
  const parts = drawings.map((drawing, index) => {
    const copy = drawing.cloneNode(true) as SVGSVGElement
    copy.setAttribute('y', String(index * sheet.height))
    copy.setAttribute('width', String(sheet.width))
    copy.setAttribute('height', String(sheet.height))
    for (const part of [copy, ...copy.querySelectorAll('*')]) part.removeAttribute('class')
    return new XMLSerializer().serializeToString(withoutComments(copy))
  })
  const named = title.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${millimetres(sheet.width)}" height="${millimetres(height)}" viewBox="0 0 ${sheet.width} ${height}"><title>${named}</title>${parts.join('')}</svg>
`
}

/** The framework marks its places with comments, which mean nothing in a file. */
function withoutComments(drawing: SVGSVGElement): SVGSVGElement {
  const walker = document.createTreeWalker(drawing, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
  return drawing
}
