import { CFS_WARNING_WORDS } from '../instruments/cfs/cfs-words.ts';
import { news2FlagWords } from '../instruments/news2/news2-words.ts';
import type { ScoreResult } from '../score.ts';

/** What each named fact beside a score means to the reader. Screen, copy, record and summary say it in these words. */
const FLAG: Readonly<Record<string, string>> = {
  'rounded-input': 'a rounded value was scored at its worse end',
  'rounded-source': 'the source is rounded, and rounding decides its band',
  'not-a-36th': 'the printed score fits no count of 36 deficits',
  'another-index': 'the source calls it another index',
  'informant-not-stated': 'it is not said who was asked about the change',
  'watched-not-stated': 'it is not said during what they were watched',
  ...CFS_WARNING_WORDS,
  amputation: 'an amputation: the number is too low, and nothing was adjusted',
  oedema: 'fluid (oedema): the number is too high, and nothing was adjusted',
  'interval-not-known': 'the time between the two weights is not known',
  'dates-in-wrong-order': 'the two dates are in the wrong order',
  'creatinine-perhaps-mg-dl': 'the creatinine may be in mg/dL',
  'creatinine-floored': 'the creatinine was raised to the place’s lowest value',
  'weight-kind-not-stated': 'it is not said which weight was used',
  'weight-date-not-stated': 'the day of the weight is not known',
  'weight-over-3-months': 'the weight is over 3 months old',
  'creatinine-date-not-stated': 'the day of the creatinine is not known',
  'creatinine-over-12-months': 'the creatinine is over 12 months old',
  'tool-not-stated': 'the calculator or list is not named: totals of two lists do not compare',
  'counted-not-stated': 'it is not said what was counted',
  'reason-not-stated': 'it is not said why it was not done',
  'sitting-not-standing': 'measured sitting, not standing: it shows less of a fall',
  'posture-not-stated': 'the posture of a reading is not said',
  'standing-under-90': 'below 90 mmHg on standing',
  'implausible-standing': 'a standing reading is outside what is usual, and counted as it was given',
  'weight-loss-5-not-settled': 'exactly 5 %: the place has not ruled whether it counts',
  'not-halves': 'deficits count whole or half',
  'more-present-than-considered': 'more deficits present than were looked at',
  'more-considered-than-listed': 'more deficits looked at than are on the list',
  'too-few-deficits': 'too few deficits are known',
  'too-much-missing': 'too many deficits are not known',
  'impossible-speed': 'faster than anybody walks',
};

/** The parts that a flag may name, as they are read in the middle of a sentence. */
const PART: Readonly<Record<string, string>> = {
  kg: 'the weight',
  heightM: 'the height',
  previousKg: 'the previous weight',
  currentKg: 'the weight now',
  lyingSbp: 'the upper pressure lying',
  lyingDbp: 'the lower pressure lying',
  seconds: 'the time',
  metres: 'the distance',
  ageYears: 'the age',
  creatinineUmolL: 'the creatinine',
};

/** Flags of parts that could not be done or are impossible: they stand at their questions. */
const AT_ITS_QUESTION = /^(impossible|unable|refused|not-asked|not-known)-/;

/** What is to be careful about, in words. Parts that could not be done or are impossible stand at their questions. */
export function flagWords({ instrument, flags }: Pick<ScoreResult, 'instrument' | 'flags'>): string[] {
  const apart = flags.filter((flag) => !AT_ITS_QUESTION.test(flag));
  // NEWS2 has a vocabulary of its own, which the summary uses for whoever sent the score.
  return apart.map(instrument === 'news2' ? news2FlagWords : oneFlag);
}

function oneFlag(flag: string): string {
  if (Object.hasOwn(FLAG, flag)) return FLAG[flag] ?? flag;
  const [, kind, part = ''] = /^(implausible|outside-set|one-of)-(.+)$/.exec(flag) ?? [];
  const named = Object.hasOwn(PART, part) ? PART[part] : part.replaceAll('-', ' ');
  if (kind === 'implausible') return `${named} is outside what is usual, and counted as it was given`;
  if (kind === 'outside-set') return `${named} was measured at another time, and does not count`;
  if (kind === 'one-of') return `two degrees of one disease were both answered: ${named}`;
  // A flag of a newer program is still what somebody said of the number.
  return flag.replaceAll('-', ' ');
}
