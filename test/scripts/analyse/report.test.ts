import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { runAnalyse } from '../../../scripts/analyse/run-analyse.ts';
import { subjects } from '../../../scripts/analyse/subjects.ts';
import { fileOf, referenceFile } from './files.ts';
import { resultOf } from './run-process.ts';
import { runsOf } from './runs.ts';

const clients = referenceFile('clients.csv');
const figure = [
  ...['figure-eight', clients, '--outcome', 'job_start', '--team', 'team', '--bands'],
  ...['meeting_band', '--reference', 'team=Barnet', '--refits', '20', '--json', '--seed'],
];

interface Report {
  readonly version: string;
  readonly input: object;
  readonly question: object;
  readonly warnings: readonly string[];
}

async function reportOf(args: readonly string[]): Promise<Report> {
  return JSON.parse((await runAnalyse([...args, '--json'])).output) as Report;
}

describe('a report', () => {
  it('says what it was made of, without folders', async () => {
    const args = ['model', clients, '--outcome', 'job_start', '--terms', 'sex,age'];
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await reportOf(args)).toMatchObject({
      subject: 'model',
      version,
      input: {
        file: 'clients.csv',
        rows: 718,
        columns: [
          { name: 'job_start', kind: 'numeric' },
          { name: 'sex', kind: 'categorical' },
          { name: 'age', kind: 'numeric' },
        ],
      },
      question: { outcome: 'job_start', terms: ['sex', 'age'], weights: null, level: 0.95 },
    });
  });

  it('is the same, byte for byte, for the same input and seed', async () => {
    const [first, second, other] = await Promise.all(
      ['1', '1', '2'].map(async (seed) => (await runAnalyse([...figure, seed])).output),
    );
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  it('does not change with the order of its options', async () => {
    const options = [
      ['--outcome', 'job_start'],
      ['--terms', 'sex,age'],
      ['--level', '0.9'],
    ];
    const run = async (parts: readonly string[][]) =>
      (await runAnalyse(['model', clients, ...parts.flat(), '--json'])).output;
    expect(await run(options.toReversed())).toBe(await run(options));
  });

  it('gathers every warning of its result', async () => {
    const { warnings } = await reportOf(['relate', referenceFile('teams.csv')]);
    expect(warnings).toEqual([
      'the definition of the rate is not stated: name it with --definition',
      expect.stringMatching(/^meetings_per_client is used/) as string,
      expect.stringMatching(/^Teams without a known value/) as string,
      expect.stringMatching(/^Several relations are looked at/) as string,
    ]);
  });

  it('names columns that it passed over, and rows that it lost', async () => {
    const teams = fileOf('team,clients,job_entries,contact_per_week\nA,20,5,3\n');
    const { warnings } = await reportOf(['relate', teams]);
    expect(warnings).toContain('columns passed over: contact_per_week');
    const times = fileOf('t,e\n1,1\n,0\n');
    const survival = await reportOf(['survival', times, '--time', 't', '--event', 'e']);
    expect(survival.warnings).toEqual(['t is not known for 1 of 2']);
  });

  it('has a factor as what it was said to be', async () => {
    const terms = ['--terms', 'start_year', '--categorical', 'start_year'];
    const model = ['model', clients, '--outcome', 'job_start'];
    const names = async (...more: string[]) =>
      (await resultOf<{ coefficients: { name: string }[] }>([...model, ...more])).coefficients.map(
        ({ name }) => name,
      );
    expect(await names('--terms', 'start_year')).toEqual(['(Intercept)', 'start_year']);
    expect(await names(...terms)).toEqual([
      ...['(Intercept)', 'start_year: 2020', 'start_year: 2021'],
    ]);
  });
});

describe('the text for people', () => {
  it.each(Object.entries(runsOf()))(
    'of %s is some lines for every kind of result',
    async (subject, runs) => {
      for (const args of runs) {
        const { output, errors } = await runAnalyse([subject, ...args]);
        expect(errors).toBe('');
        expect(output).not.toMatch(/undefined|NaN|\[object/);
        expect(output.split('\n').length).toBeGreaterThan(2);
      }
    },
  );
});

describe('the text of spc', () => {
  const run = async (...values: number[]) => {
    const file = fileOf(['x', ...values].join('\n') + '\n');
    return (await runAnalyse(['spc', file, '--value', 'x'])).output.replaceAll(/\s+/g, ' ');
  };

  it('says that nothing can be met without limits, and what is not said where nothing is met', async () => {
    expect(await run(5)).toContain('There are no limits yet, so no rule can be met.');
    expect(await run(5)).not.toContain('None of the');
    const still = await run(...Array.from({ length: 14 }, (_, i) => 5 + (i % 2)));
    expect(still).toContain('None of the seven-point rules is met. That is not to say that');
    expect(still).not.toContain('no limits yet');
    expect(await run(...Array.from({ length: 14 }, (_, i) => (i < 13 ? 5 + (i % 2) : 50)))).toMatch(
      /Signals: 14: above the upper limit\./,
    );
  });

  it('says what sigma is', async () => {
    expect(await run(5, 6, 5)).toContain('Sigma is a third of the way from the mean to a limit.');
  });
});

describe('help', () => {
  it('names every subject', async () => {
    const { output, exitCode } = await runAnalyse(['--help']);
    expect(exitCode).toBe(0);
    for (const name of Object.keys(subjects)) expect(output).toContain(`\n${name} `);
  });

  it('of a subject names its options, and asks for no file', async () => {
    const { output, exitCode } = await runAnalyse(['model', '--help']);
    expect(exitCode).toBe(0);
    for (const option of ['--outcome column', '--profile [a,b]', '--by-row', '--json']) {
      expect(output).toContain(option);
    }
  });
});

describe('--profile', () => {
  const run = async (...args: string[]) => {
    const fit = await resultOf<{ coefficients: { name: string; profile: object | null }[] }>([
      ...['model', clients, '--outcome', 'job_start', '--terms', 'sex,age', ...args],
    ]);
    return fit.coefficients.filter(({ profile }) => profile !== null).map(({ name }) => name);
  };

  it('stands for all alone, for some with names, and for none where it is left out', async () => {
    expect(await run()).toEqual([]);
    expect(await run('--profile')).toEqual(['(Intercept)', 'sex: Male', 'age']);
    expect(await run('--profile', '--level', '0.9')).toHaveLength(3);
    expect(await run('--profile', 'age')).toEqual(['age']);
  });
});
