import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { askOwner } from '../db/backup-channel.ts'
import { runCommand } from '../db/command-line.ts'
import { DatabaseRefusal } from '../db/database-refusal.ts'
import { findLockOwner } from '../db/folder-lock.ts'
import { openDatabase } from '../db/open-database.ts'
import { engineFolder } from '../db/open-embedded.ts'
import { hasAnchors } from './audit-chain.queries.ts'
import { auditMessages } from './audit-messages.ts'
import type { Verification } from './audit.schema.ts'
import { verifyChain } from './verify-chain.commands.ts'

async function verifyHere(config: Config): Promise<Verification> {
  const { db, close } = await openDatabase({ ...config, deadlineMs: 0 })
  try {
    if (!(await hasAnchors(db))) throw new DatabaseRefusal(auditMessages.notMigrated())
    return await verifyChain(db, { at: new Date(), anchorFile: config.auditAnchorFile })
  } finally {
    await close()
  }
}

/** Only the owner of the folder can read the database, so a running service proves its own trail. */
async function verifyFolder(config: Config): Promise<Verification> {
  if (!existsSync(engineFolder(config.dataFolder)))
    throw new DatabaseRefusal(auditMessages.noDatabase(resolve(config.dataFolder)))
  const owner = findLockOwner(config.dataFolder)
  if (!owner) return verifyHere(config)
  const verification = await askOwner<Verification>(config.dataFolder, { task: 'verifyAudit' })
  if (!verification) throw new DatabaseRefusal(auditMessages.ownerDoesNotAnswer(owner.pid))
  return verification
}

runCommand({}, async (config) => {
  const { holds, text, findings } = config.databaseUrl ? await verifyHere(config) : await verifyFolder(config)
  for (const line of [text, ...findings.map((finding) => finding.text)]) console.log(`${line.zh}\n${line.en}`)
  if (!holds) process.exitCode = 1
})
