import type { FhirServer, FhirResource } from '@ehch/dev-server';
import { serveAndRecord } from './fault-network.ts';
import { BY_ITSELF, EDITED, residentOf, RESIDENTS, type EditedType } from './chaos-home.ts';
import { oneOf } from './seeded.ts';
import type { ServedRequest } from './served-request.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface OutsideEditorOptions {
  readonly time: VirtualTime;
  readonly server: FhirServer;
  served(request: ServedRequest): void;
}

/** Milliseconds. */
const MINUTE = 60_000;

/** How often somebody amends what a press has just created, from 0 to 1: a late copy of its create would go over it. */
const AMENDS = 0.2;

/** Somebody at another system, who edits, amends, takes a colleague's edit back, and deletes. */
export async function editOutside(options: OutsideEditorOptions, untilMs: number): Promise<void> {
  const { time, server } = options;
  while (time.now() < untilMs) {
    await time.wait(time.random() * 4 * MINUTE);
    if (time.random() < AMENDS) {
      amendNewest(options);
      continue;
    }
    const chance = time.random();
    const takesBack = chance >= 0.1 && chance < 0.55;
    const all = (Object.keys(EDITED) as EditedType[]).flatMap((each) => server.repository.living(each));
    // A colleague takes back what has just been written: that is when an unknown outcome does most harm.
    const newest = all.toSorted((one, other) => other.updated - one.updated)[0];
    if (newest === undefined) continue;
    const { id, json, vid, ...target } = takesBack ? newest : oneOf(time.random, all);
    const type = target.type as EditedType;
    const now = JSON.parse(json ?? '{}') as FhirResource;
    const before = vid > 1 ? server.repository.version(type, id, vid - 1)?.json : null;
    // The records with which a run begins stay, so that there is always something to edit.
    if (chance < 0.1 && !RESIDENTS.some((resident) => id === `${resident}-${type.toLowerCase()}`))
      send(options, 'DELETE', type, id, vid, null);
    else if (takesBack && before)
      send(options, 'PUT', type, id, vid, { ...(JSON.parse(before) as FhirResource) });
    else {
      const field = oneOf(time.random, EDITED[type]);
      const text = `another system, ${Math.floor(time.random() * 1e9)}, about ${residentOf(now)}`;
      send(options, 'PUT', type, id, vid, { ...now, [field]: text });
    }
  }
}

function amendNewest(options: OutsideEditorOptions): void {
  const made = options.server.repository
    .living('Observation')
    .filter(({ id }) => !id.endsWith(BY_ITSELF))
    .toSorted((one, other) => other.updated - one.updated)[0];
  if (made === undefined) return;
  const now = JSON.parse(made.json ?? '{}') as FhirResource;
  send(options, 'PUT', 'Observation', made.id, made.vid, { ...now, status: 'amended' });
}

export function send(
  { server, time, served }: OutsideEditorOptions,
  method: 'PUT' | 'DELETE',
  type: string,
  id: string,
  vid: number,
  resource: FhirResource | null,
): void {
  const { extension: _mark, ...others } = (resource ?? {}) as Readonly<Record<string, unknown>>;
  serveAndRecord(
    server,
    {
      method,
      url: `${server.base}/${type}/${id}`,
      headers: { 'content-type': 'application/fhir+json', 'if-match': `W/"${vid}"` },
      body: resource === null ? null : JSON.stringify(others),
      deadlineMs: 1000,
    },
    { by: 'outside', session: null, at: time.now() },
    served,
  );
}
