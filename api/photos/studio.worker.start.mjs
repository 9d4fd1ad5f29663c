// A process of its own does not take over the TypeScript loader of its parent: it registers its own.
import { register } from 'tsx/esm/api'

register()
await import('./studio.worker.ts')
