import { SECTION_ORDER, type Section, type SectionName } from '@ehch/clinical';
import type { BuildViewInput } from './build-view-input.ts';
import { entriesIn } from './bundle.ts';
import { textAt } from './entry.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Reading } from './reader.ts';
import { readers } from './readers/index.ts';
import { versionOf } from './fhir-version.ts';
import type { RecordedView } from './recorded-view.ts';
import { toSection } from './section.ts';

/**
 * Reads raw resources into what they say about one resident, and says of every one of them what became of it. Never throws
 * and never guesses: what cannot be read is a gap, what is not the resident's is set aside, and nothing missing reads as
 * "none".
 */
export function readRecord(input: BuildViewInput): {
  readonly view: RecordedView;
  readonly ledger: readonly LedgerEntry[];
} {
  const entries = input.resources.flatMap(entriesIn);
  const version = versionOf(entries);
  const reader = readers.find((known) => known.reads(version));
  if (reader === undefined) {
    const ledger = entries.map(({ resource }) => anotherVersion(resource));
    const failed: Section<never> = { state: 'failed', error: { code: 'unsupported' }, at: input.now };
    return { view: viewOf(input, () => failed), ledger };
  }
  const reading = reader.read(entries, input);
  return { view: viewOf(input, (name) => sectionOf(name, reading, input)), ledger: reading.ledger };
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

function sectionOf(name: SectionName, reading: Reading, input: BuildViewInput): Section<unknown> {
  if (reading.withheld !== null && name !== 'identity') return { state: 'withheld', why: reading.withheld };
  const { content, gaps } = reading.sections[name];
  const section = toSection<unknown>(name, content, gaps, input);
  // A view without a person in it is not an empty record: the one who was asked for was not there.
  const nobody = name === 'identity' && section.state === 'known' && section.content.kind === 'not-recorded';
  return nobody ? { state: 'failed', error: { code: 'not-found' }, at: input.now } : section;
}

function anotherVersion(resource: unknown): LedgerEntry {
  return {
    type: textAt(resource, 'resourceType') ?? 'unknown',
    id: textAt(resource, 'id'),
    outcome: { state: 'set-aside', why: 'another-version' },
  };
}
