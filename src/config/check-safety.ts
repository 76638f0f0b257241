import { isLoopback } from './is-loopback.ts';

/** What the settings say that bears on safety. */
export interface SafetyRelevant {
  readonly GRAPH_HOST: string;
  readonly GRAPH_ACCESS: 'open' | 'private';
  readonly GRAPH_JWT_SECRET?: readonly string[] | undefined;
  readonly GRAPH_JWKS_URL?: string | undefined;
  readonly GRAPH_JWT_ISSUER?: string | undefined;
  readonly GRAPH_JWT_AUDIENCE?: string | undefined;
  readonly GRAPH_PASSAGES_FOR?: string | undefined;
  readonly GRAPH_METRICS_FOR?: string | undefined;
  readonly GRAPH_TRUSTED_PROXIES: readonly string[];
  readonly GRAPH_CORS_ORIGINS?: readonly string[] | undefined;
  readonly NEO4J_URI?: string | undefined;
  readonly NEO4J_PASSWORD?: string | undefined;
}

/** Passwords that manuals and images come with. */
const defaultPasswords = ['neo4j', 'password', 'changeme', 'change_me', 'secret', 'test', 'admin', '12345678', 'neo4jpassword'];

type Rule = (set: SafetyRelevant) => string | false | undefined;

const hasKey = (set: SafetyRelevant): boolean => Boolean(set.GRAPH_JWT_SECRET ?? set.GRAPH_JWKS_URL);
const oneKey = 'set GRAPH_JWT_SECRET_FILE or GRAPH_JWKS_URL';
const isHeld = (audience: string | undefined): boolean => audience !== undefined && audience !== 'anyone';

const needsKey =
  (name: 'GRAPH_PASSAGES_FOR' | 'GRAPH_METRICS_FOR'): Rule =>
  (set) =>
    isHeld(set[name]) && !hasKey(set) && `${name}=${set[name]} needs a key to check tokens by: ${oneKey}`;

const rules: readonly Rule[] = [
  // Better no start than a graph that its operator believes closed.
  (set) => set.GRAPH_ACCESS === 'private' && !hasKey(set) && `GRAPH_ACCESS=private needs a key to check tokens by: ${oneKey}`,
  needsKey('GRAPH_PASSAGES_FOR'),
  needsKey('GRAPH_METRICS_FOR'),
  (set) =>
    set.GRAPH_JWT_SECRET && set.GRAPH_JWKS_URL && 'GRAPH_JWT_SECRET and GRAPH_JWKS_URL cannot both be set: tokens come from one issuer',
  (set) => hasKey(set) && !set.GRAPH_JWT_ISSUER && 'GRAPH_JWT_ISSUER must say whose tokens are trusted (their claim iss)',
  (set) => hasKey(set) && !set.GRAPH_JWT_AUDIENCE && 'GRAPH_JWT_AUDIENCE must say what this service is called in tokens (their claim aud)',
  (set) => isPlain(set.GRAPH_JWKS_URL) && 'GRAPH_JWKS_URL must begin with https://, or whoever is on the way hands out the keys',
  (set) =>
    set.GRAPH_TRUSTED_PROXIES.some((network) => network.endsWith('/0')) &&
    'GRAPH_TRUSTED_PROXIES trusts every address, so that anyone may claim any; name your proxies only',
  (set) =>
    set.GRAPH_ACCESS === 'private' &&
    set.GRAPH_CORS_ORIGINS?.includes('*') &&
    'GRAPH_CORS_ORIGINS=* lets every page read what is private; name the origins of yours',
  (set) =>
    isDefaultPassword(set) &&
    'NEO4J_PASSWORD is one that everyone tries first, and its door is open to other machines; set one of your own',
  (set) =>
    hasKey(set) &&
    !isLoopback(set.GRAPH_HOST) &&
    set.GRAPH_TRUSTED_PROXIES.length === 0 &&
    `GRAPH_HOST=${set.GRAPH_HOST} would have tokens sent in the clear: put a proxy with TLS before it and name it in GRAPH_TRUSTED_PROXIES`,
];

/** Names every combination of settings that would leave a door open, and what to do about it. */
export const findUnsafeSettings = (set: SafetyRelevant): string[] =>
  rules.map((rule) => rule(set)).filter((fault) => typeof fault === 'string');

const isPlain = (url: string | undefined): boolean => !!url?.startsWith('http:') && !isLoopback(new URL(url).hostname);

/** On a machine of one's own, with nothing open to others, it is one's own business. */
function isDefaultPassword({ NEO4J_URI, NEO4J_PASSWORD, GRAPH_HOST }: SafetyRelevant): boolean {
  if (!NEO4J_URI || !defaultPasswords.includes(NEO4J_PASSWORD?.toLowerCase() ?? '')) return false;
  return !isLoopback(new URL(NEO4J_URI).hostname) || !isLoopback(GRAPH_HOST);
}
