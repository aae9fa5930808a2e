import type { Allergy } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords, namesOf, type ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { extensionsOf, part } from '../../../extensions.ts';
import { elementText } from '../elements/words.ts';
import { words } from '../../../text.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import { fact, isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { reactionsOf } from './allergy-reactions.ts';
import { substanceOf } from './allergy-substance.ts';
import { beganWhen } from './began.ts';
import { dateIn } from './date-in.ts';
import { codedDetails } from './coded-as.ts';
import { wordsSay } from './none-said.ts';
import { isAskedInWords, isDeniedInWords } from './denied-in-words.ts';
import { aboutFamily } from './family-words.ts';
import { hasPassed } from './passed.ts';
import { endings, refutations } from './refuted.ts';
import { statusIn, verificationOf } from './status-words.ts';

type Reaction = NonNullable<Held<'AllergyIntolerance'>['value']['reaction']>[number];

/** R4 allergyintolerance-clinical. */
export const ALLERGY_STATUSES = ['active', 'inactive', 'resolved'] as const;

/** An allergy as a fact. A record that names no substance is refused, and counts as unread. */
export function toAllergy(
  record: PatientRecord,
  held: Held<'AllergyIntolerance'>,
  code: ConceptLike | undefined,
): readonly Allergy[] {
  const { value } = held;
  const cautions = cautionsFor(held);
  const substance = substanceOf(held, code, hasReacted(held), cautions);
  if (substance === null) return record.refuse(held, 'missing', 'code');
  record.show(held, 'allergies');
  const ended = endOfAllergy(held, cautions);
  const status = statusAt(
    record,
    statusIn(value.clinicalStatus, ALLERGY_STATUSES, cautions),
    ended.on,
    cautions,
  );
  const verification = verificationOf(value.verificationStatus, cautions);
  const reactions = reactionsOf(record, held, cautions);
  const denied = refutations(record, 'AllergyIntolerance', code, cautions);
  const isNow = status !== 'inactive' && status !== 'resolved';
  if (isNow && isDeniedInWords(held)) cautions.add('contradicts-itself');
  if (isAskedInWords(...namesOf(value.code))) cautions.add('unconfirmed');
  const days = daysOf(record, held, cautions);
  const { on, ...told } = days;
  const over = isNow ? endings(record, held, on, cautions) : [];
  return [
    {
      // The asserter comes before the recorder: the person who made the statement matters, not the person who
      // typed it.
      ...fact(record, held, cautions, { on, by: [value.asserter, value.recorder], note: substance.notes }),
      ...codedDetails(substance.text, code, [...aboutFamily(value.code), ...denied, ...over]),
      ...told,
      substance: substance.text,
      kind: value.type ?? 'unknown',
      category: value.category ?? [],
      criticality: value.criticality ?? null,
      reactions,
      status,
      ...(verification !== null && { verification }),
      ...(ended.on !== null && { ended: ended.on }),
      ...(ended.why !== null && { endedWhy: ended.why }),
    },
  ];
}

/** When the allergy began, when it was recorded, and when the resident last reacted. */
function daysOf(
  record: PatientRecord,
  { value }: Held<'AllergyIntolerance'>,
  cautions: Cautions,
): Pick<Allergy, 'on' | 'lastReaction' | 'dated' | 'recorded' | 'onset'> {
  const { onsetDateTime: dateTime, onsetPeriod: period, onsetAge: age, onsetRange: range } = value;
  const began = beganWhen({ dateTime, period, age, range, string: value.onsetString }, cautions);
  const recorded = readDate(value.recordedDate, cautions);
  const lastReaction = readDate(value.lastOccurrence, cautions);
  if ([recorded, lastReaction].some((day) => isAfterNow(day, record))) cautions.add('future-dated');
  return {
    on: began.on ?? recorded,
    lastReaction,
    dated: began.on === null ? 'recorded' : 'began',
    ...(began.on !== null && recorded !== null && { recorded }),
    ...(began.words !== null && { onset: began.words }),
  };
}

/** UK Core's end of an allergy, at the status or at the record itself. */
export function endOfAllergy(
  { value }: Held<'AllergyIntolerance'>,
  cautions: Cautions,
): { readonly on: PartialDate | null; readonly why: string | null } {
  const [end, ...others] = [value.extension, value.clinicalStatus?.extension].flatMap((list) =>
    extensionsOf(list, EXTENSION.allergyEnd),
  );
  for (const other of others) cautions.leave('another end', elementText(other));
  return {
    on: dateIn(part(end, 'endDate'), cautions),
    why: words(elementText(part(end, 'reasonEnded'))),
  };
}

/** An end in the past contradicts the status "active". */
function statusAt(
  record: PatientRecord,
  status: (typeof ALLERGY_STATUSES)[number] | null,
  ended: PartialDate | null,
  cautions: Cautions,
): Allergy['status'] {
  if (!hasPassed(ended, record)) return status ?? 'not-stated';
  if (status !== 'active') return status ?? 'inactive';
  cautions.add('contradicts-itself');
  cautions.leave('clinical status', status);
  return 'inactive';
}

/**
 * Whether the record describes a reaction, though it names no allergy: "unknown", with anaphylaxis. "None" as
 * a sign is no reaction.
 */
export function hasReacted({ value }: Held<'AllergyIntolerance'>): boolean {
  const { reaction = [], criticality, lastOccurrence } = value;
  return reaction.some(isReaction) || criticality === 'high' || words(lastOccurrence) !== null;
}

function isReaction({ substance, manifestation = [], description, note = [] }: Reaction): boolean {
  const texts = [
    ...[substance, ...manifestation].map((concept) => conceptWords(concept, new Set())),
    ...[description, ...note.map(({ text }) => text)].map(words),
  ].filter((text) => text !== null);
  return texts.length === 0 || texts.some((text) => wordsSay('allergies', text) === null);
}
