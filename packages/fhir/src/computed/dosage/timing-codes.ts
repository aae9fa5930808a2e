/** In the order of R4's days-of-week codes. */
export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const PARTS_OF_DAY = { MORN: 'morning', AFT: 'afternoon', EVE: 'evening' };
const MEALS = { C: 'meals', CM: 'breakfast', CD: 'lunch', CV: 'the evening meal' };

/** R4 event-timing and v3-TimingEvent, in words. */
export const MOMENTS: ReadonlyMap<string, string> = new Map([
  ['NOON', 'at noon'],
  ['NIGHT', 'at night'],
  ['PHS', 'after going to sleep'],
  ['HS', 'at bedtime'],
  ['WAKE', 'on waking'],
  ['IC', 'between meals'],
  ['ICM', 'between breakfast and lunch'],
  ['ICD', 'between lunch and the evening meal'],
  ['ICV', 'between the evening meal and bedtime'],
  ...Object.entries(PARTS_OF_DAY).flatMap(([code, part]): [string, string][] => [
    [code, `in the ${part}`],
    [`${code}.early`, `in the early ${part}`],
    [`${code}.late`, `in the late ${part}`],
  ]),
  ...Object.entries(MEALS).flatMap(([code, meal]): [string, string][] => [
    [code, `with ${meal}`],
    [`A${code}`, `before ${meal}`],
    [`P${code}`, `after ${meal}`],
  ]),
]);

/** v3-GTSAbbreviation, as R4 Timing.code has it, in words. No Latin reaches the screen (CUI MEDi-024). */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['BID', 'twice a day'],
  ['TID', 'three times a day'],
  ['QID', 'four times a day'],
  ['AM', 'every morning'],
  ['PM', 'every afternoon'],
  ['QD', 'once a day'],
  ['QOD', 'every other day'],
  ['Q1H', 'every hour'],
  ...[2, 3, 4, 6, 8].map((hours): [string, string] => [`Q${hours}H`, `every ${hours} hours`]),
  ['BED', 'at bedtime'],
  ['WK', 'once a week'],
  ['MO', 'once a month'],
  ['JB', 'Monday to Friday'],
  ['JE', 'at weekends'],
]);
