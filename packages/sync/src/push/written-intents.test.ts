import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent } from '@ehch/clinical';
import { finishForm } from '@ehch/clinical/assessment';
import { answerItem, formOfInstrument, openForm, startDraft } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import type { JsonObject } from '@ehch/fhir';
import { auditOperation, writeIntent } from '@ehch/fhir/writers';
import type { Operation } from '@ehch/store';
import { NURSE } from './entries.fixtures.ts';
import { LEVELS, pushWorld, type Fate, type World } from './push-world.fixtures.ts';

// What the writers of fhir give, through the push to a server: the two agree about ids, references and the marker.

const FINISH = '3f2b9c1e-7a64-4d0b-9c55-0a1b2c3d4e5f';
const LATER = '9d1c7e52-6b0a-4f3e-8a41-77c0de01ab23';
const AT = '2026-11-21T13:40:00Z';
const by = { name: NURSE.display, role: NURSE.role };
const form = formOfInstrument(instruments.find(({ id }) => id === 'bmi') ?? assert.fail());

function finished(): Operation {
  const draft = startDraft({ id: 'd1', resident: 'p1', form, at: AT });
  let state = openForm(form, draft, { instruments });
  for (const [item, value] of [
    ['bmi/kg', 58.2],
    ['bmi/heightM', 1.62],
  ] as const)
    ({ state } = answerItem(state, item, {
      state: 'given',
      values: [{ type: 'number', value }],
      at: AT,
      by,
      from: { kind: 'entered' },
    }));
  const assessment = { ...finishForm(state, { at: AT, by }), scores: [...state.scores.values()] };
  return written({ kind: 'finish-assessment', assessment, form }, FINISH);
}

function written(what: CareIntent['what'], id: string, resources: readonly JsonObject[] = []): Operation {
  const intent: CareIntent = { id, resident: 'p1', pressedAt: AT, what };
  return writeIntent(intent, { author: NURSE, clockOffsetMs: 0, written: resources });
}

async function bodiesOf(world: World, intent: string): Promise<readonly JsonObject[]> {
  const acknowledgement = await world.store.outbox.acknowledgement(intent);
  return (acknowledgement?.bodies ?? []).map(({ text }) => JSON.parse(text) as JsonObject);
}

const count = (world: World, type: string) => world.server.repository.counts().get(type) ?? 0;
const counts = (world: World) =>
  ['QuestionnaireResponse', 'Observation', 'Provenance'].map((type) => count(world, type));

function firstWrite(fate: Fate): World['fate'] {
  let isFirst = true;
  return ({ method }) => {
    if (!isFirst || method === 'GET') return null;
    isFirst = false;
    return fate;
  };
}

for (const behaviour of LEVELS) {
  for (const fate of [null, 'lost', 'answer-lost', 'twice'] as const)
    test(`I1 P1 a signed assessment arrives once, with one marker (${fate ?? 'no fault'}): ${behaviour}`, async () => {
      const world = await pushWorld({ behaviour });
      world.fate = firstWrite(fate);
      await world.press(finished());
      await world.run();
      assert.deepEqual(await world.entries(), []);
      const [answers, observations, markers] = counts(world);
      assert.deepEqual([answers, observations], [1, 3]);
      // R4's Provenance has no identifier, so a server with ids of its own cannot be asked for its first copy (P1).
      if (behaviour.startsWith('A')) assert.equal(markers, 1);
      const [response, ...rest] = await bodiesOf(world, FINISH);
      const total = rest.find((each) => 'derivedFrom' in each);
      assert.deepEqual((total?.['derivedFrom'] as readonly unknown[] | undefined)?.[0], {
        reference: `QuestionnaireResponse/${String(response?.['id'])}`,
      });
      world.close();
    });

  test(`P1 P4 a mark as entered in error that was pressed before the assessment had arrived follows it: ${behaviour}`, async () => {
    const world = await pushWorld({ behaviour });
    const finish = finished();
    await world.press(finish);
    const waiting = finish.parts.flatMap((part) =>
      part.op === 'create' ? [JSON.parse(part.body) as JsonObject] : [],
    );
    const mark = {
      kind: 'enter-in-error',
      finished: FINISH,
      draft: 'd1',
      reason: 'Wrong resident',
      by,
    } as const;
    await world.press(written(mark, LATER, waiting));
    await world.run();
    assert.deepEqual(await world.entries(), []);
    const bodies = await bodiesOf(world, LATER);
    const statuses = bodies.map(({ resourceType, status }) => [resourceType, status]);
    assert.deepEqual(statuses, [
      ['QuestionnaireResponse', 'entered-in-error'],
      ...Array.from({ length: 3 }, () => ['Observation', 'entered-in-error']),
      ['Provenance', undefined],
    ]);
    assert.deepEqual(counts(world), [1, 3, 2]);
    world.close();
  });

  test(`U1 P1 an audited act arrives once, and needs no marker beside it: ${behaviour}`, async () => {
    const world = await pushWorld({ behaviour });
    world.fate = firstWrite(behaviour.startsWith('A') ? 'answer-lost' : null);
    const act = {
      id: LATER,
      kind: 'view',
      at: AT,
      clockOffsetMs: 0,
      author: NURSE,
      organisation: { display: 'Rowan Court' },
      device: 'EHCH Kit test',
      of: { resident: 'p1' },
      reason: { code: 'TREAT' },
    } as const;
    await world.press(auditOperation(act));
    await world.run();
    assert.deepEqual(await world.entries(), []);
    assert.deepEqual([count(world, 'AuditEvent'), count(world, 'Provenance')], [1, 0]);
    world.close();
  });
}
