import { PLAN_KINDS } from '@ehch/clinical/care-plan';
import { CARE_AND_SUPPORT_PLAN } from '../codes/plans.ts';
import { SNOMED } from '../codes/systems.ts';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import type { JsonValue } from '../writers/operations/operation.ts';
import type { LineCodec } from './line-codec.ts';
import { PLAN_CODES } from './plan-codes.ts';

const textOf = (value: string | null | undefined): JsonValue | undefined => value ?? undefined;
const shown = (value: string | null | undefined): JsonValue | undefined =>
  value === null || value === undefined ? undefined : { display: value };

/** The plan itself: a title, and the day on which it is looked at again. */
export const frameCodec: LineCodec = {
  type: 'CarePlan',
  skeleton: (_kind, { subject, at }) => ({
    status: 'active',
    intent: 'plan',
    category: [
      {
        coding: [{ system: SNOMED, code: CARE_AND_SUPPORT_PLAN }],
        text: 'Personalised care and support plan',
      },
    ],
    subject: { reference: subject },
    created: at,
  }),
  places: (_kind, { title, reviewBy }) => [
    { path: ['title'], value: textOf(title) },
    { path: ['period', 'end'], value: textOf(reviewBy) },
  ],
  // A plan that is made anew begins again, and meets the clock of a return.
  stamps: ({ author, at }) => [
    { path: ['period', 'start'], value: at },
    { path: ['author'], value: author },
  ],
  read(resource) {
    const status = textAt(resource, 'status');
    const isPcsp = listAt(resource, 'category').some((one) =>
      listAt(one, 'coding').some((coding) => textAt(coding, 'code') === CARE_AND_SUPPORT_PLAN),
    );
    if (resource['resourceType'] !== 'CarePlan' || !isPcsp || status === 'entered-in-error') return null;
    return {
      kind: 'frame',
      fields: { title: textAt(resource, 'title'), reviewBy: textAt(resource['period'], 'end') },
      state: status === 'active' ? 'in-force' : status === 'draft' ? 'proposed' : 'ended',
    };
  },
  ended: () => [{ path: ['status'], value: 'completed' }],
};

/** The lines of a goal that stand as targets. R4 lets a target be words, under a measure that names them. */
const TARGETS = { step: PLAN_KINDS.goal.fields.step.label, with: PLAN_KINDS.goal.fields.with.label } as const;

/** A goal in three lines. */
export const goalCodec: LineCodec = {
  type: 'Goal',
  skeleton: (_kind, { subject, at }) => ({
    lifecycleStatus: 'active',
    subject: { reference: subject },
    startDate: at.slice(0, 10),
  }),
  places: (_kind, { want, saidBy, due, ...lines }, before) => [
    { path: ['description', 'text'], value: textOf(want) },
    { path: ['expressedBy'], value: shown(saidBy) },
    { path: ['target'], value: targetsWith({ step: lines['step'], with: lines['with'], due }, before) },
  ],
  // A stamp would meet another person's stamp. The marker and the server's own day say who and when.
  stamps: () => [],
  read(resource) {
    const text = textAt(resource['description'], 'text');
    // A coded goal of another system is not changed in words: its code would go on saying the old thing.
    if (
      resource['resourceType'] !== 'Goal' ||
      text === null ||
      listAt(resource['description'], 'coding').length > 0
    )
      return null;
    return {
      kind: 'goal',
      fields: {
        want: text,
        step: targetText(resource, 'step'),
        with: targetText(resource, 'with'),
        saidBy: textAt(resource['expressedBy'], 'display'),
        due: textAt(dueTarget(resource), 'dueDate'),
      },
      state: GOAL_STATE[textAt(resource, 'lifecycleStatus') ?? ''] ?? 'ended',
    };
  },
  ended: () => [{ path: ['lifecycleStatus'], value: 'cancelled' }],
};

const GOAL_STATE: Readonly<Record<string, 'in-force' | 'proposed' | 'ended'>> = {
  proposed: 'proposed',
  planned: 'proposed',
  accepted: 'in-force',
  active: 'in-force',
  'on-hold': 'in-force',
};

function targetText(resource: JsonObject, name: keyof typeof TARGETS): string | null {
  const found = listAt(resource, 'target').find((one) => isMeasure(one, TARGETS[name]));
  return textAt(found, 'detailString');
}

function isMeasure(target: unknown, label: string): boolean {
  return isObject(target) && textAt(target['measure'], 'text') === label;
}

/** The first target that says nothing but a day. */
function dueTarget(resource: JsonObject): unknown {
  return listAt(resource, 'target').find((one) => isObject(one) && Object.keys(one).join() === 'dueDate');
}

/** The targets of others stay, in their order, before ours. */
function targetsWith(
  said: Readonly<Record<'step' | 'with' | 'due', string | null | undefined>>,
  before: JsonObject | null,
): JsonValue | undefined {
  const due = before === null ? undefined : dueTarget(before);
  const others = listAt(before, 'target').filter(
    (one) => one !== due && !Object.values(TARGETS).some((label) => isMeasure(one, label)),
  );
  const ours = (['step', 'with'] as const).flatMap((name) => {
    const text = said[name] ?? null;
    return text === null ? [] : [{ measure: { text: TARGETS[name] }, detailString: text }];
  });
  const day = said.due ?? null;
  const all = [...(others as JsonValue[]), ...ours, ...(day === null ? [] : [{ dueDate: day }])];
  return all.length === 0 ? undefined : all;
}

const ACTION_STATUS = {
  'to-do': 'requested',
  'under-way': 'in-progress',
  done: 'completed',
  'not-done': 'cancelled',
} as const;

/** An action of the plan with its owner and day. */
export const actionCodec: LineCodec = {
  type: 'Task',
  skeleton: (_kind, { subject, author, at }) => ({
    intent: 'plan',
    code: { coding: [{ system: PLAN_CODES, code: 'action' }], text: 'Action of the care plan' },
    for: { reference: subject },
    authoredOn: at,
    requester: author,
  }),
  places: (_kind, { what, owner, due, state }) => [
    { path: ['description'], value: textOf(what) },
    { path: ['owner'], value: shown(owner) },
    { path: ['restriction', 'period', 'end'], value: textOf(due) },
    { path: ['status'], value: ACTION_STATUS[(state ?? 'to-do') as keyof typeof ACTION_STATUS] },
  ],
  stamps: () => [],
  read(resource) {
    const codings = listAt(resource['code'], 'coding');
    const isOurs = codings.some(
      (coding) => textAt(coding, 'system') === PLAN_CODES && textAt(coding, 'code') === 'action',
    );
    if (resource['resourceType'] !== 'Task' || !isOurs) return null;
    const status = textAt(resource, 'status');
    const state = Object.entries(ACTION_STATUS).find(([, each]) => each === status)?.[0];
    const period = isObject(resource['restriction']) ? resource['restriction']['period'] : undefined;
    return {
      kind: 'action',
      fields: {
        what: textAt(resource, 'description'),
        owner: textAt(resource['owner'], 'display'),
        due: textAt(period, 'end'),
        // "Received" and the like are states of other systems. The action is under way in each of them.
        state: state ?? 'under-way',
      },
      state: status === 'entered-in-error' ? 'ended' : 'in-force',
    };
  },
  ended: () => [{ path: ['status'], value: 'entered-in-error' }],
};
