import { PLAN_KINDS } from '@ehch/clinical/care-plan';
import { londonDate } from '@ehch/clinical/time';
import { byCode } from '../by-code.ts';
import { CARE_AND_SUPPORT_PLAN, FRAME_CATEGORY } from '../codes/plans.ts';
import { SNOMED } from '../codes/systems.ts';
import type { ConceptLike } from '../coding.ts';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import type { JsonValue } from '../writers/operations/operation.ts';
import type { LineCodec } from './line-codec.ts';
import { ENDED, PLAN_CODES } from './plan-codes.ts';
import { placedName, placedText } from './placed.ts';
import { saidByIn } from './said-by.ts';

/** The plan itself: a title, and the day on which it is looked at again. */
export const frameCodec: LineCodec = {
  type: 'CarePlan',
  skeleton: (_kind, { subject, at }) => ({
    status: 'active',
    intent: 'plan',
    category: [
      {
        coding: [{ system: SNOMED, code: CARE_AND_SUPPORT_PLAN }],
        text: FRAME_CATEGORY,
      },
    ],
    subject: { reference: subject },
    created: at,
  }),
  places: (_kind, { title, reviewBy }) => [
    { path: ['title'], value: placedText(title) },
    { path: ['period', 'end'], value: placedText(reviewBy) },
  ],
  // A plan that is made anew begins again, and meets the clock of a return. Another title makes no new plan.
  stamps: ({ author, at }, changed) =>
    changed !== null && !changed.some(([, part]) => part === 'end')
      ? []
      : [
          // A day, as the review is: a plan that is looked at again on the same day would end before it begins
          // (R4 `per-1`).
          { path: ['period', 'start'], value: londonDate(at) },
          { path: ['author'], value: author },
        ],
  read(resource) {
    const status = textAt(resource, 'status');
    const isPcsp = listAt(resource, 'category').some((one) =>
      listAt(one, 'coding').some((coding) => textAt(coding, 'code') === CARE_AND_SUPPORT_PLAN),
    );
    // Whether a plan on hold holds, no line can say. It is shown as its own record says it.
    const isOpen = status === 'on-hold' || status === 'unknown' || status === 'entered-in-error';
    if (resource['resourceType'] !== 'CarePlan' || !isPcsp || isOpen) return null;
    return {
      kind: 'frame',
      fields: { title: textAt(resource, 'title'), reviewBy: textAt(resource['period'], 'end') },
      state:
        isOption(resource) || status === 'draft' ? 'proposed' : status === 'active' ? 'in-force' : 'ended',
    };
  },
  // A draft that is turned down was never a plan, and must not count as one that was made in time.
  ended: (_reason, old) => [
    { path: ['status'], value: isOption(old) || textAt(old, 'status') === 'draft' ? 'revoked' : 'completed' },
  ],
};

/** A plan that somebody proposes, or offers as one of several (R4 care-plan-intent). */
function isOption(plan: JsonObject): boolean {
  return ['proposal', 'option'].includes(textAt(plan, 'intent') ?? '');
}

/** The lines of a goal that stand as targets. R4 lets a target be words, under a measure that names them. */
const TARGETS = { step: PLAN_KINDS.goal.fields.step.label, with: PLAN_KINDS.goal.fields.with.label } as const;

/** The label under which a target is a line of the plan. `null`: it is another system's, or says more than words. */
export function goalTargetLabel(measure: ConceptLike | undefined): string | null {
  const isPlain = measure !== undefined && Object.keys(measure).join() === 'text';
  return Object.values(TARGETS).find((label) => isPlain && label === measure.text) ?? null;
}

/** A goal in three lines. */
export const goalCodec: LineCodec = {
  type: 'Goal',
  skeleton: (_kind, { subject, at }) => ({
    lifecycleStatus: 'active',
    subject: { reference: subject },
    startDate: at.slice(0, 10),
  }),
  places: (_kind, { want, saidBy, due, ...lines }, before) => [
    { path: ['description', 'text'], value: placedText(want) },
    { path: ['expressedBy'], value: placedName(saidBy) },
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
        saidBy: saidByIn(resource, resource['expressedBy']),
        due: textAt(dueTarget(resource), 'dueDate'),
      },
      state: GOAL_STATE[textAt(resource, 'lifecycleStatus') ?? ''] ?? 'ended',
    };
  },
  ended: (reason) => [
    { path: ['lifecycleStatus'], value: 'cancelled' },
    { path: ['statusReason'], value: reason === '' ? undefined : reason },
  ],
};

const GOAL_STATE = byCode<'in-force' | 'proposed' | 'ended'>({
  proposed: 'proposed',
  planned: 'proposed',
  accepted: 'in-force',
  active: 'in-force',
  'on-hold': 'in-force',
});

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

/** Each target stays where it stands, with whatever others have written on it. New ones come last. */
function targetsWith(
  said: Readonly<Record<'step' | 'with' | 'due', string | null | undefined>>,
  before: JsonObject | null,
): JsonValue | undefined {
  const rows = listAt(before, 'target') as readonly JsonValue[];
  const due = dueTarget(before ?? {});
  const first = (name: keyof typeof TARGETS) => rows.find((one) => isMeasure(one, TARGETS[name]));
  const ours = new Map<unknown, JsonValue | undefined>([
    [first('step'), inWords('step', said.step, first('step'))],
    [first('with'), inWords('with', said.with, first('with'))],
    [due, dayOf(said.due)],
  ]);
  ours.delete(undefined);
  const kept = rows.map((row) => (ours.has(row) ? ours.get(row) : row));
  const added = [
    ...(first('step') === undefined ? [inWords('step', said.step, undefined)] : []),
    ...(first('with') === undefined ? [inWords('with', said.with, undefined)] : []),
    ...(due === undefined ? [dayOf(said.due)] : []),
  ];
  const all = [...kept, ...added].filter((row) => row !== undefined);
  return all.length === 0 ? undefined : all;
}

/** One line of the goal as a target. What others have written on it stays. */
function inWords(
  name: keyof typeof TARGETS,
  said: string | null | undefined,
  row: JsonValue | undefined,
): JsonValue | undefined {
  const text = said ?? null;
  const { detailString: _old, ...rest }: JsonObject = isObject(row)
    ? row
    : { measure: { text: TARGETS[name] } };
  if (text !== null) return { ...rest, detailString: text };
  return Object.keys(rest).every((key) => key === 'measure' || key === 'id')
    ? undefined
    : (rest as JsonValue);
}

function dayOf(day: string | null | undefined): JsonValue | undefined {
  return day === null || day === undefined ? undefined : { dueDate: day };
}

const ACTION_STATUS = {
  'to-do': 'requested',
  'under-way': 'in-progress',
  done: 'completed',
  'not-done': 'cancelled',
} as const;

/** States of other systems. What was refused or has failed is not done, and what nobody has begun is not under way. */
const OTHER_STATUS = byCode<keyof typeof ACTION_STATUS>({
  draft: 'to-do',
  received: 'to-do',
  accepted: 'to-do',
  ready: 'to-do',
  rejected: 'not-done',
  failed: 'not-done',
});

function isEnded(task: JsonObject): boolean {
  const codings = listAt(task['businessStatus'], 'coding');
  const isOurs = codings.some((one) => textAt(one, 'system') === PLAN_CODES && textAt(one, 'code') === ENDED);
  return isOurs || textAt(task, 'status') === 'entered-in-error';
}

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
    { path: ['description'], value: placedText(what) },
    { path: ['owner'], value: placedName(owner) },
    { path: ['restriction', 'period', 'end'], value: placedText(due) },
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
        state: state ?? OTHER_STATUS[status ?? ''] ?? 'under-way',
      },
      state: isEnded(resource)
        ? 'ended'
        : textAt(resource, 'intent') === 'proposal'
          ? 'proposed'
          : 'in-force',
    };
  },
  // "Entered in error" would take it off every list, and it stays readable.
  ended: (reason) => [
    { path: ['status'], value: 'cancelled' },
    {
      path: ['businessStatus'],
      value: { coding: [{ system: PLAN_CODES, code: ENDED }], text: 'Holds no longer' },
    },
    { path: ['statusReason'], value: { text: reason } },
  ],
};
