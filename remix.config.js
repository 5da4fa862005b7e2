/**
 * Options of the Remix framework. Remix's Vite commands do not read this file by themselves:
 * vite.config.ts imports it. Why each flag is as it is: docs/decisions/0002-remix-v2-past-its-end-of-life.md
 */
export default {
  appDirectory: 'app',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_lazyRouteDiscovery: false,
    v3_singleFetch: false,
    unstable_optimizeDeps: true,
  },
};
