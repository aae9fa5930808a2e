/**
 * SNOMED CT concepts of the IDDSI framework, International Edition (published terminology survey of July
 * 2026; check against the current UK Edition before release). Level 3 is one concept for both drinks and
 * food.
 */
export const IDDSI_LEVELS: ReadonlyMap<string, { readonly drinks?: number; readonly food?: number }> =
  new Map([
    ['1231508001', { drinks: 0 }],
    ['1237441005', { drinks: 1 }],
    ['1237442003', { drinks: 2 }],
    ['1237444002', { drinks: 3, food: 3 }],
    ['1237446000', { drinks: 4 }],
    ['1237447009', { food: 4 }],
    ['1237448004', { food: 5 }],
    ['1237449007', { food: 6 }],
    ['1237450007', { food: 7 }],
    ['1237451006', { food: 7 }],
  ]);
