import { runAnalyse } from './analyse/run-analyse.ts';

/**
 * `npm run -s analyse -- <subject> <file.csv> …`: the statistics of the product on a CSV file of the reader's own. Results
 * go to standard output, errors to standard error; docs/analyse.md explains layouts, fields and exit codes.
 */
const { INIT_CWD: typedIn, npm_lifecycle_event: npmScript } = process.env;
// npm starts its scripts in the project's folder, but a file is named from the folder one stands in.
if (npmScript === 'analyse' && typedIn !== undefined) process.chdir(typedIn);

// A reader such as `head` may have enough before everything is printed.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { exitCode, output, errors } = await runAnalyse(process.argv.slice(2));
if (output !== '') process.stdout.write(`${output}\n`);
if (errors !== '') process.stderr.write(`analyse: ${errors}\n`);
process.exitCode = exitCode;
