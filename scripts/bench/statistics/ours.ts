import { createInterface } from 'node:readline';

import { makeDesign, type Kind } from './designs.ts';
import { works, type WorkName } from './works.ts';

/**
 * Our side of the statistics benchmark, in a process of its own so that its memory is its own: makes the design named on
 * the command line, says "ready", and then answers one line for each line asked, as theirs.R does.
 */
const [work, kind, rows, columns] = process.argv.slice(2);
const run = works[work as WorkName](makeDesign(kind as Kind, Number(rows), Number(columns)));
console.log('ready');

let last: readonly number[] = [];
for await (const line of createInterface({ input: process.stdin })) {
  const [word, count] = line.split(' ');
  if (word === 'time') {
    const before = process.cpuUsage();
    for (let i = 0; i < Number(count); i += 1) last = run();
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1e6 / Number(count));
  }
  if (word === 'answers') console.log(last.join(' '));
  if (word === 'memory') console.log(process.resourceUsage().maxRSS / 1024);
}
