/** What an adapter that somebody taught is called. No word of a page is in it, so an export carries none. */
export const TAUGHT = { id: 'taught', title: 'Taught by pointing at a page' } as const;
