/** Names of the runtime ports. A port of any other name is closed unheard. */
export const PORTS = { page: 'ehch-page', side: 'ehch-side' } as const;

/** Kept apart from the messages: it says nothing, and keeps the vault awake while a person is on screen. */
export const PING = 'ping';
