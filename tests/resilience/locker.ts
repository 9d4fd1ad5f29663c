import { existsSync, readFileSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { tryLockFolder } from '../../api/db/folder-lock.ts'

/** Tries for the folder at the instant that the signal file names, says the outcome and stays until it is killed. */
const [folder, signal] = process.argv.slice(2)
writeSync(1, 'ready\n')
while (!existsSync(signal!)) await pause(5)
const instant = Number(readFileSync(signal!, 'utf8'))
await pause(Math.max(0, instant - Date.now() - 20))
while (Date.now() < instant);
writeSync(1, 'lock' in tryLockFolder(folder!) ? 'result won\n' : 'result refused\n')
await pause(60_000)
