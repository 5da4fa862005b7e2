import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import express, { type RequestHandler } from 'express';

/** Names under assets/ carry a hash of their content: browsers may keep them for good. */
export function hashedAssets(clientFolder: string): RequestHandler {
  return express.static(join(clientFolder, 'assets'), {
    immutable: true,
    maxAge: '1y',
    index: false,
    redirect: false,
    dotfiles: 'ignore',
  });
}

/** The few files with names of their own, such as the icon. Any other address is a page's, and no file is looked for. */
export function publicFiles(clientFolder: string): RequestHandler {
  const names = readdirSync(clientFolder, { recursive: true, encoding: 'utf8' });
  const addresses = new Set(names.map((name) => `/${name.replaceAll('\\', '/')}`));
  const send = express.static(clientFolder, {
    maxAge: '1h',
    index: false,
    redirect: false,
    dotfiles: 'ignore',
  });
  return (request, response, next) => {
    if (addresses.has(request.path)) send(request, response, next);
    else next();
  };
}
