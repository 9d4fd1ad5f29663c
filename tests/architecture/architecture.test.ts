import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* filesUnder(path)
    else if (/\.(ts|svelte)$/.test(entry.name)) yield path
  }
}

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const importPattern =
  /(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|import\s+['"]([^'"]+)['"]/g

/** What a file imports: paths from the root for ours, bare names for packages. */
function importsOf(path: string): string[] {
  return [...read(path).matchAll(importPattern)].map((match) => {
    const target = (match[1] ?? match[2] ?? match[3])!
    return target.startsWith('.')
      ? relative(root, join(root, dirname(path), target)).replaceAll('\\', '/')
      : target
  })
}

const api = [...filesUnder('api')]
const web = [...filesUnder('web')]
const tests = [...filesUnder('tests')]

/** Left may not know right. */
const tiers = [
  ['db', 'http'],
  ['audit', 'auth'],
  ['areas', 'photos'],
  ['roads'],
  ['accidents'],
  ['statistics', 'documents', 'exports'],
  ['hazards'],
  ['facilities'],
  ['hotspots'],
  ['gaps'],
  [
    ...['supervision', 'imports', 'tiles', 'road-editing', 'locating', 'search', 'demo'],
    ...['to-do', 'patrol', 'surroundings', 'inspection', 'letters', 'reports'],
  ],
]
const featureOf = (path: string) => path.split('/')[1]!
const tierOf = (path: string) => tiers.findIndex((tier) => tier.includes(featureOf(path)))
const roles = [
  'schema',
  'table',
  'queries',
  'commands',
  'routes',
  'middleware',
  'command-line',
  'worker',
  'writer',
]
const roleOf = (path: string) => /\.([a-z-]+)\.ts$/.exec(path)?.[1]
const isTopFile = (path: string) => /^api\/(main|app|services|client|config)\.ts$/.test(path)
const isInfrastructure = (path: string) => /^api\/(db|http)\//.test(path)
const isPure = (path: string) => !isTopFile(path) && !isInfrastructure(path) && roleOf(path) === undefined

const offences = (paths: readonly string[], offends: (path: string) => string[]) =>
  paths.flatMap((path) => offends(path).map((what) => `${path}: ${what}`))

describe('the house', () => {
  test('every file of the service belongs to a known feature and carries a known role', () => {
    const strangers = offences(
      api.filter((path) => !isTopFile(path)),
      (path) => [
        ...(tierOf(path) < 0 ? ['unknown feature'] : []),
        ...(roleOf(path) && !roles.includes(roleOf(path)!) ? [`unknown role ${roleOf(path)}`] : []),
      ],
    )
    expect(strangers).toEqual([])
  })

  test('imports between features go one way', () => {
    const wrong = offences(
      api.filter((path) => !isTopFile(path)),
      (path) =>
        importsOf(path)
          .filter((target) => target.startsWith('api/') && !isTopFile(target))
          .filter(
            (target) =>
              tierOf(target) > tierOf(path) ||
              (tierOf(target) === tiers.length - 1 && featureOf(target) !== featureOf(path)),
          )
          .map((target) => `imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('a file without a role is pure: no I/O, no clock, no random, no database', () => {
    const allowedPackages = ['zod', 'gcoord', 'proj4', '@turf/turf', 'kysely:type']
    const impure = offences(api.filter(isPure), (path) => {
      const text = read(path)
      const clock = /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|process\.|fetch\(/.exec(text)
      const imports = importsOf(path).filter((target) => {
        if (target.startsWith('api/'))
          return (
            /\.(queries|commands|routes|table|middleware|worker|command-line)\.ts$/.test(target) &&
            !isTypeImport(text, target)
          )
        return !allowedPackages.includes(target) && !isTypeImport(text, target)
      })
      return [...(clock ? [`uses ${clock[0]}`] : []), ...imports.map((target) => `imports ${target}`)]
    })
    expect(impure.filter((line) => !line.startsWith('api/auth/require-permission.ts'))).toEqual([])
  })

  test('what is worked out for hotspots uses no function whose last digit each engine chooses', () => {
    const chosen =
      /Math\.(?:exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|sinh|cosh|tanh|asin|acos|atan|atan2|cbrt|hypot)\b|\*\* /
    const analysis = api.filter((path) => path.startsWith('api/hotspots/analysis/'))
    expect(analysis.length).toBeGreaterThan(40)
    const offending = analysis.filter((path) =>
      read(path)
        .split('\n')
        .some((line) => !/^\s*(\*|\/[*/])/.test(line) && chosen.test(line)),
    )
    expect(offending).toEqual([])
  })

  test('SQL is written in queries, in db and in migrations only', () => {
    const wrong = offences(
      api.filter((path) => !isInfrastructure(path) && roleOf(path) !== 'queries'),
      (path) => (/\bsql(<[^`]*>)?`/.test(read(path)) ? ['has SQL'] : []),
    )
    expect(wrong).toEqual([])
  })

  test('routes neither query nor catch', () => {
    const wrong = offences(
      api.filter((path) => roleOf(path) === 'routes'),
      (path) =>
        /\bcatch\b|\.selectFrom\(|\.insertInto\(|\.updateTable\(/.test(read(path))
          ? ['queries or catches']
          : [],
    )
    expect(wrong).toEqual([])
  })

  test('the web takes from the service only the client, schemas and pure files', () => {
    const wrong = offences(web, (path) =>
      importsOf(path)
        .filter((target) => target.startsWith('api/') && target !== 'api/client.ts')
        .filter(
          (target) =>
            roleOf(target) !== 'schema' &&
            !isPure(target) &&
            !/^api\/http\/(text|[a-z-]+\.schema)\.ts$/.test(target),
        )
        .filter((target) => !isTypeImport(read(path), target))
        .map((target) => `imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('features of the web import the map and the kit, not each other', () => {
    const shared = ['map', 'ui', 'text', 'api', 'state']
    const wrong = offences(
      web.filter(
        (path) =>
          path.startsWith('web/src/') && path.split('/').length > 3 && !path.startsWith('web/src/app/'),
      ),
      (path) =>
        importsOf(path)
          .filter((target) => target.startsWith('web/src/') && target.split('/').length > 3)
          .filter(
            (target) =>
              target.split('/')[2] !== path.split('/')[2] && !shared.includes(target.split('/')[2]!),
          )
          .map((target) => `imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('files stay small: 250 lines, tests 400', () => {
    const long = [...api, ...web, ...tests]
      .map((path) => ({
        path,
        lines: read(path).split('\n').length - 1,
        limit: path.startsWith('tests/') ? 400 : 250,
      }))
      .filter(({ lines, limit }) => lines > limit)
      .map(({ path, lines }) => `${path}: ${lines} lines`)
    expect(long).toEqual([])
  })

  test('every file that a README points to is there', () => {
    const lost = ['', 'api/', 'web/', 'migrations/', 'tests/', 'gis-data/'].flatMap((folder) =>
      [...read(`${folder}README.md`).matchAll(/`([\w-]+(?:\/[\w.-]+)+)`/g)]
        .map((match) => match[1]!)
        .filter((path) => /\.(ts|svelte|css|json|geojson)$/.test(path))
        .filter((path) => ![folder, ''].some((from) => existsSync(join(root, from, path))))
        .map((path) => `${folder}README.md: ${path}`),
    )
    expect(lost).toEqual([])
  })

  test('every package is named in a README with its reason', () => {
    const reasons = ['api', 'web', 'tests'].map((folder) => read(`${folder}/README.md`)).join('\n')
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as {
      dependencies: Record<string, string>
      devDependencies: Record<string, string>
    }
    const unnamed = Object.keys({ ...dependencies, ...devDependencies })
      .filter((name) => !name.startsWith('@types/'))
      .filter((name) => !reasons.includes(name.split('/').at(-1)!))
    expect(unnamed).toEqual([])
  })

  test('nothing is called utils, helpers, common, misc or manager, and no index.ts re-exports', () => {
    const drawers = [...api, ...web, ...tests].filter((path) =>
      /(^|\/)(utils?|helpers?|common|misc|managers?)(\/|[.-])|\/index\.ts$/.test(path),
    )
    expect(drawers).toEqual([])
  })

  test('migrations are dated and import nothing of ours', () => {
    const wrong = offences([...filesUnder('migrations')], (path) => [
      ...(/^migrations\/\d{4}(_\d\d){2}_\d{4}_[a-z_]+\.ts$/.test(path) ? [] : ['is not dated']),
      ...importsOf(path).filter((target) => target !== 'kysely'),
    ])
    expect(wrong).toEqual([])
  })

  test('named exports only', () => {
    const wrong = [...api, ...web, ...tests].filter(
      (path) => !path.endsWith('.config.ts') && /^export default /m.test(read(path)),
    )
    expect(wrong).toEqual([])
  })
})

function isTypeImport(text: string, target: string): boolean {
  const name = target
    .split('/')
    .at(-1)!
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const statements = [
    ...text.matchAll(new RegExp(`import\\s+(type\\s)?[^;'"]*?from\\s+['"][^'"]*${name}['"]`, 'g')),
  ]
  return statements.length > 0 && statements.every((match) => match[1] !== undefined)
}
