import { buildTemplate } from './embedded-home.ts'

/** Run beside the first tests, which need no database: one core would wait for the other otherwise. */
await buildTemplate(process.argv[2]!, 'demo')
