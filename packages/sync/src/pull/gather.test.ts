import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SERVER_SOURCE, type PullStep, type Store } from '@ehch/store';
import { openMemoryStore } from '@ehch/store';
import { condition, home, MINUTE, pulling } from '../../test/pulling.ts';

const problems = (count: number) => Array.from({ length: count }, (_, at) => condition(`c${at}`, 'agnes'));

/** A store that counts the steps that it was given. */
function counted(): { readonly store: Store; readonly steps: PullStep[] } {
  const store = openMemoryStore();
  const records = store.records(SERVER_SOURCE);
  const apply = records.apply.bind(records);
  const steps: PullStep[] = [];
  records.apply = (step) => {
    steps.push(step);
    return apply(step);
  };
  return { store, steps };
}

test('L2: over a fast network a step asks several feeds, and stores their pages with their cursors together', async () => {
  const { store, steps } = counted();
  const pulled = await pulling([...home, ...problems(450)], { store, ports: { gatherMs: 2_000 } });
  await pulled.settle();
  assert.equal((await pulled.cached('Condition')).size, 450);
  const together = steps.filter(({ checkpoints }) => checkpoints.length > 1);
  assert(together.length > 0);
  for (const { changes, checkpoints } of together) {
    const types = new Set(changes.flatMap(({ put }) => put.map(({ type }) => type)));
    for (const type of types)
      assert(
        checkpoints.some((each) => each.type.startsWith(type)),
        type,
      );
  }
  assert(
    steps.length < pulled.asked.length / 3,
    `${steps.length} steps for ${pulled.asked.length} questions`,
  );
});

test('the same records are held whether a step asks once or several times', async () => {
  const one = await pulling([...home, ...problems(450)]);
  const several = await pulling([...home, ...problems(450)], { ports: { gatherMs: 2_000 } });
  await one.settle();
  await several.settle();
  assert.deepEqual(await several.cached('Condition'), await one.cached('Condition'));
  const kindsOf = async ({ store }: typeof one) =>
    [...(await store.records(SERVER_SOURCE).kinds('agnes')).keys()].sort();
  assert.deepEqual(await kindsOf(several), await kindsOf(one));
});

test('over a slow network a step asks once, so that a worker that is ended loses one page', async () => {
  const { store, steps } = counted();
  const pulled = await pulling([...home, ...problems(450)], { store, ports: { gatherMs: 2_000 } });
  pulled.between = (_request, go) => {
    pulled.pass(3_000);
    return go();
  };
  for (let at = 0; at < 30; at++) await pulled.pull.step();
  assert(steps.length > 20);
  for (const { checkpoints } of steps) assert.equal(checkpoints.length, 1);
});

test('a feed that fails keeps what came before it in the step, and the wait that the server asked for holds', async () => {
  const pulled = await pulling([...home, ...problems(20)], { ports: { gatherMs: 2_000 } });
  let isBusy = true;
  pulled.between = (request, go) =>
    isBusy && /CarePlan/.test(request.url)
      ? { status: 503, headers: { 'retry-after': '600' }, text: '' }
      : go();
  for (let at = 0; at < 20; at++) await pulled.pull.step();
  assert.equal((await pulled.cached('Condition')).size, 20);
  assert(pulled.pull.nextAt() - pulled.now() >= 9 * MINUTE, 'sooner than the server asked for');
  const asked = pulled.asked.length;
  assert.equal((await pulled.pull.step()).state, 'idle');
  assert.equal(pulled.asked.length, asked);
  isBusy = false;
  pulled.pass(11 * MINUTE);
  await pulled.settle();
  assert.equal(pulled.pull.progress('home')?.share, 1);
});

test('an objection that comes with other pages of one step is obeyed at its end', async () => {
  const pulled = await pulling([...home, ...problems(5)], { ports: { gatherMs: 2_000 } });
  await pulled.settle();
  pulled.pass(MINUTE);
  pulled.put(
    {
      resourceType: 'Consent',
      id: 'objects',
      status: 'active',
      scope: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }],
      },
      category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }],
      patient: { reference: 'Patient/agnes' },
      provision: { type: 'deny' },
    },
    condition('late', 'agnes'),
  );
  await pulled.run(5 * MINUTE);
  assert.equal((await pulled.cached('Condition', ['agnes'])).size, 0);
  assert.equal((await pulled.cached('Consent', ['agnes'])).size, 1);
});
