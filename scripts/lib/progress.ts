const WIDTH = 30;

let shown = '';

/** A bar that stays in its line on a terminal; elsewhere a line for each step. */
export function showProgress(done: number, total: number, label: string): void {
  if (!process.stdout.isTTY) {
    if (label !== shown) console.log(`${label} …`);
    shown = label;
    return;
  }
  const part = total === 0 ? 1 : done / total;
  const bar = '█'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '░');
  process.stdout.write(
    `\r${bar} ${String(Math.floor(part * 100)).padStart(3)}% ${label.padEnd(40)}`,
  );
  if (done >= total) process.stdout.write('\n');
}
