import { useContext } from 'react';
import { UNSAFE_DataRouterStateContext } from 'react-router-dom';

/**
 * Whether the form just posted came back with errors, whichever route it belongs to. The layout needs it for the page
 * title, and Remix tells a route only its own action's data; the router's state, one step below, has all of it. The
 * name warns of changes between versions: ours is pinned (package.json, overrides) and a test reads the title.
 */
export function useFormWasRefused(): boolean {
  const state = useContext(UNSAFE_DataRouterStateContext);
  return Object.values(state?.actionData ?? {}).some(hasErrors);
}

export function hasErrors(answer: unknown): boolean {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'errors' in answer &&
    Array.isArray(answer.errors) &&
    answer.errors.length > 0
  );
}
