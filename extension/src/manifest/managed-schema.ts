/**
 * What an administrator may set for Chrome and Edge. The browser drops what does not fit. The vault checks it again
 * (`vault/adapters/read-managed.ts`), because Firefox checks nothing.
 */
export const managedSchema = {
  type: 'object',
  properties: {
    adapters: {
      title: 'Adapters',
      description: 'Each item is one adapter as a JSON text: see docs/enabling-a-site.md.',
      type: 'array',
      items: { type: 'string' },
    },
    allowUserSites: {
      title: 'Users may enable sites',
      description: 'Left out, they may. A site of theirs needs a template that the extension has.',
      type: 'boolean',
    },
    allowTeach: {
      title: 'Users may teach a page',
      description: 'Left out, they may, where they may enable sites. Taught sites then count as well.',
      type: 'boolean',
    },
    wipeEpoch: {
      title: 'Order to erase',
      description:
        'A number that counts up. Each higher one ends the session and erases all that is kept here, sent or not.',
      type: 'integer',
    },
  },
} as const;
