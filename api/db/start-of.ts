/**
 * What a thread or a process of its own begins with. A compiled module can be run as it lies; one in TypeScript needs
 * the loader of its parent, which Node 20 does not hand on: beside it lies `NAME.start.mjs`, which registers it first.
 */
export const startOf = (name: string, from: string): URL =>
  new URL(from.endsWith('.ts') ? `./${name}.start.mjs` : `./${name}.js`, from)
