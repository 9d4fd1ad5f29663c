// Plain JavaScript, because it runs before anything is installed: brings a fresh clone to the point where
// `npm start` can start. Installs only when package-lock.json changed; compiles the service and builds the web app only
// when their sources did.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
const windows = process.platform === 'win32'

function requireNode() {
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`需要 Node.js 20.19 或更高版本，当前是 ${process.version}。`)
  console.error(`Node.js 20.19 or later is needed; this is ${process.version}.`)
  process.exit(1)
}

function run(command, args, env = {}) {
  execFileSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
    env: { ...process.env, ...env },
  })
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* files(path)
    else yield path
  }
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update(readFileSync(path))
  return hash.digest('hex')
}

function isStamped(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value
}

export function install() {
  requireNode()
  const stamp = join('node_modules', '.installed')
  const wanted = fingerprint(['package-lock.json'])
  if (isStamped(stamp, wanted)) return
  console.log('正在安装依赖…… Installing packages …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { NODE_ENV: 'development' })
  writeFileSync(stamp, wanted)
}

export function buildWeb() {
  const sources = ['web', 'api', 'gis-data'].flatMap((folder) => [...files(folder)])
  const stamp = join('.build', 'web.stamp')
  const wanted = fingerprint(['package-lock.json', ...sources])
  if (isStamped(stamp, wanted) && existsSync(join('.build', 'web', 'index.html'))) return
  console.log('正在构建页面…… Building the web app …')
  rmSync(stamp, { force: true })
  run(process.execPath, [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'web/vite.config.ts',
    '--logLevel',
    'warn',
  ])
  mkdirSync('.build', { recursive: true })
  writeFileSync(stamp, wanted)
}

const compiled = join('.build', 'service')

/** Imports between our own files stay imports, of what they are compiled to; packages stay where they are. */
const mirrored = {
  name: 'mirrored',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: path.replace(/\.ts$/, '.js'), external: true },
    ),
}

/** File by file, so that each still lies where its sources say, and a trace names it. The types are checked elsewhere. */
export async function compileService() {
  const folders = ['api', 'migrations']
  const stamp = join('.build', 'service.stamp')
  const wanted = fingerprint([
    'package-lock.json',
    'package.json',
    ...folders.flatMap((folder) => [...files(folder)]),
  ])
  if (isStamped(stamp, wanted) && existsSync(join(compiled, 'api', 'main.js'))) return
  rmSync(stamp, { force: true })
  // Beside the last one: a service that runs from it goes on, and starts its threads, while this is written.
  const draft = `${compiled}.draft-${process.pid}`
  const { build } = await import('esbuild')
  await build({
    entryPoints: folders.map((folder) => `${folder}/**/*.ts`),
    outbase: '.',
    outdir: draft,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    bundle: true,
    packages: 'external',
    plugins: [mirrored],
    logLevel: 'warning',
  })
  rmSync(compiled, { recursive: true, force: true })
  renameSync(draft, compiled)
  writeFileSync(stamp, wanted)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  install()
  await compileService()
  if (!process.argv.includes('--service-only')) buildWeb()
}
