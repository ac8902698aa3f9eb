/**
 * How src/ becomes out/: main and the core's process as ES modules for Node, preload as one CommonJS file (a sandboxed preload can load
 * nothing else), the renderer as a web page without inline scripts. Packages in "dependencies" stay outside main's bundle and are shipped
 * in node_modules; everything in "devDependencies" that the renderer uses is bundled.
 */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { nodeEntries, urlsInBundle } from './build/scripts/lib/node-entries.ts'

const root = import.meta.dirname
const entries = nodeEntries(root)

export default defineConfig({
  main: {
    plugins: [urlsInBundle(root, entries)],
    build: {
      sourcemap: true,
      rolldownOptions: {
        input: entries,
        // One folder, so that a worker's file lies beside whichever chunk starts it.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    plugins: [react()],
    build: {
      minify: true,
      sourcemap: true,
      // Fonts and images stay files: the page's policy allows no data: URL but for images.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Read from disk or from this machine, never over a network.
      chunkSizeWarningLimit: 4_000,
    },
    // resources/locales lies outside the renderer's root.
    server: { host: '127.0.0.1', fs: { allow: ['../../src', '../../resources', '../../node_modules'] } },
  },
})
