/**
 * SNOMED CT codes that say that a person lives in a care home. Secondary source: public NHS analytics code lists; the
 * care home refset also holds visits and requests, from which residence must not be inferred, so it is not used.
 */
export const RESIDENCE: ReadonlySet<string> = new Set([
  '160734000', // lives in a nursing home
  '394923006', // lives in a residential home
  '248171000000108', // lives in a care home
  '160737007', // named in our source without words
  '1024771000000108', // lives temporarily in a care home
  '224224003', // named in our source without words
]);

export const TEMPORARY_RESIDENCE = '1024771000000108';
