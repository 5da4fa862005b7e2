import { register } from 'tsx/esm/api';

// `--import tsx` reads TypeScript on the first thread of a process only; another has to ask for it.
register();
await import('./worker-thread.ts');
