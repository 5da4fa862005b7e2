import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

// Runs in a server's process before the server's own code. A message asks for the longest time, in milliseconds, for which
// the thread that answers requests has worked without a pause since it was last asked. Plain JavaScript: the server's threads
// are handed it too, before they can read anything else.

/** Of this thread alone, where the system keeps it (Linux). */
const schedule = '/proc/thread-self/schedstat';

/**
 * Processor time, so that neither other processes nor the server's own threads count when they hold the processor. Elsewhere
 * the clock on the wall, which on an idle machine is the same.
 */
const workedMs = existsSync(schedule)
  ? () => Number(readFileSync(schedule, 'utf8').split(' ')[0]) / 1e6
  : () => performance.now();

if (isMainThread) {
  let last = workedMs();
  let longest = 0;
  // Between two ticks lies at least one turn of the event loop, and seldom more.
  const tick = () => {
    const now = workedMs();
    longest = Math.max(longest, now - last);
    last = now;
  };
  setInterval(tick, 1).unref();
  process.on('message', () => {
    tick();
    process.send?.(longest);
    longest = 0;
  });
  // A channel that is listened to would keep a server alive that has been asked to stop.
  process.channel?.unref();
}
