/**
 * SNOMED CT codes that say that a person lives in a care home. Secondary source: public NHS analytics code lists; the
 * care home refset also holds visits and requests, from which residence must not be inferred, so it is not used.
 */
export const RESIDENCE: ReadonlyMap<string, { readonly words: string; readonly temporary?: true }> = new Map([
  ['160734000', { words: 'lives in a nursing home' }],
  ['394923006', { words: 'lives in a residential home' }],
  ['248171000000108', { words: 'lives in a care home' }],
  ['160737007', { words: 'lives in an old people’s home' }],
  ['1024771000000108', { words: 'lives temporarily in a care home', temporary: true }],
  ['224224003', { words: 'lives in a home' }],
]);
