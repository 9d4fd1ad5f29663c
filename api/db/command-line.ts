import { existsSync } from 'node:fs'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { readConfig, type Config } from '../config.ts'
import { announceFailure } from '../http/announce.ts'

/** The frame of every command: settings as the service reads them, a refusal in words, a status for scripts. */
export function runCommand(
  options: NonNullable<ParseArgsConfig['options']>,
  command: (config: Config, values: Record<string, string | boolean | undefined>) => Promise<void>,
): void {
  const run = async () => {
    if (existsSync('.env')) process.loadEnvFile('.env')
    const { values } = parseArgs({ options })
    await command(readConfig(process.env), values as Record<string, string | boolean | undefined>)
  }
  run().catch((error: unknown) => {
    announceFailure(error, process.env.LOG_LEVEL === 'debug')
    process.exitCode = 1
  })
}
