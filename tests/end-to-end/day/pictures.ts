import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Brigade } from './brigade.ts'

/** What the README shows; taken where the day is proven, so that they cannot lie. */
export const pictureFolder = '.build/day-pictures'

/** One set is enough: both homes show the same. */
export async function picture(page: Page, { home }: Brigade, name: string): Promise<void> {
  if (home !== 'embedded') return
  mkdirSync(pictureFolder, { recursive: true })
  await page.screenshot({ path: join(pictureFolder, `${name}.png`), animations: 'disabled' })
}
