import { readFileSync } from 'node:fs';

import { csvFile, fileOf, newFolder, outcomesFile, referenceFile } from './files.ts';

/** Command lines of every subject that between them bring out every kind of result. */
export function runsOf(): Readonly<Record<string, readonly (readonly string[])[]>> {
  return {
    model: modelRuns(),
    relate: relateRuns(),
    funnel: funnelRuns(),
    'figure-eight': figureEightRuns(),
    survival: survivalRuns(),
    agreement: agreementRuns(),
    spc: spcRuns(),
    outcomes: outcomesRuns(),
  };
}

const clients = referenceFile('clients.csv');

function modelRuns() {
  const base = ['--outcome', 'job_start'];
  const separated = [referenceFile('separation.csv'), ...base, '--terms', 'self_referral,meetings'];
  const weighted = csvFile('y,x,z,w,o', [
    [0, 1, 'a', 2, 0.1],
    [1, 2, 'b', 1, 0.2],
    [0, 3, 'b', 0, 0.1],
    [1, 1, 'a', 3, 0.3],
    [0, 2, 'b', 1, 0.1],
    [1, 3, '', 1, 0.1],
  ]);
  const constant = csvFile('y,x', [
    [0, 1],
    [0, 2],
  ]);
  return [
    [
      clients,
      ...base,
      ...['--terms', 'sex,age,confidence,start_year', '--reference', 'sex=Male'],
      ...['--categorical', 'start_year', '--numeric', 'age', '--missing', 'not-known'],
      ...['--cluster', 'team', '--profile', '--effects'],
    ],
    [clients, ...base, '--terms', 'team,meeting_band,ae_visit,confidence', '--cluster', 'team'],
    [...separated, '--profile'],
    separated,
    [
      ...[weighted, '--outcome', 'y', '--terms', 'x,z', '--weights', 'w', '--offset', 'o'],
      ...['--firth', '--by-row'],
    ],
    [
      csvFile('y,x,z', [
        [0, 1, 2],
        [1, 2, 4],
        [1, 1, 2],
        [0, 2, 4],
      ]),
      ...['--outcome', 'y', '--terms', 'x,z', '--profile', 'x'],
    ],
    [constant, '--outcome', 'y', '--terms', 'x'],
  ];
}

/** Teams with everything that a relation can take, the last of them too small. */
function fullTeams(teams: number): string {
  const items = Array.from({ length: 25 }, (_, index) => `item_${index + 1}`);
  const header = [
    'team,clients,job_entries,fidelity,review_kind,integration,contacts_per_week',
    'contacts_per_week_all_modes,meetings_per_client_month,clients_behind_meetings,region',
    ...items,
  ];
  const rows = Array.from({ length: teams }, (_, t) => {
    const scores = items.map((_item, i) => 1 + ((t * (i + 3) + i) % 5));
    const total = scores.reduce((sum, score) => sum + score, 0);
    const size = t === teams - 1 ? 5 : 40 + t;
    const counts = [`T${t}`, size, Math.round((size * (3 + ((t * 7) % 5))) / 10)];
    const kind = t % 2 === 0 ? 'independent' : 'self-assessment';
    const level = ['low', 'medium', 'high'][t % 3]!;
    const input = [3 + ((t * 5) % 7) / 2, 5 + ((t * 3) % 8) / 2, 1 + ((t * 11) % 13) / 10];
    return [...counts, total, kind, level, ...input, size, 'North', ...scores];
  });
  return csvFile(header.join(','), rows);
}

function relateRuns() {
  const teams = referenceFile('teams.csv');
  const same = csvFile(
    'team,clients,job_entries,fidelity,integration,contacts_per_week,meetings_per_client_month',
    Array.from({ length: 20 }, (_, t) => [`T${t}`, 50, 20 + (t % 5), 90, 'low', 4, 2]),
  );
  const alike = csvFile(
    'team,clients,job_entries,fidelity,integration,contacts_per_week,meetings_per_client_month',
    Array.from({ length: 24 }, (_, t) => [
      ...[`T${t}`, 50, 20 + (t % 2), 80 + ((t * 7) % 30), ['low', 'high'][(t >> 1) % 2]!],
      ...[4 + ((t * 5) % 3), 2 + ((t * 3) % 5)],
    ]),
  );
  return [
    [teams],
    [alike],
    [fullTeams(30), '--definition', 'ips-grow', '--contacts', 'all-modes', '--level', '0.9'],
    [fullTeams(5), '--fewest-clients', '1'],
    [csvFile('team,clients,job_entries,fidelity', [['A', 20, 5, 90]])],
    [same],
  ];
}

function funnelRuns() {
  const expected = csvFile('team,clients,job_entries,expected,variance', [
    ['A', 50, 20, 15.5, 9.2],
    ['B', 40, 10, 14.5, 8.1],
  ]);
  const many = csvFile(
    'team,clients,job_entries,expected',
    Array.from({ length: 24 }, (_, t) => [`T${t}`, 50, 10 + (t % 9), 14]),
  );
  const mix = ['--outcome', 'job_start', '--team', 'team', '--terms', 'sex,age,confidence'];
  const oneTeam = csvFile('y,t,x,z', [
    [0, 'A', 1, 'p'],
    [1, 'A', 2, ''],
    [1, 'A', '', 'p'],
  ]);
  const manyTeams = csvFile(
    'y,t,x,twice',
    Array.from({ length: 400 }, (_, k) => [
      (k * 7 + Math.floor(k / 25)) % 3 === 0 ? 1 : 0,
      `T${k % 22}`,
      k === 0 ? '' : (k * 13) % 11,
      2 * ((k * 13) % 11),
    ]),
  );
  const both = ['--outcome', 'y', '--team', 't', '--terms'];
  return [
    [referenceFile('teams.csv'), '--target', '0.5'],
    [expected],
    [many],
    [clients, ...mix, '--seed', '1', '--missing', 'not-known', '--reference', 'sex=Male'],
    [clients, ...mix],
    [manyTeams, ...both, 'x,twice', '--numeric', 'x', '--seed', '2'],
    [oneTeam, ...both, 'x,z', '--categorical', 'z', '--missing', 'not-known', '--seed', '1'],
  ];
}

function figureEightRuns() {
  const base = ['--outcome', 'job_start', '--team', 'team', '--refits', '20'];
  const barnet = ['--reference', 'team=Barnet'];
  const oneTeam = csvFile('y,t,b', [
    [0, 'A', 1],
    [1, 'A', 2],
  ]);
  return [
    [
      clients,
      ...base,
      ...barnet,
      ...['--bands', 'meeting_band', '--terms', 'sex,age,confidence', '--meetings', 'meetings'],
    ],
    [
      ...[clients, ...base, ...barnet, '--landmark', '60', '--terms', 'sex,age,start_year'],
      ...['--numeric', 'age', '--categorical', 'start_year', '--days-followed', 'days_followed'],
      ...['--days-to-job', 'days_to_job', '--early-meetings', 'meetings_first_60_days'],
    ],
    [
      ...[clients, ...base, ...barnet, '--bands', 'meeting_band', '--terms', 'confidence'],
      ...['--missing', 'not-known'],
    ],
    [
      ...[oneTeam, '--outcome', 'y', '--team', 't', '--bands', 'b', '--reference', 't=A'],
      ...['--categorical', 'b'],
    ],
  ];
}

function survivalRuns() {
  const times = referenceFile('time-to-job.csv');
  const base = ['--time', 'days', '--event', 'job_start'];
  const censored = csvFile('t,e,g,x', [
    [1, 0, 'A', 1],
    [2, 0, 'A', 2],
    [3, '', 'A', 2],
  ]);
  const unknown = csvFile('t,e', [['', 1]]);
  const apart = csvFile('t,e,x,twice', [
    ...Array.from({ length: 12 }, (_, k) => [k + 1, 1, (k * 5) % 7, 2 * ((k * 5) % 7)]),
  ]);
  const separated = csvFile(
    't,e,g',
    Array.from({ length: 12 }, (_, k) => [k + 1, k % 2, k % 2 === 0 ? 'A' : 'B']),
  );
  return [
    [
      ...[times, ...base, '--group', 'integration', '--terms', 'integration', '--months', '18'],
      ...['--reference', 'integration=low', '--at', '90,9000', '--clock', 'vocational profile'],
    ],
    [clients, '--time', 'days_followed', '--event', 'job_start', '--terms', 'age,sex,confidence'],
    [
      ...[censored, '--time', 't', '--event', 'e', '--group', 'g', '--terms', 'x'],
      ...['--numeric', 'x', '--unit', 'months', '--months', '12'],
    ],
    [censored, '--time', 't', '--event', 'e', '--terms', 'g', '--categorical', 'g'],
    [apart, '--time', 't', '--event', 'e', '--terms', 'x,twice'],
    [separated, '--time', 't', '--event', 'e', '--terms', 'g'],
    [unknown, '--time', 't', '--event', 'e', '--group', 'e'],
  ];
}

function agreementRuns() {
  const one = csvFile('review,item,reviewer_a,reviewer_b', [[1, 1, 3, 3]]);
  const none = csvFile('review,item,reviewer_a,reviewer_b', [[1, 1, 3, '']]);
  const names = ['--review', 'r', '--item', 'i', '--first', 'a', '--second', 'b'];
  const scale = ['--lowest', '0', '--highest', '3'];
  const other = csvFile('r,i,a,b', [
    [1, 1, 0, 1],
    [1, 2, 3, 3],
    [2, 1, 1, 1],
    [2, 2, 2, 3],
    [3, 1, 2, 2],
  ]);
  const still = csvFile('review,item,reviewer_a,reviewer_b', [
    [1, 1, 3, 3],
    [1, 2, 2, 3],
    [2, 1, 3, 4],
    [2, 2, 4, 5],
  ]);
  return [[referenceFile('agreement.csv')], [one], [none], [still], [other, ...names, ...scale]];
}

function spcRuns() {
  const weekly = referenceFile('weekly-contacts.csv');
  const rates = csvFile(
    'month,starts,clients',
    Array.from({ length: 20 }, (_, m) => [`m${m + 1}`, 3 + ((m * 5) % 7) + (m > 15 ? 9 : 0), 30]),
  );
  const counts = ['--successes', 'starts', '--n', 'clients', '--label', 'month'];
  const gaps = csvFile('value', [[3], ['""'], [3], [3]]);
  return [
    [weekly, '--value', 'contacts', '--screened', '--rules', 'six-point'],
    [weekly, '--value', 'contacts', '--label', 'week', '--rebase', '14=new manager', '--by', 'A B'],
    [rates, '--chart', 'p', ...counts],
    [rates, '--chart', 'p-prime', ...counts],
    [gaps, '--value', 'value'],
  ];
}

function outcomesRuns() {
  const [clientsPath, employment] = [outcomesFile('clients.csv'), outcomesFile('employment.csv')];
  const round = ['--linkage-date', '2024-12-01'];
  const [header] = readFileSync(clientsPath, 'utf8').split('\n');
  const young = fileOf(`${header}\na,North,2024-11-01,male,30,,,,,\n`);
  const alone = fileOf(`${header}\na,North,2022-11-01,male,30,Alcohol only,,,,\n`);
  const one = csvFile('client_id,employer_id,start_date,end_date,source', [
    ['a', 'e', '2022-12-01', '2022-12-20', 'paye'],
  ]);
  return [
    [
      ...[clientsPath, employment, outcomesFile('contributions.csv'), ...round, '--clients'],
      ...['--first-enrolment', '2019-10-01', '--last-enrolment', '2024-02-29', '--level', '0.9'],
      ...['--sent', '450', '--matched', '418', '--reference', 'substance=Alcohol only'],
      ...['--fewest-clients-of-site', '50', '--out', newFolder()],
    ],
    [young, one, ...round],
    [alone, one, ...round, '--clients'],
  ];
}
