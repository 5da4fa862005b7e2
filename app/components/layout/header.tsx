import { ServiceNavigation } from '../govuk/service-navigation.tsx';
import type { NavigationItem } from '../govuk/service-navigation.tsx';
import { GoldenThread } from './golden-thread.tsx';
import { productName } from './page-title.ts';

export interface SignedInUser {
  name: string;
  /** The person's role or team. */
  detail?: string | undefined;
  accountHref?: string | undefined;
  /** Where the sign-out form posts. */
  signOutAction?: string | undefined;
}

export interface HeaderProps {
  navigation: readonly NavigationItem[];
  user?: SignedInUser | undefined;
  homeHref?: string | undefined;
  demo?: boolean | undefined;
}

export function Header({ navigation, user, homeHref = '/', demo }: HeaderProps) {
  return (
    <header className="gt-header">
      {demo && (
        <p className="gt-demo">
          <span className="govuk-width-container">
            <strong>Demonstration:</strong> every figure about teams and people here is synthetic
          </span>
        </p>
      )}
      <div className="gt-header__band">
        <div className="govuk-width-container">
          <div className="gt-header__line">
            <a className="gt-header__name" href={homeHref}>
              {productName}
            </a>
            {user && <User {...user} />}
          </div>
          <GoldenThread />
        </div>
      </div>
      {navigation.length > 0 && <ServiceNavigation items={navigation} />}
    </header>
  );
}

function User({ name, detail, accountHref, signOutAction = '/sign-out' }: SignedInUser) {
  return (
    <div className="gt-user">
      <span>
        <span className="govuk-visually-hidden">Signed in as </span>
        {accountHref === undefined ? (
          name
        ) : (
          <a className="govuk-link govuk-link--no-visited-state" href={accountHref}>
            {name}
          </a>
        )}
        {detail !== undefined && <span className="gt-user__detail">, {detail}</span>}
      </span>
      {/* Signing out changes something, so it is a form: a link could be followed by a machine. */}
      <form method="post" action={signOutAction}>
        <button type="submit" className="gt-link-button">
          Sign out
        </button>
      </form>
    </div>
  );
}
