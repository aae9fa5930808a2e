import { conceptWords, type ConceptLike } from '../../../coding.ts';
import type { ObservationKind } from '../../../codes/observation-codes.ts';
import { COMPONENT_NAMES, OBSERVATION_DETAILS } from '../../../codes/observation-details.ts';
import { INTERPRETATIONS } from '../../../codes/interpretations.ts';
import { joined, words } from '../../../text.ts';
import { nameOf } from '../author.ts';
import type { Caution } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { civilDayOf } from '@ehch/clinical/time';
import { readDate } from '../../../dates.ts';
import type { Cautions } from '../cautions.ts';
import type { PatientRecord } from '../record.ts';
import { whyAbsent } from './absent-reason.ts';
import { codedAs } from './coded-as.ts';
import { bodyPosition } from './body-position.ts';
import { preconditionOf } from './circumstances.ts';
import { kindOf } from './kind-of-code.ts';
import type { Observation } from './observation-kind.ts';
import { strangeUnit } from './quantity.ts';
import { panelTitle, titleBeside } from './title-beside.ts';
import { plainTextOf, valueWords, type Valued } from './value-words.ts';
import { VITAL_KINDS } from './vital-parts.ts';

/** What the words of a fact already say of its observation, so that the details need not repeat it. */
export interface Told {
  /** The observation's own value. */
  readonly value?: boolean;
  /** Whether the words state this component. */
  readonly component?: (component: Valued) => boolean;
  /** The observations that belong to it, and those from which it was calculated. */
  readonly links?: boolean;
  /** The method is in the words, or decided them. */
  readonly method?: boolean;
  /** The resident's position at the measurement: lying, standing. */
  readonly position?: boolean;
  /** The circumstances in which it applies. */
  readonly circumstances?: boolean;
}

/** Whatever qualifies an observation, in words: the body site, the method, the sender's interpretation. */
export function detailsOf(
  record: PatientRecord,
  held: Observation,
  cautions: Cautions,
  {
    value = true,
    component = () => false,
    links = false,
    method = false,
    position = false,
    circumstances = false,
  }: Told,
): readonly string[] {
  const own = held.value;
  const parts = own.component ?? [];
  // R4 allows one effective[x]. The first one served as the date of the fact.
  const [, ...otherDates] = [own.effectiveDateTime, own.effectiveInstant, own.effectivePeriod?.end].filter(
    (date) => date !== undefined,
  );
  for (const date of otherDates) cautions.leave('another date', date);
  const details = [
    ...kindDetails(own.code),
    ...[own, ...parts].map(({ code }) => titleBeside(code, cautions)),
    isToldByParts(own) ? panelTitle(own.code, cautions) : null,
    value ? secondValue(own, cautions) : ownValue(own, cautions),
    ...[own, ...parts].flatMap(codedBeside),
    periodOf(own),
    named('unit written as', own.valueQuantity === undefined ? null : strangeUnit(own.valueQuantity)),
    // "Implausible, shown as recorded" would be wrong for 3.6 °C that was sent as 38.5 °F.
    cautions.has('converted') && cautions.has('implausible') ? named('written as', ownQuantity(own)) : null,
    conceptWords(own.bodySite, cautions),
    method ? null : named('method', conceptWords(own.method, cautions)),
    position ? null : named('position', bodyPosition(held)),
    circumstances ? null : named('only if', preconditionOf(held)),
    ...(own.interpretation ?? []).map((concept) => marked(concept, cautions)),
    named(
      'specimen',
      own.specimen === undefined ? null : (nameOf(record, own.specimen, held) ?? 'not described'),
    ),
    standingWords(own.status),
    ...(own.focus ?? []).map((focus) => named('about', nameOf(record, focus, held))),
    named(
      'also by',
      joined(
        (own.performer ?? []).slice(1).map((one) => nameOf(record, one, held)),
        ', ',
      ),
    ),
    ...parts
      .filter((part) => !component(part) || valuesOf(part).length > 1)
      .map((part) => valueDetail(part, cautions)),
    ...parts.flatMap((part) =>
      (part.interpretation ?? []).map((concept) => markedPart(part, concept, cautions)),
    ),
    !links && (own.hasMember ?? []).length > 0 ? 'other records belong to it' : null,
    !links && (own.derivedFrom ?? []).length > 0 ? 'worked out from other records' : null,
  ];
  return [...new Set(details.flatMap((detail) => words(detail) ?? []))];
}

/** A status that says how far a value holds. What certainly does not hold is no value (`not-measured.ts`). */
function standingWords(status: Observation['value']['status']): string | null {
  switch (status) {
    case 'preliminary':
      return 'preliminary, not confirmed yet';
    case 'unknown':
      return 'not known whether it holds';
    case 'amended':
    case 'corrected':
      return `${status} since it was first sent`;
    default:
      return null;
  }
}

function ownQuantity({ valueQuantity }: Valued): string | null {
  const said = valueQuantity === undefined ? null : valueWords({ valueQuantity }, new Set());
  return said === null ? null : plainTextOf(said);
}

/**
 * Whether an observation is a panel of vital signs: without a value of its own, and with a code that no
 * section knows.
 */
function isToldByParts(own: Observation['value']): boolean {
  const vitals: readonly (ObservationKind | null)[] = VITAL_KINDS;
  return (
    kindOf(own.code) === null &&
    valueWords(own, new Set()) === null &&
    (own.component ?? []).some(({ code }) => vitals.includes(kindOf(code)))
  );
}

function named(name: string, said: string | null): string | null {
  return said === null ? null : `${name}: ${said}`;
}

/** What the code itself says of the measurement: a weight that the resident stated was not measured. */
function kindDetails(code: ConceptLike): readonly string[] {
  return (code.coding ?? []).flatMap((coding) => OBSERVATION_DETAILS.get(coding.code ?? '') ?? []);
}

/**
 * The period of a value over several days, such as an average or a minimum. The fact has the date of its last
 * day.
 */
function periodOf({ effectivePeriod }: Observation['value']): string | null {
  const from = readDate(effectivePeriod?.start, new Set());
  const to = readDate(effectivePeriod?.end, new Set());
  if (from === null || to === null || civilDayOf(from) === civilDayOf(to)) return null;
  return `from ${formatDate(from)} to ${formatDate(to)}`;
}

/** The displays of a value, where its text says something else: "independent", coded as "unable to walk". */
function codedBeside({ valueCodeableConcept }: Valued): readonly string[] {
  const text = conceptWords(valueCodeableConcept, new Set());
  return text === null ? [] : codedAs(text, valueCodeableConcept);
}

/** The observation's own value, for a fact that is made from another part of it. */
function ownValue(own: Valued, cautions: Cautions): string | null {
  if (valueWords(own, new Set()) === null && whyAbsent(own) === null) return null;
  const title = conceptWords(own.code, new Set());
  const isWords = title !== null && !/^[\d-]+$/.test(title);
  return valueDetail({ ...own, code: { text: isWords ? title : 'recorded' } }, cautions);
}

/** R4 allows one value. Of two values nobody knows which is right, so both are shown. */
function secondValue(own: Valued, cautions: Cautions): string | null {
  const values = valuesOf(own);
  if (values.length < 2) return null;
  cautions.add('contradicts-itself');
  return `value recorded as ${values.join(', and as ')}`;
}

/** The value of each type in words, without repetition. */
function valuesOf(valued: Valued): readonly string[] {
  const said = Object.entries(valued).flatMap(([key, value]) => {
    const text = key.startsWith('value') ? valueWords({ [key]: value }, new Set()) : null;
    return text === null ? [] : [plainTextOf(text)];
  });
  return [...new Set(said)];
}

/** A component in words: "cuff size: large". */
function valueDetail(valued: Valued, cautions: Cautions): string | null {
  const said = valueWords(valued, cautions);
  const text = said === null ? whyAbsent(valued) : joined([plainTextOf(said), whyAbsent(valued)], ', ');
  return joined([nameIn(valued.code, cautions), text ?? 'no value'], ': ');
}

/**
 * The name of a code. A vital sign whose code has no words still gets a name, because "8310-5: 98.6" tells
 * nobody that it is a temperature.
 */
export function nameIn(code: ConceptLike | undefined, cautions: Cautions): string | null {
  const bare = new Set<Caution>();
  const said = conceptWords(code, bare);
  if (!bare.has('code-only')) return said;
  const [known] = (code?.coding ?? []).flatMap((coding) => COMPONENT_NAMES.get(coding.code ?? '') ?? []);
  return known ?? conceptWords(code, cautions);
}

function marked(concept: ConceptLike, cautions: Cautions): string | null {
  const code = concept.coding?.find((one) => INTERPRETATIONS.has(one.code ?? ''))?.code;
  const said = words(concept.text) ?? INTERPRETATIONS.get(code ?? '') ?? conceptWords(concept, cautions);
  return said === null ? null : `marked: ${said}`;
}

function markedPart(part: Valued, concept: ConceptLike, cautions: Cautions): string | null {
  return joined([conceptWords(part.code, cautions), marked(concept, cautions)], ' ');
}
