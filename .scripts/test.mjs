// Plain JavaScript, because it runs before anything is installed: everything that must hold, on a fresh machine.
// Installs what the tests need (as root on Debian), then types, lint, format, and every suite; ends with one line of sums.
import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { promisify } from 'node:util'
import { buildWeb, compileService, install } from './ready.mjs'

const results = { passed: 0, failed: 0, skipped: 0 }

// A machine that was just set up may speak ASCII: browser and office program then lose every Chinese file name.
if (!/utf-?8/i.test(process.env.LC_ALL || process.env.LC_CTYPE || process.env.LANG || ''))
  process.env.LC_ALL = 'C.UTF-8'

const reports = '.build/test-reports'

const found = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0
const hasPostgis = () =>
  process.env.TEST_DATABASE_URL ||
  (existsSync('/usr/lib/postgresql') &&
    readdirSync('/usr/lib/postgresql').some((version) =>
      existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
    ))

const needs = [
  { what: 'PostGIS', has: hasPostgis, packages: ['postgresql', 'postgresql-postgis'], suites: 'api-server' },
  {
    what: 'Chromium',
    has: () => found('chromium', ['--version']),
    packages: ['chromium'],
    suites: 'end-to-end',
  },
  {
    what: 'LibreOffice',
    has: () => found('soffice', ['--version']),
    packages: ['libreoffice-calc'],
    suites: 'end-to-end',
  },
  {
    what: 'LibreOffice Writer',
    has: () => existsSync('/usr/lib/libreoffice/program/libswlo.so'),
    packages: ['libreoffice-writer'],
    suites: 'pure (Word files)',
  },
  {
    what: 'Poppler',
    has: () => found('pdftotext', ['-v']),
    packages: ['poppler-utils'],
    suites: 'pure (PDF pages)',
  },
  {
    what: 'Noto CJK',
    has: () => execFileSync('sh', ['-c', 'fc-list :lang=zh-cn 2>/dev/null | head -1']).length > 0,
    packages: ['fonts-noto-cjk', 'fontconfig'],
    suites: 'end-to-end',
  },
  {
    what: 'heif-enc',
    has: () => found('heif-enc', ['--help']),
    packages: ['libheif-examples'],
    suites: 'pure (HEIC)',
  },
  { what: 'GDAL', has: () => found('ogrinfo', ['--version']), packages: ['gdal-bin'], suites: 'end-to-end' },
]

async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await promisify(execFile)('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  })
}

/** Suites that cannot run here, because what they need is missing and may not be installed. */
async function installSystemPackages() {
  const missing = needs.filter(({ has }) => !has())
  if (missing.length === 0) return new Set()
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${missing.map(({ what }) => what).join(', ')} …`)
    await apt(['update'])
    await apt(['install', '-y', '--no-install-recommends', ...missing.flatMap(({ packages }) => packages)])
  }
  const still = needs.filter(({ has }) => !has())
  for (const { what, packages, suites } of still) {
    console.log(
      `NOT RUN: ${suites}, because ${what} is missing. Install: apt-get install ${packages.join(' ')}`,
    )
  }
  return new Set(still.map(({ suites }) => suites))
}

/** Says what it has to say in one piece, because two run side by side. */
async function check(name, bin, args) {
  const started = Date.now()
  const child = spawn(process.execPath, [`node_modules/${bin}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const [status] = await once(child, 'close')
  process.stdout.write(said)
  console.log(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  )
  results[status === 0 ? 'passed' : 'failed'] += 1
}

/** Types of everything that tsconfig.json includes, components or not, and the pages; beside the lint, which takes as long. */
async function checkTypesAndBuild() {
  const strictly = ['--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human']
  await check('types', 'svelte-check/bin/svelte-check', strictly)
  await check('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])
  await compileService()
  buildWeb()
}

async function checkLint() {
  const strictly = ['--config', '.config/eslint.config.js', '--max-warnings', '0', '.']
  await check('lint', 'eslint/bin/eslint.js', strictly)
}

async function suite(projects, more = []) {
  if (projects.length === 0) return
  const report = `${reports}/${projects[0]}.json`
  const names = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...names,
    ...reporters,
    ...more,
  ]
  const [status] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'close')
  const sums = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  results.passed += sums?.numPassedTests ?? 0
  results.failed += sums?.numFailedTests ?? 0
  results.skipped += (sums?.numPendingTests ?? 0) + (sums?.numTodoTests ?? 0)
  // A suite that broke before its first test has no failed test to show for it.
  if (status !== 0 && !sums?.numFailedTests) results.failed += 1
}

install()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
// The checks read only what is in the repository, and apt mostly waits for the network and the disk.
const packages = installSystemPackages()
const lint = checkLint()
await checkTypesAndBuild()
const unavailable = await packages
// Beside the rest of the lint, which takes longest of the checks.
await suite(['pure', 'web', 'api-embedded', 'api-server'].filter((name) => !unavailable.has(name)))
await lint
const canRunWhole = !unavailable.has('end-to-end') && !unavailable.has('api-server')
// A browser, a service and a database wait for each other, and a third of them uses the time.
await suite(canRunWhole ? ['end-to-end'] : [], ['--maxWorkers=3'])
console.log(
  `${results.passed} passed, ${results.failed} failed${results.skipped ? `, ${results.skipped} skipped` : ''}`,
)
process.exit(results.failed > 0 ? 1 : 0)
