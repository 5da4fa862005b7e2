import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { addUser } from './add-user.ts';
import { startTestServer, type TestServer } from './start-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

/** A request exactly as given: fetch() would set some of these headers itself. */
async function raw(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; location: string | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin);
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, location: response.headers.location, text });
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

describe('every page', () => {
  test('carries the policy, with a nonce that is new each time and on every inline script', async () => {
    const nonces = new Set<string>();
    for (const path of ['/sign-in', '/accessibility', '/nowhere']) {
      const response = await server.visitor().get(path);
      const policy = response.headers.get('Content-Security-Policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
      nonces.add(nonce);
      expect(policy.split(';')).toEqual([
        "default-src 'none'",
        `script-src 'self' 'nonce-${nonce}'`,
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "manifest-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
      ]);
      const page = await response.text();
      const scripts = [...page.matchAll(/<script([^>]*)>/g)].map(
        ([, attributes = '']) => attributes,
      );
      const own = scripts.filter((attributes) => attributes.includes(`nonce="${nonce}"`));
      expect(own).toEqual(scripts);
      expect(page).not.toMatch(/ style="| on[a-z]+="/);
    }
    expect(nonces.size).toBe(3);
  });

  test('is kept by nobody, framed by nobody, guessed at by nobody', async () => {
    const { headers } = await server.visitor().get('/sign-in');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(headers.get('X-Powered-By')).toBeNull();
    expect(headers.get('Strict-Transport-Security')).toBeNull();
  });

  test('that does not exist is answered by a page of our own', async () => {
    const browser = await server.signIn((await addUser(server.db)).email);
    const unknown = await browser.get('/nowhere');
    expect(unknown.status).toBe(404);
    const page = await unknown.text();
    expect(page).toContain('<title>Page not found – Golden Thread</title>');
  });
});

describe('files', () => {
  test('with a hash in their name are kept for good', async () => {
    const [name] = readdirSync(join(import.meta.dirname, '../../build/client/assets'));
    const response = await server.visitor().get(`/assets/${name!}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/assets/none.js', '/assets/', '/assets/..%2f..%2fserver%2findex.js', '/assets/%'])(
    '%s is not there',
    async (path) => {
      const { status, text } = await raw(path, { headers: { Host: new URL(server.origin).host } });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(/at .*:\d+:\d+|node_modules/);
    },
  );
});

describe('a post', () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

  test('from another site runs nothing, not even as a data request', async () => {
    const { email } = await addUser(server.db);
    const browser = await server.signIn(email);
    for (const path of ['/account', '/account?_data=routes%2Faccount', '/sign-out']) {
      for (const headers of [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { Origin: server.origin, 'Sec-Fetch-Site': 'cross-site' },
      ]) {
        const response = await browser.post(path, { sessionId: 'all' }, headers);
        expect(response.status).toBe(403);
      }
    }
    expect((await browser.get('/account')).status).toBe(200);
  });

  test('with a forwarded host is judged by the real one', async () => {
    const { host } = new URL(server.origin);
    const headers = {
      ...form,
      Host: host,
      Origin: 'https://evil.example',
      'X-Forwarded-Host': 'evil.example',
      'Content-Length': '3',
    };
    expect((await raw('/sign-in', { method: 'POST', headers, body: 'a=b' })).status).toBe(403);
  });

  test('without an origin, of unknown length or of another type is refused', async () => {
    const { host } = new URL(server.origin);
    const post = async (headers: Record<string, string>) =>
      (await raw('/sign-in', { method: 'POST', headers: { Host: host, ...headers }, body: 'a=b' }))
        .status;
    const origin = { Origin: server.origin };
    expect(await post({ ...form, 'Content-Length': '3' })).toBe(403);
    expect(await post({ ...origin, ...form, 'Transfer-Encoding': 'chunked' })).toBe(411);
    expect(await post({ ...origin, 'Content-Type': 'text/plain', 'Content-Length': '3' })).toBe(
      415,
    );
  });

  test('of more than 1 MB is refused before it is read', async () => {
    const { host } = new URL(server.origin);
    const headers = { ...form, Host: host, Origin: server.origin, 'Content-Length': '200000000' };
    const { status } = await raw('/sign-in', { method: 'POST', headers, body: '' });
    expect(status).toBe(413);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('sent as %s is refused', async (method) => {
    const response = await server.visitor().fetch('/account', { method });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  test('to a page that takes none is refused, to an unknown address not found', async () => {
    const browser = await server.signIn((await addUser(server.db)).email);
    expect((await browser.post('/accessibility', { a: 'b' })).status).toBe(405);
    expect((await browser.post('/nowhere', { a: 'b' })).status).toBe(404);
  });

  test('with a field that no form of ours has, or one twice, is refused', async () => {
    const visitor = server.visitor();
    const fields = { email: 'a@example.org', password: 'x', next: '/' };
    expect((await visitor.post('/sign-in', { ...fields, role: 'administrator' })).status).toBe(400);
    const twice = [...Object.entries(fields), ['email', 'b@example.org']] as [string, string][];
    expect((await visitor.post('/sign-in', twice)).status).toBe(400);
  });
});

describe('the host', () => {
  test('a visit under another name is sent to the right one', async () => {
    const answer = await raw('/sign-in?next=%2Fscale', { headers: { Host: 'evil.example' } });
    expect([answer.status, answer.location]).toEqual([
      307,
      `${server.origin}/sign-in?next=%2Fscale`,
    ]);
  });

  test('an absolute address in the request line leads nowhere else', async () => {
    const answer = await raw('http://evil.example/', { headers: { Host: 'evil.example' } });
    expect([answer.status, answer.location]).toEqual([403, undefined]);
  });

  test('two slashes lead to no other site', async () => {
    const answer = await raw('//evil.example/', { headers: { Host: 'other' } });
    expect(new URL(answer.location!).origin).toBe(server.origin);
  });
});

describe('running it', () => {
  test('/health asks the database', async () => {
    const response = await server.visitor().get('/health');
    expect([response.status, await response.text()]).toEqual([200, 'ok']);
  });

  test('the bundle of the routes opens no database: there is one, and the server hands it on', () => {
    const folder = join(import.meta.dirname, '../../build/server');
    const bundle = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
    expect(bundle).not.toMatch(/better-sqlite3|fileMustExist/);
  });

  test('the browser is sent no code of the server', () => {
    const folder = join(import.meta.dirname, '../../build/client/assets');
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
      const code = readFileSync(join(folder, name), 'utf8');
      expect([name, /node:crypto|insertInto|auditRecords|argon2/.test(code)]).toEqual([
        name,
        false,
      ]);
    }
  });

  test('the log says which account asked for what, and nothing else of who asked', async () => {
    const { id, email } = await addUser(server.db, {
      email: 'log.me@example.org',
      name: 'Log Me',
    });
    const browser = await server.signIn(email);
    await browser.get('/account?note=log.me%40example.org');
    await browser.post('/sign-in', {
      email: 'log.me@example.org',
      password: 'wrong-log-me',
      next: '/',
    });
    await expect.poll(() => server.output()).toContain('"event":"sign-in refused"');
    const output = server.output();
    const line = `"user":"${id}","method":"GET","route":"routes/account","status":200,"ms":`;
    expect(output).toContain(line);
    expect(output).not.toMatch(/log\.me|Log Me|log-me|127\.0\.0\.1"/);
  });
});
