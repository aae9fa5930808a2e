import type { Draft } from '@ehch/clinical/form';
import type {
  CardBuilder,
  Checkpoint,
  KindState,
  Operation,
  RecordChange,
  StoredResource,
} from '@ehch/store';

/** A fictional resource in the server's own text, with a decimal that parsing would change. */
export function resource(type: string, id: string, version: number, more: Partial<StoredResource> = {}) {
  const updated =
    more.updated === undefined ? `2026-11-21T09:00:${`${version}`.padStart(2, '0')}Z` : more.updated;
  const text = `{"resourceType":"${type}","id":"${id}","meta":{"versionId":"${version}"},"value":7.10}`;
  return { type, id, version: `${version}`, updated, text, ...more };
}

export function change(resident: string, more: Partial<RecordChange>): RecordChange {
  return { resident, put: [], deleted: [], kinds: {}, ...more };
}

export const loaded = (asOf: string): KindState => ({
  asOf,
  more: false,
  missing: [],
  last: { state: 'loaded' },
});

export function checkpoint(more: Partial<Checkpoint> = {}): Checkpoint {
  return {
    home: 'home-1',
    type: 'Observation',
    highWater: '2026-11-21T09:00:00Z',
    run: null,
    historySince: null,
    reconciledAt: null,
    asOf: null,
    members: ['resident-1', 'resident-2'],
    serverEpoch: 1,
    ...more,
  };
}

/** Cards that say how many resources the record has. */
export const countingCards = (version: number): CardBuilder => ({
  version,
  types: new Set(['Patient', 'Goal', 'Observation']),
  factsOf: (_resident, { resources }) => ({ resources: resources.length }),
});

export function operation(intent: string, more: Partial<Operation> = {}): Operation {
  return {
    format: 1,
    intent,
    resident: 'resident-1',
    class: 'clinical',
    author: { sub: 'nurse-1', display: 'Nurse One', reference: 'Practitioner/1', role: 'nurse' },
    pressedAt: '2026-11-21T09:30:00Z',
    clockOffsetMs: null,
    dependsOn: [],
    parts: [{ op: 'create', type: 'Observation', id: `o-${intent}`, body: '{"value":7.10}' }],
    about: { kind: 'note' },
    ...more,
  };
}

export function draft(id: string, resident = 'resident-1', form = 'cga'): Draft {
  return {
    id,
    resident,
    form: { id: form, version: '1' },
    answers: {},
    rows: {},
    decisions: {},
    assessedAt: '2026-11-21T09:00:00Z',
    startedAt: '2026-11-21T09:00:00Z',
    changedAt: '2026-11-21T09:00:00Z',
  };
}
