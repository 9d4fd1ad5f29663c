import type { Page } from 'playwright-core'
import { loadAxe } from './browser.ts'

/** Texts of less than 7:1 against their ground in a part of the page, one line each. */
export async function faintTexts(page: Page, part: string): Promise<string[]> {
  await loadAxe(page)
  // The second rule leaves what the first would find to the first.
  return page.evaluate<string[]>(
    `axe.run(${JSON.stringify(part)}, { runOnly: ['color-contrast', 'color-contrast-enhanced'] }).then(({ violations }) =>
      violations.flatMap(({ nodes }) => nodes.map(({ target, any }) => target.join(' ') + ' ' + any[0]?.data?.contrastRatio)))`,
  )
}

/** What is pressed with a thumb and is lower or narrower than that: of a box to tick, its words count with it. */
export async function smallTargets(page: Page, part: string, least = 48): Promise<string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll(${JSON.stringify(part)} + ' :is(button, select, summary, a[href], input, textarea)')]
      .map((element) => [element, (element.type === 'radio' || element.type === 'checkbox' ? element.closest('label') : element)?.getBoundingClientRect()])
      .filter(([, box]) => box && box.width > 1 && (box.height < ${least} - 0.5 || box.width < ${least} - 0.5))
      .map(([element, box]) => element.tagName + ' ' + (element.textContent || element.id).trim().slice(0, 20) + ' ' + Math.round(box.width) + '×' + Math.round(box.height))`,
  )
}
