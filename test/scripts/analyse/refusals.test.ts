import { describe, expect, it } from 'vitest';

import { runAnalyse } from '../../../scripts/analyse/run-analyse.ts';
import { subjects } from '../../../scripts/analyse/subjects.ts';
import { csvFile, fileOf, referenceFile } from './files.ts';
import { resultOf, runProcess } from './run-process.ts';

const clients = referenceFile('clients.csv');
const teams = referenceFile('teams.csv');

async function expectRefused(args: readonly string[], exitCode: 1 | 2, words: string) {
  expect(await runAnalyse(args)).toEqual({
    exitCode,
    output: '',
    errors: expect.stringContaining(words) as string,
  });
}

describe.concurrent('the command', () => {
  it('prints a refusal to standard error only, with exit code 1', async () => {
    const args = ['model', 'nowhere.csv', '--outcome', 'y', '--terms', 'x', '--json'];
    expect(await runProcess(args)).toEqual({
      exitCode: 1,
      output: '',
      errors: 'analyse: there is no file nowhere.csv\n',
    });
  });

  it('prints wrong use to standard error only, with exit code 2', async () => {
    expect(await runProcess(['modle', 'x.csv'])).toEqual({
      exitCode: 2,
      output: '',
      errors: `analyse: there is no subject modle; there are ${Object.keys(subjects).join(', ')}\n`,
    });
  });
});

describe('a file that cannot be analysed', () => {
  const model = (file: string, ...more: string[]) => [
    ...['model', file, '--outcome', 'y', '--terms', 'x', ...more],
  ];

  it.each([
    ['is empty', '', 'the file is empty: it must have a header row'],
    ['has a header only', 'y,x\n', 'the file has no rows under its header'],
    ['is not UTF-8', Buffer.from('y,x\n1,caf\xe9\n', 'latin1'), 'must be a CSV file in UTF-8'],
    ['ends inside a character', Buffer.from([0x79, 0x0a, 0xc3]), 'must be a CSV file in UTF-8'],
    ['holds a null character', 'y,x\n1,\0\n', 'must be a CSV file in UTF-8'],
    ['has a short row', 'y,x\n1,2\n0\n', 'line 3 must have 2 cells, not 1 cell'],
    ['has a long row', 'y,x\n1,2,3\n', 'line 2 must have 2 cells, not 3 cells'],
    ['has an empty line inside', 'y,x\n1,2\n\n0,1\n', 'line 3 must have 2 cells, not 1 cell'],
    ['leaves a quotation open', 'y,x\n1,"2\n0,1\n', 'cannot be read as CSV near line'],
    ['lacks a column', 'y,z\n1,2\n', 'the file has no column x; it has y, z'],
    ['names a column twice', 'y,x,x\n1,2,3\n', 'the header row names x twice'],
    ['has a column without a name', 'y,x,\n1,2,3\n', 'column 3 has no name in the header row'],
    ['has an impossible outcome', 'y,x\n1,2\n2,3\n', 'y, line 3: "2" must be 0 or 1'],
    ['has a word for an outcome', 'y,x\nyes,2\n', 'y, line 2: "yes" must be 0 or 1'],
    ['mixes kinds', 'y,x\n1,2\n0,"1,5"\n', 'x: line 2 has "2" and line 3 has "1,5"'],
  ])('that %s is refused', async (_, content, words) => {
    await expectRefused(model(fileOf(content)), 1, words);
  });

  it.each(['"1,5"', 'NaN', 'NA', 'Infinity', '1e400', '0x10', '1 000'])(
    'since it has %s for a number is refused with column and line',
    async (cell) => {
      const text = cell.replaceAll('"', '');
      const words = `x, line 3: "${text}" must be a number such as 12 or 0.5; an answer not known is an empty cell`;
      await expectRefused(model(fileOf(`y,x\n1,2\n0,${cell}\n`), '--numeric', 'x'), 1, words);
    },
  );

  it('refuses a factor that tells every client apart, within a moment', async () => {
    const rows = Array.from({ length: 6000 }, (_, i) => `${i % 2},${i % 3},client ${i}`);
    const file = fileOf(`y,x,id\n${rows.join('\n')}\n`);
    const args = ['model', file, '--outcome', 'y', '--terms', 'x,id'];
    await expectRefused(args, 1, 'id has 6000 categories in 6000 rows; a factor may have 200');
  });

  it('refuses a reference that no row has, and says which there are', async () => {
    const file = fileOf('y,x\n1,Women\n0,Men\n');
    const words = '--reference x=Banana must name one of Men, Women';
    await expectRefused(model(file, '--reference', 'x=Banana'), 1, words);
  });

  it('names the folder it was given instead', async () => {
    await expectRefused(model(import.meta.dirname), 1, 'is a folder, not a file');
  });

  it.each([
    ['relate', 'team,clients,job_entries\nA,10,11\n', 'job_entries, line 2: 11 are more than 10'],
    ['relate', 'team,clients,job_entries\nA,10,1\nA,9,1\n', 'team, line 3: A stands there twice'],
    ['relate', 'team,clients,job_entries\nA,10,\n', 'job_entries, line 2: must be known'],
    ['relate', 'team,clients\nA,10\n', 'the file has no column job_entries'],
    [
      'relate',
      'team,clients,job_entries,integration\nA,10,1,highest\n',
      'one of low, medium, high',
    ],
    ['relate', 'team,clients,job_entries,item_3\nA,10,1,6\n', 'item_3, line 2: "6" must be'],
    ['funnel', 'team,clients,job_entries\nA,0,0\n', 'clients, line 2: must be at least 1'],
    [
      'funnel',
      'team,clients,job_entries,expected\nA,9,3,9\n',
      'expected, line 2: 9 is not under 9',
    ],
    [
      'agreement',
      'review,item,reviewer_a,reviewer_b\n1,1,6,2\n',
      'reviewer_a, line 2: "6" must be',
    ],
    ['agreement', 'review,item,reviewer_a,reviewer_b\n1,1,3,2\n1,1,3,2\n', 'item, line 3: 1 of'],
  ])('by %s is refused: %j', async (subject, content, words) => {
    await expectRefused([subject, fileOf(content)], 1, words);
  });

  it('has totals of fidelity that are no sums of items', async () => {
    const items = Array.from({ length: 25 }, (_, index) => `item_${index + 1}`);
    const file = csvFile(`team,clients,job_entries,fidelity,${items.join(',')}`, [
      ['A', 20, 5, 76, ...items.map(() => 3)],
    ]);
    await expectRefused(
      ['relate', file],
      1,
      'fidelity, line 2: 76 is not the sum of its items, 75',
    );
  });

  it('has points of nobody, or more successes than people', async () => {
    const chart = ['--chart', 'p', '--successes', 's', '--n', 'n'];
    await expectRefused(
      ['spc', fileOf('s,n\n0,0\n'), ...chart],
      1,
      'n, line 2: must be at least 1',
    );
    await expectRefused(['spc', fileOf('s,n\n3,2\n'), ...chart], 1, 's, line 2: 3 are more than 2');
  });
});

describe('wrong use', () => {
  const base = ['model', clients, '--outcome', 'job_start', '--terms', 'sex,age'];
  it.each([
    ['no subject', [], 'name a subject: model, relate'],
    ['a name that every object has', ['constructor'], 'there is no subject constructor'],
    ['no file', ['relate'], 'relate needs a file: analyse relate <teams.csv>'],
    ['two files', ['relate', teams, 'more.csv'], 'relate reads one file, not more.csv too'],
    ['an unknown option', ['relate', teams, '--fast'], "Unknown option '--fast'"],
    ['a value missing', ['model', clients, '--outcome'], "'--outcome <value>' argument missing"],
    ['an option missing', ['model', clients, '--terms', 'sex'], '--outcome is needed'],
    ['an option twice', [...base, '--outcome', 'x'], '--outcome may be given once only'],
    ['a level of 95', [...base, '--level', '95'], '--level must be a number between 0 and 1'],
    ['a word for a choice', [...base, '--missing', 'drop'], '--missing must be one of'],
    [
      'the outcome as a term',
      [...base.slice(0, 4), '--terms', 'job_start'],
      'job_start is the out',
    ],
    ['a term twice', [...base.slice(0, 4), '--terms', 'sex,sex'], '--terms names sex twice'],
    ['half a pair', [...base, '--reference', 'sex'], '--reference must be factor=category'],
    ['a stranger', [...base, '--reference', 'team=Brent'], '--reference names team, which is no'],
    ['two kinds', [...base, '--numeric', 'age', '--reference', 'age=30'], 'age cannot be both'],
    ['half of case mix', ['funnel', teams, '--team', 'team'], 'case mix needs --outcome, --team'],
    ['a factor of teams', ['funnel', teams, '--numeric', 'x'], '--numeric names x, which is no'],
    ['a seed for teams', ['funnel', teams, '--seed', '1'], '--seed belongs to case mix'],
    ['a chart without values', ['spc', teams], '--value is needed'],
    ['a rebase by nobody', ['spc', teams, '--value', 'clients', '--rebase', '5=x'], '--by'],
    [
      'a rebase nowhere',
      ['spc', teams, '--value', 'clients', '--rebase', '99=x', '--by', 'A'],
      '--rebase names 99, which is no point of the series',
    ],
    [
      'no reference team',
      ['figure-eight', clients, '--outcome', 'job_start', '--team', 'team', '--bands', 'sex'],
      '--reference team=… is needed',
    ],
    ['a scale upside down', ['agreement', teams, '--lowest', '5'], '--highest must be above'],
  ])('%s is refused', async (_, args, words) => {
    await expectRefused(args, 2, words);
  });
});

describe('too little to say is a result', () => {
  const model = ['--outcome', 'y', '--terms', 'x'];

  it('for an outcome that nobody has', async () => {
    const file = fileOf('y,x\n0,1\n0,2\n');
    expect(await resultOf(['model', file, ...model])).toMatchObject({ status: 'constant' });
  });

  it('for a constant column, which is left out and named', async () => {
    const file = fileOf('y,x\n0,1\n1,1\n0,1\n1,1\n');
    expect(await resultOf(['model', file, ...model])).toMatchObject({
      status: 'fitted',
      aliased: [{ name: 'x' }],
    });
  });

  it('for one team', async () => {
    const file = fileOf('team,clients,job_entries,fidelity\nA,20,5,90\n');
    expect(await resultOf(['relate', file])).toMatchObject({
      inputs: expect.arrayContaining([expect.objectContaining({ status: 'too-few' })]) as unknown,
      together: { status: 'too-few' },
    });
    expect(await resultOf(['funnel', file])).toMatchObject({
      rates: { status: 'computed', overdispersion: null },
    });
    const mix = ['--outcome', 'y', '--team', 't', '--terms', 'x'];
    const oneTeam = fileOf('y,t,x\n0,A,1\n1,A,2\n');
    expect(await resultOf(['funnel', oneTeam, ...mix])).toMatchObject({ status: 'too-few' });
  });

  it('for complete separation, with the column named', async () => {
    const file = fileOf('y,x\n0,1\n0,2\n1,3\n1,4\n');
    expect(await resultOf(['model', file, ...model])).toMatchObject({
      status: 'fitted',
      method: 'firth',
      separated: [{ name: 'x' }],
    });
  });
});
