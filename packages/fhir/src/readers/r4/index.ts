import { SECTION_ORDER, type SectionName } from '@ehch/clinical';
import type { Reading, RecordReader, SectionReading } from '../../reader.ts';
import { gapsIn } from '../../server-message.ts';
import { CONCEPTS } from './map/index.ts';
import { listGaps } from './map/section-lists.ts';
import { openRecord } from './open-record.ts';
import { unreadableGaps } from './unread.ts';
import { partlyWithheld, withheldReason } from './withheld.ts';

/** FHIR R4 and R4B with UK Core, and whatever else R4 servers send. */
export const r4: RecordReader = {
  id: 'r4',
  title: 'FHIR R4',
  reads: (version) => version === 'R4' || version === 'R4B',
  read(entries, input) {
    const { record, account, documentGaps } = openRecord(entries, input);
    if (record.isInDoubt) return nobody(account);
    const contents = SECTION_ORDER.map((name) => [name, CONCEPTS[name](record)] as const);
    const messages = entries.flatMap(({ resource }) => gapsIn(resource));
    const withheld = withheldReason(record);
    const objected = partlyWithheld(record);
    const gapsAbout = (name: SectionName) =>
      documentGaps.flatMap(({ sections, gap }) => (sections.includes(name) ? [gap] : []));
    const sections = Object.fromEntries(
      contents.map(([name, content]): [SectionName, SectionReading<SectionName>] => [
        name,
        {
          content,
          gaps: [
            ...unreadableGaps(record, name),
            ...listGaps(record, name),
            ...messages,
            ...objected,
            ...gapsAbout(name),
          ],
        },
      ]),
    );
    // Each section was made by the concept of its own name.
    return { sections: sections as Reading['sections'], withheld, account };
  },
};

/** Two people answer to what was asked for: whatever is here may be about either. */
function nobody(account: Reading['account']): Reading {
  const sections = Object.fromEntries(
    SECTION_ORDER.map((name): [SectionName, SectionReading<SectionName>] => [
      name,
      { content: { kind: 'not-recorded' }, gaps: [] },
    ]),
  );
  return { sections: sections as Reading['sections'], refused: 'two-people', withheld: null, account };
}
