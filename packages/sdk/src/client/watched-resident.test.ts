import { expect } from '@open-wc/testing';
import { SECTION_ORDER, type ResidentView, type Section, type SectionName } from '@ehch/clinical';
import fc from 'fast-check';
import { leadingView } from './leading-view.ts';
import { newWatch, stepWatch, type WatchAction, type WatchEffect } from './watched-resident.ts';

const AT = '2026-11-21T09:30:00Z';

/** A view whose every section names the reading that it comes from. */
function viewOf(reading: number): ResidentView {
  const known: Section<never> = {
    state: 'known',
    content: { kind: 'not-recorded' },
    asOf: `2026-11-21T09:00:${String(reading).padStart(2, '0')}Z`,
    freshness: 'current',
    refresh: { state: 'idle' },
    gaps: [],
  };
  const sections = Object.fromEntries(SECTION_ORDER.map((name) => [name, known])) as {
    [N in SectionName]: Section<never>;
  };
  return { resident: 'one', sourceLabel: 'test', sections };
}

const answered = (seq: number, era = 0): WatchAction => ({ kind: 'answered', era, seq, view: viewOf(seq) });
const after = (...actions: readonly WatchAction[]) =>
  actions.reduce<{ watch: ReturnType<typeof newWatch>; effects: readonly WatchEffect[] }>(
    ({ watch }, action) => stepWatch(watch, action),
    { watch: newWatch('one', 'test'), effects: [] },
  );
const states = ({ sections }: ResidentView) => new Set(Object.values(sections).map(({ state }) => state));

it('gives the first view in two steps, and every later one at once', () => {
  expect(after(answered(1)).effects.map(({ kind }) => kind)).to.deep.equal(['give', 'give-after-paint']);
  expect(after(answered(1), answered(2)).effects).to.deep.equal([{ kind: 'give', view: viewOf(2) }]);
});

const leads = (seq: number, era = 0): WatchAction => ({
  kind: 'answered',
  era,
  seq,
  view: leadingView(viewOf(seq)),
  isLeading: true,
});

it('gives what leads at once, and the whole only after that was painted', () => {
  expect(after(leads(1)).effects).to.deep.equal([{ kind: 'give', view: leadingView(viewOf(1)) }]);
  expect(after(leads(1), answered(1)).effects).to.deep.equal([{ kind: 'give-after-paint', view: viewOf(1) }]);
  expect(after(leads(1), answered(1), answered(2)).effects).to.deep.equal([
    { kind: 'give', view: viewOf(2) },
  ]);
});

it('never lets a part of a record take the place of what is on screen', () => {
  expect(after(answered(1), leads(2)).effects).to.deep.equal([]);
  expect(after(leads(1), leads(2)).effects).to.deep.equal([]);
});

it('takes what led off the screen at once at a sign-out, and says at a loss that the rest has failed', () => {
  const out = after(leads(1), { kind: 'forget', code: 'signed-out', at: AT });
  expect(out.effects.map(({ kind, view }) => [kind, ...states(view)])).to.deep.equal([['give', 'failed']]);
  const [lost] = after(leads(1), { kind: 'lost', at: AT }).effects;
  expect(lost?.kind).to.equal('give');
  expect(lost && states(lost.view)).to.deep.equal(new Set(['known', 'failed']));
});

it('gives no view twice, and no older view after a newer one', () => {
  expect(after(answered(2), answered(2)).effects).to.deep.equal([]);
  expect(after(answered(2), answered(1)).effects).to.deep.equal([]);
});

it('keeps known sections through a loss, and counts a new engine’s numbers from the start', () => {
  const lost = after(answered(5), { kind: 'lost', at: AT });
  const [effect] = lost.effects;
  expect(effect && states(effect.view)).to.deep.equal(new Set(['known']));
  expect(stepWatch(lost.watch, answered(1)).effects).to.deep.equal([{ kind: 'give', view: viewOf(1) }]);
});

it('says that a resident who was never read could not be read, and gives no empty record', () => {
  const [effect] = after({ kind: 'failed', era: 0, code: 'unreachable', at: AT }).effects;
  expect(effect && states(effect.view)).to.deep.equal(new Set(['failed']));
});

type Event =
  | { readonly kind: 'ask' | 'lost' | 'forget' | 'ask-again' }
  | { readonly kind: 'answer' | 'leads' | 'fail'; readonly of: number };
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constantFrom('ask' as const, 'ask' as const, 'lost' as const) }),
  fc.record({ kind: fc.constantFrom('forget' as const, 'ask-again' as const) }),
  fc.record({ kind: fc.constantFrom('answer' as const, 'leads' as const, 'fail' as const), of: fc.nat(9) }),
);

it('no order of requests, answers, losses and sign-outs gives a forgotten record', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let { watch } = after();
      const asked: { readonly era: number; readonly seq: number }[] = [];
      let seq = 0;
      let isForgotten = false;
      for (const one of events) {
        const question = 'of' in one ? asked[one.of] : undefined;
        let action: WatchAction | null = null;
        if (one.kind === 'ask' && !watch.forgotten) asked.push({ era: watch.era, seq: ++seq });
        else if (one.kind === 'lost') action = { kind: one.kind, at: AT };
        else if (one.kind === 'forget') action = { kind: one.kind, code: 'signed-out', at: AT };
        else if (one.kind === 'ask-again') action = { kind: 'ask-again' };
        else if (question && one.kind === 'answer') action = answered(question.seq, question.era);
        else if (question && one.kind === 'leads') action = leads(question.seq, question.era);
        else if (question) action = { kind: 'failed', era: question.era, code: 'busy', at: AT };
        if (action === null) continue;
        const isLate = question !== undefined && question.era !== watch.era;
        const step = stepWatch(watch, action);
        watch = step.watch;
        if (one.kind === 'forget') isForgotten = true;
        if ((one.kind === 'answer' || one.kind === 'leads') && !isLate && question) isForgotten = false;
        if (isLate) expect(step.effects, 'an answer from before a forgetting').to.deep.equal([]);
        if (isForgotten)
          for (const { view } of step.effects)
            expect(states(view).has('known'), 'a record after it was forgotten').to.equal(false);
      }
    }),
    { numRuns: 2000 },
  );
});
