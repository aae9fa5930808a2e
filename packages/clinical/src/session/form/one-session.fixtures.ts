import type { ItemKey } from '../../form/answer.ts';
import type { Draft } from '../../form/draft.ts';
import type { CareIntent, KeptDraft, Receipt } from '../../ports/care-actions.ts';
import type { FormAction } from './action.ts';
import type { FormEffect } from './effect.ts';
import { GUARDS } from './guards.ts';
import { openSession } from './open.ts';
import type { Opening } from './open.ts';
import { AROUND, WORDS, frozen, stamps, words } from './session.fixtures.ts';
import type { FormSession } from './session.ts';
import { formStep } from './step.ts';

/** One session, stepped by a test: what it is now, and what the last step asked for. */
export class OneSession {
  session: FormSession;
  effects: readonly FormEffect[];
  readonly stamp = stamps();

  constructor(opening: Partial<Opening> = {}) {
    const whole = { resident: 'r1', form: WORDS, port: 'port', around: AROUND, previous: null } as const;
    const at = { ...whole, from: 'kept', draft: null, focus: true, ...opening } as const;
    ({ session: this.session, effects: this.effects } = openSession(at, this.stamp(), GUARDS));
  }

  do(action: FormAction, laterBy = 1): this {
    const stepped = formStep()(frozen(this.session), frozen({ ...action, ...this.stamp(laterBy) }));
    ({ session: this.session, effects: this.effects } = stepped);
    return this;
  }

  /** The port says what it kept. */
  loads(kept: KeptDraft | null = null): this {
    const { phase } = this.session;
    return this.do({ kind: 'loaded', asking: phase.state === 'loading' ? phase.asking : '', kept });
  }

  answer(key: ItemKey, value: string): this {
    return this.do({ kind: 'answer', key, values: words(value) });
  }

  /** The port has kept what is on its way. */
  saves(revision = 'next'): this {
    return this.do({ kind: 'saved', asking: this.saving, kept: { where: 'memory', revision } });
  }

  /** Another draft was there. */
  isOvertakenBy(draft: Draft, revision = 'theirs'): this {
    return this.do({
      kind: 'saved',
      asking: this.saving,
      kept: { where: 'overtaken', by: { draft, revision } },
    });
  }

  savingFails(): this {
    return this.do({ kind: 'save-failed', asking: this.saving, error: new Error('lost') });
  }

  signs(): this {
    return this.do({ kind: 'finish', despiteFew: true });
  }

  isEnqueued(receipt: Receipt | null = { state: 'held-in-memory' }): this {
    return this.do({ kind: 'enqueued', intent: this.intent.id, receipt });
  }

  enqueueFails(): this {
    return this.do({ kind: 'enqueue-failed', intent: this.intent.id, error: new Error('lost') });
  }

  get saving(): string {
    return this.session.keep.saving?.asking ?? '';
  }

  /** What was asked last of the port. */
  get intent(): CareIntent {
    const { phase, signing } = this.session;
    const asked = phase.state === 'finished' || phase.state === 'withdrawing' ? phase.asked : null;
    const intent = asked?.intent ?? signing?.intent;
    if (intent === undefined) throw new Error('Nothing was signed.');
    return intent;
  }

  /** What was handed over by the last step. */
  get saved(): readonly Draft[] {
    return this.effects.flatMap((one) => (one.kind === 'save' ? [one.draft] : []));
  }

  get enqueued(): readonly CareIntent[] {
    return this.effects.flatMap((one) => (one.kind === 'enqueue' ? [one.intent] : []));
  }

  says(key: ItemKey): string | null {
    const answer = this.session.state?.draft.answers[key];
    return answer?.state === 'given' ? String(answer.values[0]?.value) : null;
  }

  did(kind: FormEffect['kind']): number {
    return this.effects.filter((one) => one.kind === kind).length;
  }
}
