import { useLocation, useNavigation, useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';

import { IDLE_MINUTES, SEEN_EVERY_MINUTES, WARNING_MINUTES } from './session-limits.ts';

const MINUTE = 60_000;

/** Counted from the earliest moment that the server may have written down as the last visit. */
const WARN_AFTER = (IDLE_MINUTES - SEEN_EVERY_MINUTES - WARNING_MINUTES) * MINUTE;

/**
 * A notice shortly before the session ends, with a way to stay. It takes no focus and hides nothing. Only with
 * JavaScript: without it a form that comes too late is kept and sent on after signing in.
 */
export function SessionWarning() {
  const [isDue, setIsDue] = useState(false);
  const { key } = useLocation();
  const { state } = useNavigation();
  const revalidator = useRevalidator();

  useEffect(() => {
    setIsDue(false);
    const timer = setTimeout(() => setIsDue(true), WARN_AFTER);
    return () => clearTimeout(timer);
    // Each visit to the server starts the time anew.
  }, [key, state, revalidator.state]);

  return (
    <div role="status">
      {isDue && (
        <p className="govuk-inset-text">
          You will be signed out in about {WARNING_MINUTES} minutes.{' '}
          <button type="button" className="gt-link-button" onClick={() => revalidator.revalidate()}>
            Stay signed in
          </button>
        </p>
      )}
    </div>
  );
}
