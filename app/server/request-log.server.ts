import type { RequestHandler, Response } from 'express';
import type { AppLoadContext } from '@remix-run/node';

import { log } from './log.server.ts';
import { pathForLog } from './path-for-log.server.ts';
import { routeOfRequest } from './route-of-request.server.ts';

interface Locals {
  context?: AppLoadContext;
  refused?: string;
}

/**
 * One line for each answer but files: when, who (the account's random id, which only the database can put a name to),
 * method, route, status, time. No query, no record's identifier, no address.
 */
export const requestLog: RequestHandler = (request, response, next) => {
  if (request.path.startsWith('/assets/')) {
    next();
    return;
  }
  const start = process.hrtime.bigint();
  response.on('close', () => {
    const { context, refused } = response.locals as Locals;
    log('request', {
      user: context?.user?.id ?? null,
      method: request.method,
      route: routeOfRequest(context) ?? pathForLog(request.path),
      status: response.writableFinished ? response.statusCode : 'aborted',
      refused,
      ms: Number((process.hrtime.bigint() - start) / 10_000n) / 100,
    });
  });
  next();
};

/** For the log's line: why the request was turned away. */
export function noteRefusal(response: Response, reason: string): void {
  response.locals.refused = reason;
}

export function noteContext(response: Response, context: AppLoadContext): void {
  response.locals.context = context;
}
