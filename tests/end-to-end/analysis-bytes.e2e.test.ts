import { build, type Rollup } from 'vite'
import { describe, expect, test } from 'vitest'
import { analysisBytes } from '../fixtures/hotspots/analysis-bytes.ts'
import { openBrowser } from './browser.ts'

/** The service's own files, put into one that a browser can run. */
async function forBrowser(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: {
        entry: new URL('../fixtures/hotspots/analysis-bytes.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'hotspots',
      },
    },
  })
  const [bundle] = (Array.isArray(built) ? built : [built]) as Rollup.RollupOutput[]
  return bundle!.output[0].code
}

describe('what the service works out', () => {
  test('a browser works out too, to the last digit', async () => {
    const code = await forBrowser()
    const browser = await openBrowser({ drawsMap: false })
    try {
      const page = await browser.newPage()
      const there = await page.evaluate<string[]>(`${code}; hotspots.analysisBytes()`)
      const here = analysisBytes()
      expect(there.length).toBe(here.length)
      expect(there).toEqual(here)
      expect(here.join().length).toBeGreaterThan(100_000)
    } finally {
      await browser.close()
    }
  })
})
