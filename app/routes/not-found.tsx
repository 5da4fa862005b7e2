import { notFound } from '#app/server/route-params.server.ts';

/** Every address that no other route has. */
export function loader(): never {
  throw notFound();
}

export function action(): never {
  throw notFound();
}

export default function NotFound() {
  return null;
}
