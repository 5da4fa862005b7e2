/**
 * Imported first: React and Remix choose their fast, silent builds by NODE_ENV when they are loaded, and a site must
 * not be slow and talkative because somebody forgot to set it.
 */
const environment: Record<string, string | undefined> = process.env;

environment.NODE_ENV ??= process.argv.includes('--dev') ? 'development' : 'production';
