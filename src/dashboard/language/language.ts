import type { Label } from '../../domain/vocabulary.ts';

/** The page's language: English below `/en`, else Chinese. It stays for the life of the page. */
export const language: 'ZH' | 'EN' = /^\/en(\/|$)/.test(window.location.pathname) ? 'EN' : 'ZH';

/** What every address of the page's language begins with. */
export const basename = language === 'EN' ? '/en' : '/';

/** The language as a BCP 47 code. */
export const locale = language === 'EN' ? 'en-GB' : 'zh-CN';

/** Where the same page stands in the other language. */
export const otherLanguage = (path: string): string => (language === 'EN' ? path : `/en${path}`);

/** A label in the page's language. */
export const pick = ({ zh, en }: Label): string => (language === 'EN' ? en : zh);
