import { SECTION_ORDER, type Gap, type SectionName } from '@ehch/clinical';
import type { Reading, RecordReader, SectionReading } from '../../reader.ts';
import { RESOURCE_WORDS, SECTION_SOURCES, type ResourceType } from '../../sections.ts';
import { gapsIn } from '../../server-message.ts';
import { CONCEPTS } from './map/index.ts';
import { openRecord } from './open-record.ts';
import type { PatientRecord } from './record.ts';
import { partlyWithheld, withheldReason } from './withheld.ts';

/** FHIR R4 and R4B with UK Core, and whatever else R4 servers send. */
export const r4: RecordReader = {
  id: 'r4',
  title: 'FHIR R4',
  reads: (version) => version === 'R4' || version === 'R4B',
  read(entries, input) {
    const { record, ledger } = openRecord(entries, input);
    const contents = SECTION_ORDER.map((name) => [name, CONCEPTS[name](record)] as const);
    const messages = entries.flatMap(({ resource }) => gapsIn(resource));
    const withheld = withheldReason(record);
    const objected = partlyWithheld(record);
    const sections = Object.fromEntries(
      contents.map(([name, content]): [SectionName, SectionReading<SectionName>] => [
        name,
        { content, gaps: [...unreadableGaps(record, name), ...messages, ...objected] },
      ]),
    );
    // Each section was made by the concept of its own name.
    return { sections: sections as Reading['sections'], withheld, ledger: ledger(withheld) };
  },
};

/** "2 allergies": what belongs into the section and could not be read. */
function unreadableGaps(record: PatientRecord, section: SectionName): readonly Gap[] {
  const lost = record.unread().filter(({ type }) => SECTION_SOURCES[section].includes(type));
  const counts = new Map<ResourceType, number>();
  for (const { type } of lost) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({
    why: 'unreadable',
    what: `${count} ${RESOURCE_WORDS[type][count === 1 ? 0 : 1]}`,
  }));
}
