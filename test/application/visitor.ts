import { TEST_PASSWORD } from './add-user.ts';

type Fields = Record<string, string> | [string, string][];

/** Somebody at a browser without JavaScript: keeps cookies, says where posts come from, follows no redirect. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The Cookie header as it would be sent now. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    // A connection kept while a test works for long is closed by the server meanwhile, and then used in vain.
    headers.set('Connection', 'close');
    if (this.cookie !== '') headers.set('Cookie', this.cookie);
    const url = new URL(path, this.#origin);
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    this.#keep(response.headers.getSetCookie());
    return response;
  }

  async get(path: string): Promise<Response> {
    return this.fetch(path);
  }

  async post(
    path: string,
    fields: Fields,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: this.#origin, ...headers },
    });
  }

  async signIn(email: string, password = TEST_PASSWORD, next = '/'): Promise<Response> {
    return this.post('/sign-in', { email, password, next });
  }

  /** A browser that starts with another one's cookies. */
  copy(): Visitor {
    const twin = new Visitor(this.#origin);
    for (const [name, value] of this.#cookies) twin.#cookies.set(name, value);
    return twin;
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const [name = '', value = ''] = pair.split('=', 2);
      if (attributes.includes('Max-Age=0')) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}
