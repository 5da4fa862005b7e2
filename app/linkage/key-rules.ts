/** Characters of a passphrase, at least. */
export const shortestPassphrase = 15;
