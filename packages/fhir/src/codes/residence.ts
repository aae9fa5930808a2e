/**
 * SNOMED CT codes that say that a person lives in a care home. Secondary source: public NHS analytics code
 * lists.
 * The care home refset is not used: it also has visits and requests, which do not prove residence.
 */
export const RESIDENCE: ReadonlySet<string> = new Set([
  '160734000', // lives in a nursing home
  '394923006', // lives in a residential home
  '248171000000108', // lives in a care home
  '160737007', // named in our source without words
  '1024771000000108', // lives temporarily in a care home
  '224224003', // named in our source without words
]);

/** Lives in a care home for a limited time. The home is not the permanent address. */
export const TEMPORARY_RESIDENCE = '1024771000000108';
