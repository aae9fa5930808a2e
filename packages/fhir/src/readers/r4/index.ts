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
    const { record, account } = openRecord(entries, input);
    const contents = SECTION_ORDER.map((name) => [name, CONCEPTS[name](record)] as const);
    const messages = entries.flatMap(({ resource }) => gapsIn(resource));
    const withheld = withheldReason(record);
    const objected = partlyWithheld(record);
    const sections = Object.fromEntries(
      contents.map(([name, content]): [SectionName, SectionReading<SectionName>] => [
        name,
        {
          content,
          gaps: [...unreadableGaps(record, name), ...listGaps(record, name), ...messages, ...objected],
        },
      ]),
    );
    // Each section was made by the concept of its own name.
    return { sections: sections as Reading['sections'], withheld, account };
  },
};
