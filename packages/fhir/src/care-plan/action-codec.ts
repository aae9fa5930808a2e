import { byCode } from '../by-code.ts';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import type { LineCodec } from './line-codec.ts';
import { ENDED, PLAN_CODES } from './plan-codes.ts';
import { placedName, placedText } from './placed.ts';

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
