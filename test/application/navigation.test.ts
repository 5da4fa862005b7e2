import { afterAll, beforeAll, expect, test } from 'vitest';

import { roleLabels } from '#app/components/role-labels.ts';
import type { Role } from '#db/schema/people.ts';

import { addReferenceData, addSampleTeam, type SampleTeam } from '../db/sample-teams.ts';
import { addUser } from './add-user.ts';
import { startTestServer, type TestServer } from './start-server.ts';

let server: TestServer;
let team: SampleTeam;
let otherTeam: SampleTeam;

beforeAll(async () => {
  server = await startTestServer({ prepare: addReferenceData });
  team = await addSampleTeam(server.db, 'Northgate IPS');
  otherTeam = await addSampleTeam(server.db, 'Southgate IPS');
});

afterAll(async () => {
  await server.stop();
});

async function signedInAs(role: Role) {
  const isOfTeam = role === 'team-leader' || role === 'employment-specialist';
  const { email } = await addUser(server.db, {
    role,
    teamId: isOfTeam ? team.teamId : null,
    hostServiceId: role === 'host-representative' ? team.hostServiceId : null,
  });
  return server.signIn(email);
}

/** Where the page's header and footer lead to. */
function linksOf(page: string): string[] {
  const [, header = ''] = /<header[^]*?>([^]*)<\/header>/.exec(page) ?? [];
  const [, footer = ''] = /<footer[^]*?>([^]*)<\/footer>/.exec(page) ?? [];
  return [...(header + footer).matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, href = '']) => href);
}

test.each(Object.keys(roleLabels) as Role[])(
  'every link on every page of a %s opens',
  async (role) => {
    const browser = await signedInAs(role);
    const links = new Set(linksOf(await (await browser.get('/')).text()));
    expect(links.size).toBeGreaterThan(2);
    const refused = [];
    for (const href of links) {
      const { status } = await browser.get(href);
      if (status !== 200) refused.push([href, status]);
    }
    expect(refused).toEqual([]);
  },
);

test('what is linked for somebody who is not signed in opens without signing in', async () => {
  const visitor = server.visitor();
  for (const href of linksOf(await (await visitor.get('/sign-in')).text())) {
    const { status } = await visitor.get(href);
    expect([href, href === '/' ? 303 : 200]).toEqual([href, status]);
  }
});

test('another team’s page is answered exactly like one that does not exist', async () => {
  const browser = await signedInAs('team-leader');
  const answer = async (teamId: string) => {
    const response = await browser.get(`/teams/${teamId}/contacts`);
    const page = await response.text();
    return [response.status, page.replaceAll(/nonce="[^"]*"/g, '').replaceAll(teamId, 'ID')];
  };
  expect((await browser.get(`/teams/${team.teamId}/contacts`)).status).toBe(200);
  const anothers = await answer(otherTeam.teamId);
  expect(anothers[0]).toBe(404);
  expect(anothers).toEqual(await answer(crypto.randomUUID()));
});
