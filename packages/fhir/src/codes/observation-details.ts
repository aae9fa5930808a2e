/**
 * Codes that say, beside what was measured, how: LOINC and SNOMED CT. What somebody says of her own weight was not measured.
 */
export const OBSERVATION_DETAILS: ReadonlyMap<string, string> = new Map([
  ['784399000', 'as the person says, not measured'], // Self reported body weight
  ['1162419008', 'as the person says, not measured'], // Self reported body height
  ['3142-7', 'as stated, not measured'], // Body weight Stated
  ['3138-5', 'as stated, not measured'], // Body height Stated
  ['8350-1', 'with clothes'], // Body weight Measured --with clothes
  ['8351-9', 'without clothes'], // Body weight Measured --without clothes
  ['424927000', 'with shoes'], // Body weight with shoes
  ['425024002', 'without shoes'], // Body weight without shoes
]);
