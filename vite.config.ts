import { vitePlugin as remix } from '@remix-run/dev';
import { NodePackageImporter } from 'sass';
import { defineConfig } from 'vite';

import options from './remix.config.js';

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: false;
  }
}

export default defineConfig({
  plugins: [remix(options)],
  css: {
    preprocessorOptions: {
      // govuk-frontend's fonts and images resolve only through sass's own package importer.
      scss: { api: 'modern-compiler', importers: [new NodePackageImporter()], quietDeps: true },
    },
  },
  // Server code only: the development server, which looks through every import of a route, must not prepare it.
  optimizeDeps: { exclude: ['@node-rs/argon2', 'better-sqlite3'] },
  build: { target: 'es2022', assetsInlineLimit: 0 },
});
