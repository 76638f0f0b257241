import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { audiences } from '../domain/access.ts';

const LEAST_SECRET_BYTES = 32;
// Fewer different signs than this are a placeholder, not a secret.
const LEAST_SIGNS = 12;

const isNetwork = (text: string): boolean => ipaddr.isValidCIDR(text) || ipaddr.isValid(text);
const isStrong = (secret: string): boolean => Buffer.byteLength(secret) >= LEAST_SECRET_BYTES && new Set(secret).size >= LEAST_SIGNS;
const audience = z.enum(audiences, `must be one of ${audiences.join(', ')}`).optional();

/** The settings of who may do what, one by one; how they go together, `check-safety.ts` says. */
export const accessSettings = {
  GRAPH_ACCESS: z.enum(['open', 'private'], 'must be open or private').default('open'),
  // One secret a line, while they are being changed.
  GRAPH_JWT_SECRET: z
    .string()
    .transform((text) => text.split(/[\r\n]+/).filter((line) => line !== ''))
    .refine(
      (secrets) => secrets.length > 0 && secrets.every(isStrong),
      `must be at least ${LEAST_SECRET_BYTES} bytes of chance; make one with: openssl rand -base64 48`,
    )
    .optional(),
  GRAPH_JWT_SECRET_FILE: z.string().optional(),
  GRAPH_JWKS_URL: z.url({ protocol: /^https?$/, error: 'must be an address that begins with https://' }).optional(),
  GRAPH_JWT_ISSUER: z.string().optional(),
  GRAPH_JWT_AUDIENCE: z.string().optional(),
  GRAPH_PASSAGES_FOR: audience,
  GRAPH_METRICS_FOR: audience,
  GRAPH_TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine((networks) => networks.every(isNetwork), 'must be addresses or networks such as 10.0.0.0/8, separated by commas')
    .default([]),
};
