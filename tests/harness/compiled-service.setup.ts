import { execFileSync } from 'node:child_process'

/** What runs as a process of its own is the service as it is shipped: compiled anew where a source changed. */
export function setup(): void {
  execFileSync(process.execPath, ['.scripts/ready.mjs', '--service-only'], { stdio: 'inherit' })
}
