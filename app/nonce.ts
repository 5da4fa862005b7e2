import { createContext, useContext } from 'react';

/**
 * The page's nonce while the server renders; undefined in the browser, which hides nonces from scripts. It is no
 * loader's data, so it is in the page only where a script tag needs it.
 */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
