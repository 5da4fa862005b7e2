import { benchPages } from './bench/pages.ts';
import { benchStatistics } from './bench/statistics.ts';
import { runScript } from './lib/run-script.ts';

/** `npm run bench` measures the pages and the statistics; `npm run bench -- pages` or `-- statistics` one of them. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  pages: benchPages,
  statistics: benchStatistics,
};

await runScript(async () => {
  const [chosen] = process.argv.slice(2);
  if (chosen !== undefined && parts[chosen] === undefined) {
    throw new Error(`There is no ${chosen} to measure: pages, statistics, or nothing for both.`);
  }
  for (const [name, bench] of Object.entries(parts)) {
    if (chosen !== undefined && chosen !== name) continue;
    console.log(`\n${name}\n`);
    await bench();
  }
});
