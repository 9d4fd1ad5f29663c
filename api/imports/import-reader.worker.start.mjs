// On Node 20 a worker does not take over the TypeScript loader of its parent, not even by execArgv: it registers its own.
import { register } from 'tsx/esm/api'

register()
await import('./import-reader.worker.ts')
