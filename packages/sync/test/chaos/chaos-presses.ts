import type { Operation, OperationAuthor, OperationPart, StoredResource } from '@ehch/store';
import type { ChaosClient } from './chaos-client.ts';
import { EDITED, FOUND, RESIDENTS, type EditedType } from './chaos-home.ts';
import { oneOf } from './seeded.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The source under which the copies of the run lie. */
export const SOURCE = { id: 'server', keep: 'yes' } as const;

/** One press of a random kind by whoever is signed in, now and then as a double click. */
export async function press(client: ChaosClient, time: VirtualTime, author: OperationAuthor): Promise<void> {
  const { random } = time;
  const resident = oneOf(random, RESIDENTS);
  const intent = uuid(random);
  const parts = random() < 0.5 ? [creation(random, resident)] : await edit(client, random, resident, intent);
  if (parts === null) return;
  const operation: Operation = {
    format: 1,
    intent,
    resident,
    class: random() < 0.15 ? 'escalation' : 'clinical',
    author,
    pressedAt: new Date(time.now()).toISOString(),
    clockOffsetMs: null,
    dependsOn: [],
    parts,
    about: { kind: 'note' },
  };
  await client.store.outbox.enqueue(operation);
  if (random() < 0.2) await client.store.outbox.enqueue(operation);
}

function creation(random: () => number, resident: string): OperationPart {
  const id = uuid(random);
  const subject = { reference: `Patient/${resident}` };
  const body = {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: FOUND,
    code: { text: 'Temperature' },
    subject,
    valueQuantity: { value: 37.1 },
  };
  // 37.10 is what the thermometer said.
  return { op: 'create', type: 'Observation', id, body: JSON.stringify(body).replace('37.1', '37.10') };
}

async function edit(
  client: ChaosClient,
  random: () => number,
  resident: string,
  intent: string,
): Promise<readonly OperationPart[] | null> {
  const type = oneOf(random, Object.keys(EDITED) as EditedType[]);
  const id = `${resident}-${type.toLowerCase()}`;
  const field = oneOf(random, EDITED[type]);
  const { resources, pending } = await client.store.records(SOURCE).read(resident);
  const held = resources.find((resource) => resource.type === type && resource.id === id);
  if (held === undefined) return null;
  const waiting = pending.flatMap(({ operation }) =>
    (operation?.parts ?? []).flatMap((part) =>
      part.op === 'update' && part.id === id && part.type === type ? part.edits : [],
    ),
  );
  const shown = waiting.findLast(({ path }) => path[0] === field)?.to ?? valueOf(held, field);
  const to = { is: 'value', value: `by ${client.name}, ${intent}` } as const;
  return [{ op: 'update', type, id, base: held.version, edits: [{ path: [field], from: shown, to }] }];
}

function valueOf({ text }: StoredResource, field: string) {
  const value = (JSON.parse(text) as Record<string, string>)[field];
  return value === undefined ? ({ is: 'absent' } as const) : ({ is: 'value', value } as const);
}

/** A version 4 UUID of the run's own dice. */
export function uuid(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
