import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './harness/longest-first.ts'

const root = new URL('..', import.meta.url).pathname
const apiTests = ['tests/**/*.api.test.ts']
/** Both homes give the same rows: that an office program opens what is made of them is asked once. */
const onServerOnly = ['tests/api/letters/office-program.api.test.ts']
/** `isolate: false` throughout: one process runs many files, and loads the service's seven hundred modules once. */
const home = (name: 'embedded' | 'server') => ({
  root,
  test: {
    name: `api-${name}`,
    include: apiTests,
    exclude: name === 'embedded' ? onServerOnly : [],
    env: { OTOG_TEST_HOME: name },
    globalSetup: ['tests/harness/compiled-service.setup.ts', `tests/harness/${name}-home.setup.ts`],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks' as const,
    isolate: false,
    // After the tests that need no database, while its templates are built.
    sequence: { groupOrder: 1 },
  },
})

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: {
          name: 'pure',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.{api,web,e2e}.test.ts'],
          // Bombs are unpacked and counted; a crowded machine takes longer.
          testTimeout: 20_000,
          isolate: false,
        },
      },
      home('embedded'),
      home('server'),
      {
        root,
        plugins: [svelte()],
        test: { name: 'web', include: ['tests/**/*.web.test.ts'], isolate: false },
      },
      {
        root,
        test: {
          name: 'end-to-end',
          include: ['tests/{end-to-end,resilience}/**/*.e2e.test.ts'],
          globalSetup: ['tests/harness/whole-product.setup.ts', 'tests/harness/embedded-home.setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 30_000 } },
          pool: 'forks',
        },
      },
    ],
  },
})
