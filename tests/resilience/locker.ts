import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { tryLockFolder } from '../../api/db/folder-lock.ts'

/** Tries for the folder at the given instant, says the outcome and stays until it is killed. */
const [folder, instant] = process.argv.slice(2)
writeSync(1, 'ready\n')
await pause(Math.max(0, Number(instant) - Date.now() - 20))
while (Date.now() < Number(instant));
writeSync(1, 'lock' in tryLockFolder(folder!) ? 'result won\n' : 'result refused\n')
await pause(60_000)
