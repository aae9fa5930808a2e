import {
  LEADING_SECTIONS,
  SECTION_ORDER,
  type Content,
  type Gap,
  type Section,
  type SectionName,
  type WithheldReason,
} from '@ehch/clinical';
import type { BuildViewInput } from './build-view-input.ts';
import { unwrap, type BundleGap } from './bundle.ts';
import type { Entry } from './entry.ts';
import { plainEntry } from './json.ts';
import type { Account } from './ledger.ts';
import type { Reading, SectionReading } from './reader.ts';
import { withoutClock } from './plan-clock.ts';
import { readers } from './readers/index.ts';
import { versionOf } from './fhir-version.ts';
import type { RecordedPlan, RecordedView } from './recorded-view.ts';
import { isAnsweredWhole, toSection } from './section.ts';
import { mayBelong } from './sections.ts';

/** What was read of a whole record. */
export interface WholeReading {
  readonly view: RecordedView;
  readonly account: Account;
  /** The whole record but its identity is withheld. */
  readonly withheld: WithheldReason | null;
}

/** A record that has been opened, and is told in two steps. */
export interface OpenedRecord {
  /**
   * Who this is, what is agreed and allergies; every other section is loading. So is one of these three while nothing is
   * found for it: that there is nothing can only be said when all has been read.
   */
  leading(): RecordedView;
  whole(): WholeReading;
}

/**
 * Reads raw resources into what they say about one resident, with an account of what became of every one of them. Never
 * throws and never guesses: what cannot be read is a gap, what is not the resident's is set aside, and nothing missing
 * reads as "none".
 */
export function readRecord(input: BuildViewInput): WholeReading {
  return openedRecord(input).whole();
}

/** The same in two steps, for a screen that shows what matters first before the rest has been worked out. */
export function openedRecord(input: BuildViewInput): OpenedRecord {
  const found = unwrap(input.resources);
  const entries = found.entries.map(plainEntry);
  const version = versionOf(entries);
  const reader = readers.find((known) => known.reads(version));
  if (reader === undefined) return unsupported(entries, input);
  const reading = reader.read(entries, input);
  const { account, withheld } = reading;
  return {
    leading: () => leadingView(viewOf(LEADING_SECTIONS, reading, found.gaps, input)),
    whole: () => ({ view: viewOf(SECTION_ORDER, reading, found.gaps, input), account, withheld }),
  };
}

function unsupported(entries: readonly Entry[], input: BuildViewInput): OpenedRecord {
  const outcome = { state: 'set-aside', why: 'another-version' } as const;
  const rows = entries.map((entry) => ({ entry, outcome, held: null, isSupport: false }));
  const failed: Section<never> = { state: 'failed', error: { code: 'unsupported' }, at: input.now };
  const view = viewWith(input, () => failed);
  const account = { rows, shown: new Map(), marks: new Map() };
  return { leading: () => view, whole: () => ({ view, account, withheld: null }) };
}

function leadingView(view: RecordedView): RecordedView {
  const sections = Object.fromEntries(
    Object.entries(view.sections).map(([name, section]): [string, Section<unknown>] => [
      name,
      claimsAbsence(section) ? { state: 'loading' } : section,
    ]),
  );
  // Each section kept its name.
  return { ...view, sections: sections as RecordedView['sections'] };
}

function claimsAbsence(section: Section<unknown>): boolean {
  return (
    section.state === 'known' &&
    (section.content.kind === 'not-recorded' || section.content.kind === 'recorded-as-none')
  );
}

/** The view as far as these sections go; the others are loading, unless the whole record is refused or withheld. */
function viewOf(
  names: readonly SectionName[],
  reading: Reading,
  gaps: readonly BundleGap[],
  input: BuildViewInput,
): RecordedView {
  const told = reading.sections(names);
  return viewWith(input, (name) => sectionOf(name, told.get(name), reading, gaps, input));
}

function viewWith(input: BuildViewInput, section: (name: SectionName) => Section<unknown>): RecordedView {
  const sections = Object.fromEntries(SECTION_ORDER.map((name) => [name, section(name)]));
  return {
    resident: input.resident,
    // Each section was made by the map of its own name.
    sections: sections as RecordedView['sections'],
    sourceLabel: input.sourceLabel,
  };
}

function sectionOf(
  name: SectionName,
  told: SectionReading<SectionName> | undefined,
  reading: Reading,
  found: readonly BundleGap[],
  input: BuildViewInput,
): Section<unknown> {
  if (reading.refused !== undefined)
    return { state: 'failed', error: { code: reading.refused }, at: input.now };
  if (reading.withheld !== null && name !== 'identity') return { state: 'withheld', why: reading.withheld };
  if (told === undefined) return { state: 'loading' };
  const missing = found
    .filter(({ about }) => mayBelong(about, name))
    .map(({ why, what }): Gap => ({ why, what }));
  const gaps = [...told.gaps, ...missing];
  const isWhole = gaps.length === 0 && isAnsweredWhole(name, input);
  const content =
    // The content of a section is of its own name.
    name === 'plan' && !isWhole ? withoutClock(told.content as Content<RecordedPlan>) : told.content;
  const answered = toSection<unknown>(name, content, gaps, input);
  const section =
    answered.state === 'known' ? { ...answered, gaps: [...answered.gaps, ...told.beside] } : answered;
  // A view without a person in it is not an empty record: the one who was asked for was not there.
  const nobody = name === 'identity' && section.state === 'known' && section.content.kind === 'not-recorded';
  return nobody ? { state: 'failed', error: { code: 'not-found' }, at: input.now } : section;
}
