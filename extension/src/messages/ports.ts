/** Names of the runtime ports. A port of any other name is closed unheard. */
export const PORTS = { page: 'ehch-page', side: 'ehch-side' } as const;
