import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { allergyRecorded } from './allergy-recorded.ts';
import { coming } from './coming.ts';
import { elsewhereSince } from './elsewhere-since.ts';
import { eventsSince } from './events-since.ts';
import { frailtySince } from './frailty-since.ts';
import { functionSince } from './function-since.ts';
import { lastDays } from './last-days.ts';
import { limitsChanged } from './limits-changed.ts';
import { medicinesSince } from './medicines-since.ts';
import { news2AgainstUsual } from './news2-against-usual.ts';
import { notKnown } from './not-known.ts';
import { nothingNew } from './nothing-new.ts';
import { otherChanges } from './other-changes.ts';
import { overdue } from './overdue.ts';
import { problemsSince } from './problems-since.ts';
import { promisePassed } from './promise-passed.ts';
import { unanswered } from './unanswered.ts';
import { weightSince } from './weight-since.ts';
import { whereabouts } from './whereabouts.ts';

/** A rule looks at one subject and makes one line, several lines or none. */
export type GlanceRule = (question: GlanceQuestion) => readonly GlanceLine[];

/** The rules, one on each line. Among equally urgent lines, the rule that stands higher here comes first. */
export const GLANCE_RULES: readonly GlanceRule[] = [
  unanswered,
  promisePassed,
  lastDays,
  whereabouts,
  news2AgainstUsual,
  overdue,
  limitsChanged,
  allergyRecorded,
  weightSince,
  functionSince,
  frailtySince,
  eventsSince,
  medicinesSince,
  problemsSince,
  elsewhereSince,
  coming,
  nothingNew,
  otherChanges,
  notKnown,
];
