import { EhchError, type ResidentId } from '@ehch/clinical';
import type { Looks } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { nightIn, readBundle } from '@ehch/fhir';
import { configuredOf, type EngineState } from '../engine-state.ts';
import { isLocal } from '../local/local-base.ts';
import { jsonOf } from '../push/answer.ts';
import { ask } from './ask.ts';
import { PAGE } from './queries.ts';

/**
 * Who has looked at a resident since a moment, from the audit of the server. What another PC has not sent yet is not in it.
 * @throws {EhchError} where the audit could not be read: that is not "nobody"
 */
export async function lookedAt(engine: EngineState, resident: ResidentId, since: Instant): Promise<Looks> {
  const { configuration, context } = configuredOf(engine);
  if (isLocal(configuration))
    throw new EhchError('unreachable', 'This place has no server, so there is no audit to read.');
  const path = `AuditEvent?patient=${encodeURIComponent(`Patient/${resident}`)}&date=${encodeURIComponent(`ge${since}`)}&_count=${PAGE}`;
  const asked = await ask(context, path, 'Bundle');
  if (asked.state === 'withheld')
    throw new EhchError('forbidden', 'This server does not let you read its audit.');
  if (asked.state === 'failed')
    throw new EhchError(asked.error.code, 'The audit could not be read. Try again.');
  const resources = asked.pages.flatMap((page) =>
    readBundle(jsonOf(page)).entries.map(({ resource }) => resource),
  );
  return { looks: nightIn(resources, resident).looks, isWhole: !asked.more && asked.broke === null };
}
