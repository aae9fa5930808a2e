import type { Stepped } from '../step.ts';
import type { FormEffect } from './effect.ts';
import type { FormSession } from './session.ts';

export type FormStepped = Stepped<FormSession, FormEffect>;

/** A session after a change, and the effects of that change. */
export function changed(
  session: FormSession,
  part: Partial<FormSession>,
  ...effects: readonly FormEffect[]
): FormStepped {
  return { session: { ...session, ...part }, effects };
}

/** A step and the next one on what it gave, with the effects of both in their order. */
export function andThen(first: FormStepped, next: (session: FormSession) => FormStepped): FormStepped {
  const { session, effects } = next(first.session);
  return { session, effects: [...first.effects, ...effects] };
}

/** A step, and effects of it beside. */
export function withEffects({ session, effects }: FormStepped, ...more: readonly FormEffect[]): FormStepped {
  return { session, effects: [...effects, ...more] };
}
