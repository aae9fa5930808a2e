import type { Caution, Gap, NoneScope, SectionName } from '@ehch/clinical';
import { EMPTY_REASONS, LIST_CODES, LIST_TITLES, LIST_WARNINGS } from '../../../codes/lists.ts';
import type { NoneSection } from '../../../codes/negations.ts';
import { EXTENSION, LOINC, SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { extensionsOf } from '../../../extensions.ts';
import { joined, words } from '../../../text.ts';
import { whyInWords } from '../document-gaps.ts';
import { cautionsFor } from '../cautions.ts';
import type { Reference } from '../datatypes.ts';
import { elementText } from '../elements/words.ts';
import type { Held, PatientRecord } from '../record.ts';
import { isLimitsTitle } from './limits-words.ts';
import { absencesOf, allAbsences, type Absences } from './none-recorded.ts';
import { wordsSay } from './none-said.ts';

/** The reasons that the empty lists of a section give. */
export function emptyLists(record: PatientRecord, section: NoneSection): Absences {
  return allAbsences(
    record.all('List').flatMap((held) => {
      const about = aboutOf(held);
      return about?.section === section && isEmpty(held)
        ? [emptyList(record, held, section, about.reach)]
        : [];
    }),
  );
}

/** Gaps that the lists of a section report: items that are withheld, unavailable, or still on their way. */
export function listGaps(record: PatientRecord, section: SectionName): readonly Gap[] {
  return record.all('List').flatMap((held): readonly Gap[] => {
    const about = aboutOf(held);
    if (held.value.status !== 'current' || (about?.section ?? placeInWords(held)) !== section) return [];
    const name = nameOfList(held, section);
    if (about === null) return entriesNotHere(record, held, section, name);
    const reasons = isEmpty(held) ? reasonGap(held, name) : [];
    const own = isEmpty(held) && reasonWords(held, section) !== null ? [] : remarks(held, name);
    return [...warnings(held, name), ...reasons, ...own, ...entriesNotHere(record, held, section, name)];
  });
}

/** [P] The section for the gaps of an unknown list, by a word of its title. */
function placeInWords({ value: { title, code } }: Held<'List'>): SectionName {
  const named = joined([title, code?.text]) ?? '';
  const place = PLACES.find(([pattern]) => pattern.test(named))?.[1];
  return place ?? (isLimitsTitle(named) ? 'limits' : 'events');
}

const PLACES: readonly (readonly [RegExp, NoneSection])[] = [
  [/allerg|intoleranc/i, 'allergies'],
  [/medic(?:ation|ine)|drug|prescription/i, 'medicines'],
  [/problem|condition|diagnos/i, 'problems'],
];

/** Notes on a list that make no statement of their own: "what was recorded before 2010 may be missing". */
function remarks({ value: { note = [] }, cautions }: Held<'List'>, name: string): readonly Gap[] {
  const noted = note.flatMap(({ text }) => words(text) ?? []);
  return [
    ...noted.map((text): Gap => ({ why: 'more', what: `${name}: “${text}”` })),
    ...(cautions.includes('unknown-modifier')
      ? [{ why: 'unreadable', what: `${name}: a condition that came with the list` } as const]
      : []),
  ];
}

/**
 * Entries of a list without a record: named only in words, or by a reference that leads nowhere. For other
 * lists than allergies, medicines and problems only entries in words count: a list of visits may go back for
 * years.
 */
function entriesNotHere(
  record: PatientRecord,
  held: Held<'List'>,
  section: SectionName,
  name: string,
): readonly Gap[] {
  if (held.value.mode === 'changes') return [];
  const absent = (held.value.entry ?? []).filter(({ item, deleted, flag }) => {
    if (item === undefined) return flag !== undefined;
    const isInWords = item.reference === undefined && words(item.display) !== null;
    return (
      deleted !== true &&
      (isInWords || isNoneSection(section)) &&
      !isListed(record, record.resolve(item, held))
    );
  });
  if (absent.length === 0) return [];
  const told = absent.map(({ item, flag }) =>
    flagged(words(item?.display) ?? containedName(record, held, item), conceptWords(flag, new Set())),
  );
  const named = told.flatMap((text) => text ?? []);
  const unnamed = absent.length - named.length;
  const entries = unnamed === 0 ? [] : [`${unnamed} ${unnamed === 1 ? 'entry' : 'entries'} without a record`];
  return [{ why: 'more', what: `${name}: ${[...named, ...entries].join(', ')}` }];
}

/** Whether an entry leads to a record of its own. A record contained in the list is on no other list. */
function isListed(record: PatientRecord, target: Held | null): boolean {
  return target !== null && record.all(target.type).includes(target);
}

function containedName(record: PatientRecord, list: Held, item: Reference | undefined): string | null {
  const { code, medicationCodeableConcept } = record.resolve(item, list)?.raw ?? {};
  return elementText(code ?? medicationCodeableConcept);
}

/** An entry with its flag: "Amlodipine (Ceased)". */
function flagged(name: string | null, flag: string | null): string | null {
  return flag === null ? name : `${name ?? 'an entry without a record'} (${flag})`;
}

/** The section that a list belongs to, and how much of it the list covers. */
interface About {
  readonly section: NoneSection | 'events';
  readonly reach: NoneScope;
}

/**
 * What a list is about: by its code, and by its title only as a whole. An unknown title limits the code: a
 * list of allergies with the title "Contact allergies" covers those alone. `null`: unknown.
 */
export function aboutOf({ value: { code, title } }: Held<'List'>): About | null {
  const byCode = LIST_CODES.find((one) => codesIn(code, one.system).includes(one.code));
  const named = words(title) ?? words(code?.text);
  const byTitle = named === null ? undefined : LIST_TITLES.get(named.toLowerCase());
  if (byCode === undefined) {
    // A code for something else outweighs the title.
    const isOfAnother = [LOINC, SNOMED].some((system) => codesIn(code, system).length > 0);
    return isOfAnother ? null : (byTitle ?? null);
  }
  if (words(title) === null) return { section: byCode.section, reach: 'all' };
  return { section: byCode.section, reach: byTitle?.section === byCode.section ? byTitle.reach : 'part' };
}

/**
 * Whether a list is empty. An entry taken off the list does not count. A list of changes without entries only
 * says that nothing changed.
 */
function isEmpty({ value: { entry = [], status, mode } }: Held<'List'>): boolean {
  return entry.every(({ deleted }) => deleted === true) && status === 'current' && mode !== 'changes';
}

const SECTION_WORDS = { allergies: 'Allergies', medicines: 'Medicines', problems: 'Problems' } as const;

/** The name of a list: its title, else the words of its code, else the section. */
export function nameOfList({ value: { title, code } }: Held<'List'>, section: SectionName): string {
  const cautions = new Set<Caution>();
  const coded = conceptWords(code, cautions);
  const fallback = SECTION_WORDS[section as NoneSection] ?? 'Events';
  // A code without words is no name.
  return words(title) ?? (cautions.has('code-only') ? null : coded) ?? fallback;
}

function emptyList(
  record: PatientRecord,
  held: Held<'List'>,
  section: NoneSection,
  scope: NoneScope,
): Absences {
  const { date, source } = held.value;
  const found = reasonWords(held, section);
  if (found === null) return { nones: [], unknowns: [] };
  const { known, own, inWords, says, said } = found;
  const cautions = cautionsFor(held);
  if (says === 'none' && known === undefined) cautions.add('unconfirmed');
  const on = readDate(date, cautions);
  const text = `${nameOfList(held, section)}: ${said}`;
  const reach = says === 'none' ? reachOf(scope, own, inWords) : [];
  return absencesOf(record, held, cautions, { section, text, reach, on, by: [source] });
}

/**
 * The reason for an empty list, in words. `null`: it gives none, or its items were withheld or unavailable.
 */
function reasonWords(held: Held<'List'>, section: SectionName) {
  const { emptyReason } = held.value;
  const known = reasonOf(held);
  const own =
    words(emptyReason?.text) ?? words(emptyReason?.coding?.find(({ display }) => words(display))?.display);
  const inWords = own === null || !isNoneSection(section) ? null : wordsSay(section, own);
  const says = known?.says ?? (inWords === null ? null : inWords === 'unknown' ? 'unknown' : 'none');
  const said = own ?? known?.words ?? null;
  return said === null || says === 'withheld' || says === 'failed'
    ? null
    : { known, own, inWords, says, said };
}

function isNoneSection(section: SectionName): section is NoneSection {
  return section in SECTION_WORDS;
}

/**
 * How far the statement of an empty list reaches. Of the list and the words of its reason, the narrower
 * counts: "nil known" by its code, with the words "nil except plasters".
 */
function reachOf(
  scope: NoneScope,
  own: string | null,
  inWords: ReturnType<typeof wordsSay>,
): readonly NoneScope[] {
  if (own === null) return [scope];
  if (inWords === null) return ['part'];
  if (inWords === 'unknown') return [];
  if (inWords.includes('all')) return [scope];
  return scope === 'all' ? inWords : ['part'];
}

function reasonOf({ value: { emptyReason } }: Held<'List'>) {
  const codes = (emptyReason?.coding ?? []).map(({ code }) => EMPTY_REASONS.get(code ?? ''));
  const inWords = whyInWords(emptyReason);
  const said = inWords === null ? undefined : ({ words: inWords, says: inWords } as const);
  return codes.find((reason) => reason !== undefined) ?? said;
}

/** A gap for an empty list whose reason says that something is missing, or cannot be read. */
function reasonGap(held: Held<'List'>, name: string): readonly Gap[] {
  const { emptyReason } = held.value;
  const known = reasonOf(held);
  if (known?.says === 'withheld' || known?.says === 'failed') return [{ why: known.says, what: name }];
  const isWordless = emptyReason !== undefined && known === undefined && conceptWords(emptyReason, new Set());
  const saidInWords = words(emptyReason?.text) ?? words(emptyReason?.coding?.[0]?.display);
  return isWordless && saidInWords === null
    ? [{ why: 'unreadable', what: `${name}: the reason why the list is empty` }]
    : [];
}

/** Gaps from list warnings. An unknown warning is shown with its own words. */
function warnings({ value }: Held<'List'>, name: string): readonly Gap[] {
  return extensionsOf(value.extension, EXTENSION.listWarning).map((extension): Gap => {
    const text = elementText(extension);
    const warning = LIST_WARNINGS.get(text ?? '');
    if (warning === undefined) {
      const said = joined([`${name}, with a warning that is not known here`, text], ': ');
      return { why: 'more', what: said ?? name };
    }
    return { why: warning.why, what: `${name} ${warning.words}` };
  });
}
