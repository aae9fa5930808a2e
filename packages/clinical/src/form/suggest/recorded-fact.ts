import { plainText } from '../../display/plain-text.ts';
import type { Caution, Recorded } from '../../recorded.ts';
import type { ResidentSections } from '../../resident/sections.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { Instant, PartialDate } from '../../time/types.ts';
import { unreadIn } from '../../unread-in.ts';

/** One fact of the record, before it is fitted to a question. */
export interface RecordedFact {
  /** Several: the options of a question that takes more than one. */
  readonly value: number | string | boolean | readonly string[];
  /** Of a number with a unit: as the record writes it. */
  readonly unit?: string;
  /** As it is read, without its date. */
  readonly text: string;
  readonly on: PartialDate | null;
  /** It was no other before, so that it needs no date. */
  readonly lasting?: true;
  readonly source: string;
  /** For how many months such a fact is of use [P]. Older, it is still offered, and said to be old. */
  readonly usefulMonths?: number;
}

/** Finds one fact in a view; `null`: the record does not say, or not clearly enough to be taken over by one press. */
export type FactReader = (view: ResidentView, now: Instant) => RecordedFact | null;

export type FactReaders = Readonly<Record<string, FactReader>>;

/** Facts that are of use for so many months [P]. */
export function usefulFor(usefulMonths: number, readers: FactReaders): FactReaders {
  return Object.fromEntries(
    Object.entries(readers).map(([name, read]): [string, FactReader] => [
      name,
      (view, now) => {
        const fact = read(view, now);
        return fact === null ? null : { usefulMonths, ...fact };
      },
    ]),
  );
}

/** One thing out of several of its kind, such as one fall: what it says of each question of a row, by the fact's name. */
export interface RecordedRow extends Omit<RecordedFact, 'value' | 'unit'> {
  readonly says: Readonly<Record<string, RecordedFact['value']>>;
}

/** Finds the rows of one list in a view, in the order of the record. */
export type RowReader = (view: ResidentView, now: Instant) => readonly RecordedRow[];

/** Of a list of the record that could be read whole; else `null`: what is missing may be the one that matters. */
export function wholeList<N extends keyof ResidentSections>(
  view: ResidentView,
  name: N,
): ResidentSections[N] | null {
  const section = view.sections[name];
  return section.state === 'known' && unreadIn(section).length === 0 ? recordedIn(view, name) : null;
}

/** A list has no date of its own: it was so when the source last answered. */
export function listAsOf(view: ResidentView, name: keyof ResidentSections): PartialDate | null {
  const section = view.sections[name];
  return section.state === 'known' ? section.asOf : null;
}

/** What a section says, where it says one thing. Failed, withheld, disputed and not recorded offer nothing. */
export function recordedIn<N extends keyof ResidentSections>(
  view: ResidentView,
  name: N,
): ResidentSections[N] | null {
  const section = view.sections[name];
  return section.state === 'known' && section.content.kind === 'recorded' ? section.content.value : null;
}

/**
 * A fact out of an entry of the record; `null` where the entry is not to be taken over.
 *
 * [P] What may mean something else, or is hardly possible, is not one press away. All else that is said of the entry goes
 * with the fact in words. Callers pass the newest entry alone: an older one in its place would hide it.
 */
export function factOf(
  entry: Recorded | null | undefined,
  value: RecordedFact['value'] | null,
  text: string,
  unit?: string,
): RecordedFact | null {
  if (entry === null || entry === undefined || value === null) return null;
  if (entry.cautions.some((caution) => WORDS[caution] === null)) return null;
  const words = [text, ...besideIt(entry)].join(', ');
  const { on, source } = entry;
  return { value, text: words, on, source: source.label, ...(unit === undefined ? {} : { unit }) };
}

function besideIt({ details = [], cautions, notes = [], more = [] }: Recorded): readonly string[] {
  return [
    ...details,
    ...cautions.flatMap((caution) => WORDS[caution] ?? []),
    ...notes.map(({ text }) => `note: ${text}`),
    ...(more.length === 0 ? [] : [`more in the record: ${more.map(({ name }) => name).join(', ')}`]),
  ].map(plainText);
}

/** Each caution in the words that go with an offer; `null`: such a fact is not offered. */
const WORDS: Readonly<Record<Caution, string | null>> = {
  unconfirmed: 'unconfirmed',
  converted: 'rounded or converted from another unit',
  'partly-unreadable': 'part of the record could not be read',
  'past-its-date': 'past its date',
  'code-only': 'named by a code alone',
  'reference-missing': 'a record that would say more could not be found',
  'not-sent': 'signed here, not sent',
  'arrival-not-known': 'signed here, not known whether it arrived',
  'unknown-modifier': null,
  implausible: null,
  'other-unit': null,
  'unit-conflict': null,
  'two-versions': null,
  'future-dated': null,
  'before-birth': null,
  'after-death': null,
  'contradicts-itself': null,
  contradicted: null,
  'mistaken-in-words': null,
  'test-data': null,
  replaced: null,
  'not-in-use': null,
  'other-record': null,
  'death-disputed': null,
};
