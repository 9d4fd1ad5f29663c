import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [svelte()],
  build: {
    outDir: here('../.build/web'),
    emptyOutDir: true,
    target: 'es2022',
    // A file written into the script as a data: address is refused by the page's own policy.
    assetsInlineLimit: 0,
    // The map library is one indivisible piece of about 1 MB, and changes less often than ours.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'map-library', test: /node_modules\/maplibre-gl/ }] } },
    },
  },
  server: {
    port: Number(process.env.WEB_PORT ?? 5173),
    fs: { allow: [here('..')] },
    proxy: { '/api': { target: process.env.API_URL ?? 'http://127.0.0.1:3000' } },
  },
})
