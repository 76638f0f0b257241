const key = 'token';

/** The token that this tab asks with; it is forgotten when the tab is closed. */
export const keptToken = (): string | null => window.sessionStorage.getItem(key);

/** Keeps the token that this tab asks with from now on. */
export const keepToken = (token: string): void => window.sessionStorage.setItem(key, token.trim());
