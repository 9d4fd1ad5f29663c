import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'

export interface TestCluster {
  readonly url: string
  stop(): Promise<void>
}

const versions = '/usr/lib/postgresql'

function binaries(): string {
  const installed = existsSync(versions)
    ? readdirSync(versions)
        .map(Number)
        .sort((a, b) => b - a)
    : []
  const usable = installed.find((version) => version >= 15 && existsSync(`${versions}/${version}/bin/initdb`))
  if (usable) return `${versions}/${usable}/bin`
  throw new Error(
    'The server tests need PostgreSQL 15 with PostGIS (Debian: apt-get install postgresql-15-postgis-3), ' +
      'or TEST_DATABASE_URL naming a server where databases may be created.',
  )
}

/** initdb and postgres refuse to run as root. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

function startServer(
  bin: string,
  data: string,
  port: number,
  user: { uid?: number; gid?: number },
): ChildProcess {
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
    'jit=off',
  ]
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-k',
    data,
    ...settings.flatMap((s) => ['-c', s]),
  ]
  // A test run that is killed must not leave a server behind.
  const dies = existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'QUIT'] : []
  const [command, ...rest] = [...dies, join(bin, 'postgres'), ...args]
  return spawn(command!, rest, { ...user, cwd: data, stdio: 'ignore' })
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const probe = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined })
    try {
      await probe`select 1`
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await pause(100)
    } finally {
      await probe.end({ timeout: 1 })
    }
  }
}

/** A throw-away cluster in the run's own folder, without fsync: nothing in it outlives the run. */
export async function startTestCluster(runFolder: string): Promise<TestCluster> {
  const bin = binaries()
  const user = serverUser()
  const data = join(runFolder, 'cluster')
  mkdirSync(data, { mode: 0o700 })
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid!)
  const initArgs = ['-D', data, '-U', 'otog', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  execFileSync(join(bin, 'initdb'), initArgs, { ...user, cwd: data, stdio: 'ignore' })
  const port = await freePort()
  const server = startServer(bin, data, port, user)
  const exited = new Promise<void>((resolve) => server.on('exit', () => resolve()))
  const url = `postgres://otog@127.0.0.1:${port}/postgres`
  await untilReady(url)
  const stop = async () => {
    server.kill('SIGQUIT')
    await exited
  }
  return { url, stop }
}
