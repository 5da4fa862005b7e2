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

export function publicFiles(clientFolder: string): RequestHandler {
  return express.static(clientFolder, {
    maxAge: '1h',
    index: false,
    redirect: false,
    dotfiles: 'ignore',
  });
}
