import { runAnalyse } from './analyse/run-analyse.ts';

/**
 * `npm run -s analyse -- <subject> <file.csv> …`: the statistics of the product on a CSV file of the reader's own. Results
 * go to standard output, errors to standard error; docs/analyse.md explains layouts, fields and exit codes.
 */
const { exitCode, output, errors } = await runAnalyse(process.argv.slice(2));
if (output !== '') process.stdout.write(`${output}\n`);
if (errors !== '') process.stderr.write(`analyse: ${errors}\n`);
process.exitCode = exitCode;
