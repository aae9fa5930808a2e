import { extensionPages } from './csp.ts';

/**
 * The only difference of a demo build: http with names below `localhost`, which always mean this machine (RFC 6761).
 */
export const demo = {
  host_permissions: ['http://*.localhost/*'],
  extension_pages: extensionPages(['https:', 'http://*.localhost:*']),
} as const;
