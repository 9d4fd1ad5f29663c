// Plain JavaScript, because it runs before anything is installed: brings a fresh clone to the point where
// `npm start` can start. Installs only when package-lock.json changed, builds the web app only when its sources did.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  install()
  if (!process.argv.includes('--install-only')) buildWeb()
}
