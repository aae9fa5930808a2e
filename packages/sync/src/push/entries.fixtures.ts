import type {
  FieldEdit,
  FieldValue,
  Json,
  Operation,
  OperationPart,
  OutboxEntry,
  PathStep,
} from '@ehch/store';

const AT = '2026-11-21T14:00:00Z';
export const NURSE = {
  sub: 'nurse',
  display: 'Ngozi Bell',
  reference: 'Practitioner/nurse',
  role: 'Registered nurse',
};
export const DOCTOR = {
  sub: 'doctor',
  display: 'Dr P. Adeyemi',
  reference: 'Practitioner/doctor',
  role: 'GP',
};

export const is = (value: Json): FieldValue => ({ is: 'value', value });
export const change = (path: readonly PathStep[], from: Json, to: Json): FieldEdit => ({
  path,
  from: is(from),
  to: is(to),
});

export function operation(intent: string, over: Partial<Operation> = {}): Operation {
  return {
    format: 1,
    intent,
    resident: 'agnes',
    class: 'clinical',
    author: NURSE,
    pressedAt: AT,
    clockOffsetMs: 0,
    dependsOn: [],
    parts: [created('Observation', `o-${intent}`)],
    about: null,
    ...over,
  };
}

export function created(
  type: string,
  id: string,
  fields: { readonly [key: string]: Json } = {},
): OperationPart {
  return { op: 'create', type, id, body: JSON.stringify({ resourceType: type, id, ...fields }) };
}

export function updated(
  type: string,
  id: string,
  edits: readonly FieldEdit[],
  base: string | null = '1',
): OperationPart {
  return { op: 'update', type, id, edits, base };
}

export function entry(n: number, given: Operation | null, over: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    n,
    intent: given?.intent ?? `unreadable-${n}`,
    state: 'queued',
    notBefore: 0,
    attempts: 0,
    epoch: 0,
    operation: given,
    sent: [],
    problem: null,
    ...over,
  };
}
