import type { KeptForm } from '../server/kept-form.server.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The answer to a form that came after its session had ended: sign in, and it is sent on. */
export function SignInAgain({ kept, title }: { kept: KeptForm; title: string }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{title}</h1>
        <p className="govuk-body">
          You had been signed out when you sent the form. What you typed is kept in this page and
          can be sent on once you have signed in. Do not close the page before that.
        </p>
        <SignInForm next={kept.next} kept={JSON.stringify(kept.fields)} />
      </div>
    </div>
  );
}
