import { londonDate } from '@ehch/clinical/time';
import { CARE_AND_SUPPORT_PLAN, FRAME_CATEGORY } from '../codes/plans.ts';
import { SNOMED } from '../codes/systems.ts';
import { listAt, textAt, type JsonObject } from '../entry.ts';
import type { LineCodec } from './line-codec.ts';
import { placedText } from './placed.ts';

/** The plan itself: a title, and the day on which it is looked at again. */
export const carePlanCodec: LineCodec = {
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
