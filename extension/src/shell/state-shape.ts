import * as z from 'zod/mini';
import type { SideState } from '../messages/side.ts';
import type { PanelState } from './panel-state.ts';

z.config({ jitless: true });

const text = z.nullable(z.string());
const ctx = z.string().check(z.minLength(1), z.maxLength(64));
const identity = {
  ctx,
  origin: z.string(),
  onScreen: z.object({ nhsNumber: z.string(), born: text, family: text, given: text }),
};
const record = z.object({
  name: z.nullable(z.object({ family: text, given: z.array(z.string()), title: text, text })),
  born: text,
  nhsNumber: z.string(),
});
const warns = z.array(z.enum(['name-differs', 'host-shows-no-name', 'number-not-verified']));

const roster = z.discriminatedUnion('is', [
  z.object({ is: z.literal('unread') }),
  z.object({ is: z.literal('reading') }),
  z.object({ is: z.literal('failed'), at: z.string() }),
  z.object({
    is: z.literal('read'),
    asOf: z.string(),
    stale: z.boolean(),
    incomplete: z.boolean(),
    residents: z.number(),
  }),
]);

/** The outside of a view. What is in its sections is checked by the elements, section by section. */
const view = z.looseObject({
  resident: z.string(),
  sourceLabel: z.string(),
  sections: z.looseObject({ identity: z.looseObject({ state: z.string() }) }),
});

const toSide = z.object({
  kind: z.literal('state'),
  state: z.discriminatedUnion('is', [
    z.object({ is: z.literal('not-configured') }),
    z.object({ is: z.literal('no-patient'), roster }),
    z.object({ is: z.literal('not-on-roster'), roster }),
    z.object({ is: z.literal('ambiguous'), roster }),
    z.object({
      is: z.literal('blocked'),
      ...identity,
      record,
      differs: z.array(z.enum(['born', 'family', 'nhs-number'])),
      why: z.enum(['differs', 'host-shows-no-birth-date', 'record-has-no-birth-date', 'several-records']),
    }),
    z.object({ is: z.literal('confirm'), ...identity, record, warns }),
    z.object({
      is: z.literal('shown'),
      ...identity,
      record,
      warns,
      view: z.nullable(view),
      place: z.looseObject({}),
      now: z.string(),
    }),
  ]),
});

/** Reads what came from the vault. A message that is anything else than expected shows nothing. */
export function readState(message: unknown): PanelState {
  const read = toSide.safeParse(message);
  return read.success ? (read.data.state as SideState) : { is: 'not-understood' };
}
