import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';

import stylesheet from '#app/styles/app.scss?url';

import { ErrorPage, titleOfError } from './components/error-page.tsx';
import { Page } from './components/layout/page.tsx';
import { pageTitle } from './components/layout/page-title.ts';
import { footerFor, navigationFor, withCurrent } from './components/navigation.ts';
import { roleLabels } from './components/role-labels.ts';
import { handleOfPage } from './components/route-handle.ts';
import { useFormWasRefused } from './components/use-form-was-refused.ts';
import { useNonce } from './nonce.ts';
import { SessionWarning } from './session/session-warning.tsx';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** Only what the layout prints: everybody's browser gets this, signed in or not. */
export function loader({ context: { user, isDemo } }: LoaderFunctionArgs) {
  return {
    isDemo,
    user: user && { name: user.name, detail: roleLabels[user.role] },
    navigation: user === null ? [] : navigationFor(user),
    footerLinks: footerFor(user),
  };
}

/** The document round every page and every error page. An error may come before there is data for it. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  // null where nothing is wrong, whatever its type says.
  const error = useRouteError() ?? undefined;
  const { title, wide, isStatic } = handleOfPage(useMatches());
  const formWasRefused = useFormWasRefused();
  const { pathname } = useLocation();
  const nonce = useNonce();
  const user = data?.user ?? undefined;
  const words =
    error === undefined
      ? pageTitle(title, { error: formWasRefused })
      : pageTitle(titleOfError(error));
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <title>{words}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Links />
      </head>
      <body className="govuk-template__body">
        <Page
          navigation={withCurrent(data?.navigation ?? [], pathname)}
          user={user && { ...user, accountHref: '/account' }}
          demo={data?.isDemo}
          footerLinks={data?.footerLinks}
          wide={wide && error === undefined}
          beforeContent={user && !isStatic && <SessionWarning />}
        >
          {children}
        </Page>
        {!isStatic && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
