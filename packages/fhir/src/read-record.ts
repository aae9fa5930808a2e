import { SECTION_ORDER, type Gap, type Section, type SectionName, type WithheldReason } from '@ehch/clinical';
import type { BuildViewInput } from './build-view-input.ts';
import { unwrap, type BundleGap } from './bundle.ts';
import { plainEntry } from './json.ts';
import type { Account } from './ledger.ts';
import type { Reading } from './reader.ts';
import { readers } from './readers/index.ts';
import { versionOf } from './fhir-version.ts';
import type { RecordedView } from './recorded-view.ts';
import { toSection } from './section.ts';
import { mayBelong } from './sections.ts';

/**
 * Reads raw resources into what they say about one resident, with an account of what became of every one of them. Never
 * throws and never guesses: what cannot be read is a gap, what is not the resident's is set aside, and nothing missing
 * reads as "none".
 */
export function readRecord(input: BuildViewInput): {
  readonly view: RecordedView;
  readonly account: Account;
  /** The whole record but its identity is withheld. */
  readonly withheld: WithheldReason | null;
} {
  const found = unwrap(input.resources);
  const entries = found.entries.map(plainEntry);
  const version = versionOf(entries);
  const reader = readers.find((known) => known.reads(version));
  if (reader === undefined) {
    const outcome = { state: 'set-aside', why: 'another-version' } as const;
    const rows = entries.map((entry) => ({ entry, outcome, held: null, isSupport: false }));
    const failed: Section<never> = { state: 'failed', error: { code: 'unsupported' }, at: input.now };
    return {
      view: viewOf(input, () => failed),
      account: { rows, shown: new Map(), marks: new Map() },
      withheld: null,
    };
  }
  const reading = reader.read(entries, input);
  const { account, withheld } = reading;
  return { view: viewOf(input, (name) => sectionOf(name, reading, found.gaps, input)), account, withheld };
}

function viewOf(input: BuildViewInput, section: (name: SectionName) => Section<unknown>): RecordedView {
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
  reading: Reading,
  found: readonly BundleGap[],
  input: BuildViewInput,
): Section<unknown> {
  if (reading.refused !== undefined)
    return { state: 'failed', error: { code: reading.refused }, at: input.now };
  if (reading.withheld !== null && name !== 'identity') return { state: 'withheld', why: reading.withheld };
  const { content, gaps } = reading.sections[name];
  const missing = found
    .filter(({ about }) => mayBelong(about, name))
    .map(({ why, what }): Gap => ({ why, what }));
  const section = toSection<unknown>(name, content, [...gaps, ...missing], input);
  // A view without a person in it is not an empty record: the one who was asked for was not there.
  const nobody = name === 'identity' && section.state === 'known' && section.content.kind === 'not-recorded';
  return nobody ? { state: 'failed', error: { code: 'not-found' }, at: input.now } : section;
}
