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
import { BEHIND_CLOCK, withoutClock } from './plan-clock.ts';
import { readers } from './readers/index.ts';
import { versionInSteps } from './fhir-version.ts';
import type { RecordedPlan, RecordedView } from './recorded-view.ts';
import { isAnsweredWhole, toSection } from './section.ts';
import { atOnce, flatMapInSteps, inOneStep, type Steps } from './steps.ts';
import { mayBelong } from './sections.ts';

/** All that was read of a record. */
export interface WholeReading {
  readonly view: RecordedView;
  readonly account: Account;
  /** Why the whole record but its identity is withheld. `null`: it is not. */
  readonly withheld: WithheldReason | null;
}

/** A record that has been read, and that can be shown in two steps. */
export interface OpenedRecord {
  /**
   * Identity, agreed limits and allergies; every other section is loading. One of these three is also loading
   * while nothing is found for it. Only the whole record can show that there is nothing.
   */
  leading(): RecordedView;
  /** Every section, with the account of all resources. */
  whole(): WholeReading;
}

/**
 * Reads raw resources into statements about one resident, with an account of every resource.
 * Never throws and never guesses. What cannot be read is a gap. What is about someone else is set aside.
 * Nothing missing reads as "none".
 */
export function readRecord(input: BuildViewInput): WholeReading {
  return atOnce(recordInSteps(input));
}

/** The same as {@link readRecord}, giving way. Whoever runs it hands in what nobody changes meanwhile. */
export function* recordInSteps(input: BuildViewInput): Steps<WholeReading> {
  const { whole } = yield* openedInSteps(input);
  return yield* whole();
}

/** The same in two parts, for a screen that shows the most important sections before the rest is ready. */
export function openedRecord(input: BuildViewInput): OpenedRecord {
  const { leading, whole } = atOnce(openedInSteps(input));
  return { leading: () => atOnce(leading()), whole: () => atOnce(whole()) };
}

/** An {@link OpenedRecord} that gives way. */
export interface OpenedInSteps {
  leading(): Steps<RecordedView>;
  whole(): Steps<WholeReading>;
}

/** The same as {@link openedRecord}, giving way. Whoever runs it hands in what nobody changes meanwhile. */
export function* openedInSteps(input: BuildViewInput): Steps<OpenedInSteps> {
  const found = unwrap(input.resources, { now: input.now });
  yield;
  const entries = yield* flatMapInSteps(found.entries, (entry) => [plainEntry(entry)]);
  const version = yield* versionInSteps(entries);
  const reader = readers.find((known) => known.reads(version));
  // No reader for this version: every section fails. An empty view would look like an empty record.
  if (reader === undefined) return unsupported(entries, input);
  yield;
  const reading = yield* reader.read(entries, input);
  const { account, withheld } = reading;
  return {
    *leading() {
      return leadingView(yield* viewOf(LEADING_SECTIONS, reading, found.gaps, input));
    },
    *whole() {
      return { view: yield* wholeViewOf(reading, found.gaps, input), account, withheld };
    },
  };
}

function unsupported(entries: readonly Entry[], input: BuildViewInput): OpenedInSteps {
  const outcome = { state: 'set-aside', why: 'another-version' } as const;
  const rows = entries.map((entry) => ({ entry, outcome, held: null, isSupport: false }));
  const failed: Section<never> = { state: 'failed', error: { code: 'unsupported' }, at: input.now };
  const view = viewWith(input, () => failed);
  const account = { rows, shown: new Map(), marks: new Map() };
  return {
    leading: () => inOneStep(view),
    whole: () => inOneStep({ view, account, withheld: null }),
  };
}

function leadingView(view: RecordedView): RecordedView {
  const sections = Object.fromEntries(
    Object.entries(view.sections).map(([name, section]): [string, Section<unknown>] => [
      name,
      claimsAbsence(section) ? { state: 'loading' } : section,
    ]),
  );
  // Each section keeps its name, so the cast is safe.
  return { ...view, sections: sections as RecordedView['sections'] };
}

// Only content that says there is nothing can be contradicted by a record that is still to be read.
function claimsAbsence(section: Section<unknown>): boolean {
  return (
    section.state === 'known' &&
    (section.content.kind === 'not-recorded' || section.content.kind === 'recorded-as-none')
  );
}

/**
 * The view with these sections read. The others are loading, unless the whole record is refused or withheld.
 */
function* viewOf(
  names: readonly SectionName[],
  reading: Reading,
  gaps: readonly BundleGap[],
  input: BuildViewInput,
): Steps<RecordedView> {
  const readings = yield* reading.sections(names);
  return viewWith(input, (name) => sectionOf(name, readings.get(name), reading, gaps, input));
}

/** Threads that ended are told only where the open ones may be: they are of the same messages. */
function* wholeViewOf(
  reading: Reading,
  gaps: readonly BundleGap[],
  input: BuildViewInput,
): Steps<RecordedView> {
  const view = yield* viewOf(SECTION_ORDER, reading, gaps, input);
  const isKnown = view.sections.open.state === 'known';
  return isKnown && reading.ended ? { ...view, ended: reading.ended() } : view;
}

function viewWith(input: BuildViewInput, section: (name: SectionName) => Section<unknown>): RecordedView {
  const sections = Object.fromEntries(SECTION_ORDER.map((name) => [name, section(name)]));
  return {
    resident: input.resident,
    // Each section is made by the map of its sectionReading name, so the cast is safe.
    sections: sections as RecordedView['sections'],
    sourceLabel: input.sourceLabel,
  };
}

function sectionOf(
  name: SectionName,
  sectionReading: SectionReading<SectionName> | undefined,
  reading: Reading,
  found: readonly BundleGap[],
  input: BuildViewInput,
): Section<unknown> {
  if (reading.refused !== undefined)
    return { state: 'failed', error: { code: reading.refused }, at: input.now };
  if (reading.withheld !== null && name !== 'identity') return { state: 'withheld', why: reading.withheld };
  if (sectionReading === undefined) return { state: 'loading' };
  const missing = found
    .filter(({ about }) => mayBelong(about, name))
    .map(({ why, what }): Gap => ({ why, what }));
  const gaps = [...sectionReading.gaps, ...missing];
  const isWhole = gaps.length === 0 && isAnsweredWhole(name, input, BEHIND_CLOCK);
  const content =
    // The content of a section is of its sectionReading name.
    name === 'plan' && !isWhole
      ? withoutClock(sectionReading.content as Content<RecordedPlan>)
      : sectionReading.content;
  const answered = toSection<unknown>(name, content, gaps, input);
  const section =
    answered.state === 'known'
      ? { ...answered, gaps: [...answered.gaps, ...sectionReading.beside] }
      : answered;
  // A view without a person is not an empty record: the server did not have the resident who was asked for.
  const nobody = name === 'identity' && section.state === 'known' && section.content.kind === 'not-recorded';
  return nobody ? { state: 'failed', error: { code: 'not-found' }, at: input.now } : section;
}
