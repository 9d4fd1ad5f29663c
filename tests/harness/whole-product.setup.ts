import { execFileSync } from 'node:child_process'

/** Service and pages as they are shipped, made anew where a source changed. */
export function setup(): void {
  execFileSync(process.execPath, ['.scripts/ready.mjs'], { stdio: 'inherit' })
}
