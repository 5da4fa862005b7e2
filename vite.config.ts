import { vitePlugin as remix } from '@remix-run/dev';
import { NodePackageImporter } from 'sass';
import { defineConfig } from 'vite';

import options from './remix.config.js';

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: false;
  }
}

/**
 * What pages share comes in two files, not in forty of a few hundred bytes: they compress better together, and the
 * list of files that every page carries stays short. Everything else Rollup divides by itself.
 */
const sharedFiles = [
  {
    name: 'framework',
    holds: /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run)\//,
  },
  {
    name: 'components',
    holds:
      /\/app\/components\/(govuk|forms|lists)\/|\/app\/forms\/(date-boxes|field-props|form-values)\.ts$/,
  },
];

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(options)],
  css: {
    preprocessorOptions: {
      // govuk-frontend's fonts and images resolve only through sass's own package importer.
      scss: { api: 'modern-compiler', importers: [new NodePackageImporter()], quietDeps: true },
    },
  },
  // Lets the bundler leave out Remix's code for a way of fetching that is switched off.
  define: {
    'window.__remixContext.future.v3_singleFetch': String(options.future.v3_singleFetch),
  },
  // Server code only: the development server, which looks through every import of a route, must not prepare it.
  optimizeDeps: { exclude: ['@node-rs/argon2', 'better-sqlite3'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rollupOptions: {
      output:
        isSsrBuild === true
          ? { inlineDynamicImports: true }
          : { manualChunks: (id) => sharedFiles.find(({ holds }) => holds.test(id))?.name },
    },
  },
}));
