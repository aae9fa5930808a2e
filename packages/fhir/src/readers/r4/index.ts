import type { Content, Gap, SectionName } from '@ehch/clinical';
import type { Reading, RecordReader, SectionReading } from '../../reader.ts';
import { gapsIn } from '../../server-message.ts';
import { flatMapInSteps, inOneStep, type Steps } from '../../steps.ts';
import { countedGaps } from './counted.ts';
import { endedThreads } from './map/ended-threads.ts';
import { CONCEPTS } from './map/index.ts';
import { listGaps } from './map/section-lists.ts';
import { openRecord } from './open-record.ts';
import type { PatientRecord, UnreadRecord } from './record.ts';
import { unreadableGaps } from './unread.ts';
import { partlyWithheld, withheldReason } from './withheld.ts';

/** Reads FHIR R4 and R4B with UK Core, and whatever else R4 servers send. */
export const r4: RecordReader = {
  id: 'r4',
  title: 'FHIR R4',
  reads: (version) => version === 'R4' || version === 'R4B',
  *read(entries, input) {
    const { record, account, documentGaps } = yield* openRecord(entries, input);
    if (record.isInDoubt) return nobody(account);
    const messages = yield* flatMapInSteps(entries, ({ resource }) => gapsIn(resource));
    const objected = partlyWithheld(record);
    // A map runs once for each section, however often the section is asked for.
    const contents = new Map<SectionName, Content<unknown>>();
    const contentOf = function* (name: SectionName): Steps<Content<unknown>> {
      const content = contents.get(name) ?? (yield* contentIn(name, record));
      contents.set(name, content);
      return content;
    };
    const gapsOf = (name: SectionName, unread: readonly UnreadRecord[]): readonly Gap[] => [
      ...unreadableGaps(record, name, unread),
      ...listGaps(record, name),
      ...messages,
      ...objected,
      ...documentGaps.flatMap(({ sections, gap }) => (sections.includes(name) ? [gap] : [])),
    ];
    return {
      *sections(names) {
        // A record that one map refuses is missing in other sections too. So all contents come before any
        // gap.
        const readings: (readonly [SectionName, Content<unknown>])[] = [];
        for (const name of names) {
          readings.push([name, yield* contentOf(name)]);
          yield;
        }
        const unread = record.unread();
        // The map of each section made its content, so the cast is safe.
        return new Map(
          readings.map(([name, content]) => [
            name,
            {
              content,
              gaps: gapsOf(name, unread),
              beside: countedGaps(record, name),
            } as SectionReading<SectionName>,
          ]),
        );
      },
      ended: () => endedThreads(record),
      withheld: withheldReason(record),
      account,
    };
  },
};

/** A long section gives way within itself too. */
function* contentIn(name: SectionName, record: PatientRecord): Steps<Content<unknown>> {
  const made: Content<unknown> | Steps<Content<unknown>> = CONCEPTS[name](record);
  return 'next' in made ? yield* made : made;
}

/** Two people answer to the id that was asked for. Any record may be about either, so no section is shown. */
function nobody(account: Reading['account']): Reading {
  const nothing = { content: { kind: 'not-recorded' }, gaps: [], beside: [] } as const;
  return {
    sections: (names) => inOneStep(new Map(names.map((name) => [name, nothing]))),
    refused: 'two-people',
    withheld: null,
    account,
  };
}
