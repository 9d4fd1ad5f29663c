import { writeSync } from 'node:fs'
import { openDatabase } from '../../api/db/open-database.ts'

/** A first start that says when the slow part begins, to be killed within it. */
await openDatabase({ dataFolder: process.argv[2]!, onProgress: () => writeSync(1, 'progress\n') })
