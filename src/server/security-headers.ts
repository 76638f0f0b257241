import type { ServerResponse } from 'node:http';

const always: Readonly<Record<string, string>> = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

// Answers are data: a browser that takes one for a page shall run and show nothing of it.
const forAnswers: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

const pagePolicy = [
  "default-src 'self'",
  // The editor of GraphiQL works in blobs, and it and the charts set styles.
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "base-uri 'self'",
  "object-src 'none'",
].join('; ');

const forPages: Readonly<Record<string, string>> = {
  'content-security-policy': pagePolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'x-frame-options': 'DENY',
};

const headersOf = { page: Object.entries({ ...always, ...forPages }), answer: Object.entries({ ...always, ...forAnswers }) };

/** Sets what browsers shall keep to: for pages of ours, or for answers, which are none. */
export function setSecurityHeaders(response: ServerResponse, kind: 'page' | 'answer'): void {
  for (const [name, value] of headersOf[kind]) response.setHeader(name, value);
}
