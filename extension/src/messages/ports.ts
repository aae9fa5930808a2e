/** Names of the runtime ports. The vault closes a port of any other name without reading from it. */
export const PORTS = { page: 'ehch-page', side: 'ehch-side' } as const;

/** Keeps the vault awake while a person is on screen. It carries no content, so it has no message schema. */
export const PING = 'ping';

/** The one question of a content script. It carries nothing: the browser names the page that asks. */
export const ADAPTERS_PLEASE = { kind: 'adapters' } as const;
