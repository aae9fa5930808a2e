/**
 * The only difference of a demo build: http with names below `localhost`, which always mean this machine (RFC 6761).
 */
export const demo = {
  host_permissions: ['http://*.localhost/*'],
  reachable: ['https:', 'http://*.localhost:*'],
} as const;
