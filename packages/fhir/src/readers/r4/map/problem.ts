import type { Problem } from '@ehch/clinical';
import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords, namesOf, statusCode, type ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import type { JsonObject } from '../../../entry.ts';
import { extensionsOf } from '../../../extensions.ts';
import { joined, words } from '../../../text.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import { elementText } from '../elements/words.ts';
import { fact, isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { withheldName } from './absent-reason.ts';
import type { When } from './began.ts';
import { beginOf, endOf, isOver } from './condition-times.ts';
import { evidenceOf, sitesOf, stagesOf } from './problem-parts.ts';
import { codedDetails, wordsAndCodes } from './coded-as.ts';
import { isAskedInWords, isDeniedInWords } from './denied-in-words.ts';
import { cautionWhenOverInWords } from './end-in-words.ts';
import { aboutFamily } from './family-words.ts';
import { endings, refutations } from './refuted.ts';
import { statusIn, verificationOf } from './status-words.ts';

/** R4 condition-clinical. */
const STATUSES = ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'] as const;
const CURRENT: readonly Problem['status'][] = ['active', 'recurrence', 'relapse'];

/** A problem as a fact. A record without a name is refused, and counts as unread. */
export function toProblem(
  record: PatientRecord,
  held: Held<'Condition'>,
  code: ConceptLike | undefined,
): readonly Problem[] {
  const { value } = held;
  const cautions = cautionsFor(held);
  const text = conceptWords(code, cautions) ?? withheldName(code);
  if (text === null) return record.refuse(held, 'missing', 'code');
  record.show(held, 'problems');
  const { status, ended, began, parts } = problemParts(record, held, cautions);
  const isNow = status === 'not-stated' || CURRENT.includes(status);
  if (isNow && isDeniedInWords(held)) cautions.add('contradicts-itself');
  if (isNow) cautionWhenOverInWords(namesOf(value.code), record, cautions);
  if (isOtherSide(text, parts.site)) cautions.add('contradicts-itself');
  if (isAskedInWords(...namesOf(value.code))) cautions.add('unconfirmed');
  const denied = refutations(record, 'Condition', code, cautions);
  const recorded = readDate(value.recordedDate, cautions);
  const over = isNow ? endings(record, held, began.on ?? recorded, cautions) : [];
  if (isAfterNow(recorded, record)) cautions.add('future-dated');
  // The fact takes the cautions as they are, so nothing that adds one may come after it.
  const severity = wordsAndCodes(value.severity, cautions);
  const told: Partial<Record<keyof Problem, string | null>> = {
    ...parts,
    onset: began.words,
    endedWords: ended.words,
  };
  return [
    {
      // The asserter comes before the recorder: the person who made the statement matters, not the person who
      // typed it.
      ...fact(record, held, cautions, { on: began.on ?? recorded, by: [value.asserter, value.recorder] }),
      ...codedDetails(text, code, [...aboutFamily(value.code), ...denied, ...over]),
      text,
      status,
      severity,
      ended: ended.on,
      dated: began.on === null ? 'recorded' : 'began',
      ...(began.on !== null && recorded !== null && { recorded }),
      ...Object.fromEntries(Object.entries(told).filter(([, words]) => words !== null)),
    },
  ];
}

/** Whether the name and the site state opposite sides: "fracture of right hip" at the site "left hip". */
function isOtherSide(name: string, site: string | null): boolean {
  const sides = [name, site ?? ''].map((text) => text.match(/\b(?:left|right|bilateral|both)\b/gi) ?? []);
  const [[own, ...more] = [], [other, ...others] = []] = sides.map((found) =>
    found.map((side) => side.toLowerCase()),
  );
  if (own === undefined || other === undefined || more.length + others.length > 0) return false;
  return own !== other && [own, other].every((side) => side === 'left' || side === 'right');
}

/**
 * What a condition states besides its name: whether it applies, since when, how certain it is, and where in
 * the body.
 */
export function problemParts(record: PatientRecord, held: Held<'Condition'>, cautions: Cautions) {
  const { value } = held;
  const ended = endOf(held, cautions);
  const status = statusAt(record, statusIn(value.clinicalStatus, STATUSES, cautions), ended, cautions);
  const parts = {
    verification: verificationOf(value.verificationStatus, cautions),
    site: sitesOf(held, cautions),
    stage: stagesOf(record, held, cautions),
    evidence: evidenceOf(record, held, cautions),
    weight: weightOf(held),
    category: categoryOf(held, cautions),
  } satisfies Partial<Record<keyof Problem, string | null>>;
  return { status, ended, began: beginOf(held, cautions), parts };
}

/**
 * The status today. An end in the past contradicts "active" (R4 Condition con-4: a problem with an abatement
 * is inactive, resolved or in remission). An end in words ("in childhood", "not yet") proves nothing, and is
 * shown beside the status.
 */
function statusAt(
  record: PatientRecord,
  status: (typeof STATUSES)[number] | null,
  ended: When,
  cautions: Cautions,
): Problem['status'] {
  if (!isOver(record, ended)) {
    const isEnded = status !== null && !CURRENT.includes(status);
    if (isEnded && isAfterNow(ended.on, record)) cautions.add('contradicts-itself');
    return status ?? 'not-stated';
  }
  if (status === null) return 'inactive';
  if (!CURRENT.includes(status)) return status;
  cautions.add('contradicts-itself');
  cautions.leave('clinical status', status);
  return 'inactive';
}

/** UK Core's significance of a problem, and which episode it is. */
function weightOf({ value: { extension } }: Held<'Condition'>): string | null {
  const significances = extensionsOf(extension, EXTENSION.problemSignificance);
  const said = (found: readonly JsonObject[]) => joined([...new Set(found.map(elementText))], ', ');
  const which = said(extensionsOf(extension, EXTENSION.conditionEpisode));
  return joined([said(significances), which === null ? null : `episode: ${which}`], ', ');
}

/** [P] Categories that most entries have, and that add nothing. */
const USUAL = ['problem-list-item', 'encounter-diagnosis'];

function categoryOf({ value: { category = [] } }: Held<'Condition'>, cautions: Cautions): string | null {
  const unusual = category.filter((one) => statusCode(one, USUAL) === null || words(one.text) !== null);
  return joined(
    unusual.map((one) => conceptWords(one, cautions)),
    ', ',
  );
}
