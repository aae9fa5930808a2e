import { EhchError, type CareIntent } from '@ehch/clinical';
import type { JsonObject } from '../../entry.ts';
import { offsetValue } from '../../threads/clock-offset.ts';
import { CLOCK_OFFSET } from '../../threads/thread-codes.ts';
import { entryResources } from '../../threads/write-entry.ts';
import { createPart, performerOf } from './finish-assessment.ts';
import type { OperationAuthor, WrittenOperation, WrittenPart } from './operation.ts';

type EntryIntent = CareIntent & { readonly what: Extract<CareIntent['what'], { kind: 'thread-entry' }> };

const ROLES = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

/**
 * An entry of a thread as resources to create: its message, for a raising its task, and the Provenance, which
 * is the marker. It says who pressed, and who sent it is added by the push.
 *
 * @throws {EhchError} `bad-argument` if the entry is about somebody else than the intent, or has another id
 */
export function threadEntryParts(
  { id, resident, pressedAt, what: { matter, entry } }: EntryIntent,
  author: OperationAuthor,
  subject: string,
): readonly WrittenPart[] {
  const about = entry.about.kind === 'resident' ? entry.about.resident : null;
  // Guard: a worry about one resident must never be written of another.
  if (about !== resident || entry.id !== id || entry.pressedAt !== pressedAt)
    throw new EhchError(
      'bad-argument',
      'The entry is another press than the intent. Give one press in both.',
    );
  const resources = entryResources(entry, {
    matter,
    subject: resident === null ? null : subject,
    senderReference: author.reference,
  });
  const marker: JsonObject = {
    resourceType: 'Provenance',
    id,
    ...(entry.clockOffsetMs === null
      ? {}
      : { extension: [{ url: CLOCK_OFFSET, ...offsetValue(entry.clockOffsetMs) }] }),
    target: resources.map((resource) => ({
      reference: `${String(resource['resourceType'])}/${String(resource['id'])}`,
    })),
    recorded: pressedAt,
    agent: [
      {
        type: { coding: [{ system: ROLES, code: 'author' }] },
        who: performerOf(
          author,
          entry.by.role === null ? entry.by.name : `${entry.by.name}, ${entry.by.role}`,
        ),
      },
    ],
  };
  return [...resources, marker].map(createPart);
}

/**
 * A home's worry goes before everything else, and any signed-in member of the home sends it (DESIGN:
 * escalations belong to the home). What the practice says of it goes out in the name of who said it.
 */
export function classOf({ what }: CareIntent): WrittenOperation['class'] {
  const isHomesWorry =
    what.kind === 'thread-entry' && what.matter === 'worry' && what.entry.by.side === 'home';
  return isHomesWorry ? 'escalation' : 'clinical';
}

/** What has to be on the server before: the raising, if this device still has to send it. */
export function threadBefore({ what }: CareIntent): readonly string[] {
  return what.kind === 'thread-entry' && what.entry.act.kind !== 'raise' ? [what.entry.thread] : [];
}
