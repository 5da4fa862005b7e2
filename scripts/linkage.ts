import { extract } from './linkage/extract.ts';
import { importReturn } from './linkage/import-return.ts';
import { layout } from './linkage/layout.ts';
import { match } from './linkage/match.ts';
import { helpText } from './linkage/help.ts';
import { runScript } from './lib/run-script.ts';

/** `npm run linkage -- extract | match | import | layout …`: the data linkage from the terminal. */
const commands: Readonly<Record<string, (words: string[]) => Promise<void>>> = {
  extract,
  match,
  import: importReturn,
  layout,
};

await runScript(async () => {
  const [name = '', ...words] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    console.log(helpText);
    if (name !== '' && name !== '--help') process.exitCode = 1;
    return;
  }
  await command(words);
});
