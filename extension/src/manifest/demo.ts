import { extensionPages } from './csp.ts';

/** The one patch that makes a demo build: http with names below `localhost`, which no name server gives to anybody else. */
export const demo = {
  host_permissions: ['http://*.localhost/*'],
  extension_pages: extensionPages(['https:', 'http://*.localhost:*']),
} as const;
