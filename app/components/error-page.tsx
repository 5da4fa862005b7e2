import { isRouteErrorResponse } from '@remix-run/react';

import type { KeptForm } from '../server/kept-form.server.ts';
import { SignInAgain } from '../session/sign-in-again.tsx';

interface Words {
  title: string;
  text: string;
}

const unexpected: Words = {
  title: 'Sorry, there is a problem with this page',
  text: 'The problem has been recorded. Go back and try again; what you had saved is kept.',
};

/** Fixed words for each answer: an error's own message may say more than its reader should know. */
const wordsByStatus: Record<number, Words> = {
  400: { title: 'This form could not be read', text: 'Go back, reload the page and try again.' },
  401: { title: 'Sign in to go on', text: '' },
  403: {
    title: 'You cannot see this page',
    text: 'Your account does not open it. If you need it for your work, ask your administrator.',
  },
  404: {
    title: 'Page not found',
    text: 'If you typed the address, check that it is right. If you followed a link, what it led to may have been removed.',
  },
  405: { title: 'This page takes no such form', text: 'Go back, reload the page and try again.' },
  409: {
    title: 'Somebody else saved first',
    text: 'Nothing of yours was saved over theirs. Go back, reload the page to see what they saved, and save yours again.',
  },
};

function wordsOf(error: unknown): Words {
  return isRouteErrorResponse(error) ? (wordsByStatus[error.status] ?? unexpected) : unexpected;
}

export function titleOfError(error: unknown): string {
  return wordsOf(error).title;
}

/** Our own page for every refusal and failure. */
export function ErrorPage({ error }: { error: unknown }) {
  const { title, text } = wordsOf(error);
  if (isRouteErrorResponse(error) && error.status === 401) {
    return <SignInAgain kept={error.data as KeptForm} title={title} />;
  }
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{title}</h1>
        <p className="govuk-body">{text}</p>
        <p className="govuk-body">
          <a className="govuk-link" href="/">
            Go to the start page
          </a>
        </p>
      </div>
    </div>
  );
}
