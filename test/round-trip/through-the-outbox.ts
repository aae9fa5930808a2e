import assert from 'node:assert/strict';
import type { CareIntent, ResidentView } from '../../packages/clinical/src/index.ts';
import type { FinishedAssessment } from '../../packages/clinical/src/assessment/index.ts';
import type { FormDefinition } from '../../packages/clinical/src/form/index.ts';
import { GUARDS } from '../../packages/clinical/src/session/form/guards.ts';
import { openSession } from '../../packages/clinical/src/session/form/open.ts';
import { stopsOf } from '../../packages/clinical/src/session/form/stops.ts';
import { formStep } from '../../packages/clinical/src/session/form/step.ts';
import { assessments } from '../../packages/elements/src/frailty-scorer/assessments/assessments.ts';
import { startDevServer } from '../../packages/dev-server/src/index.ts';
import type { HostSurface } from '../../packages/sync/src/protocol.ts';
import { configuration, connectedEngine } from '../../packages/sync/test/connected-engine.ts';
import { FINISHED_AT, randomEntry, randomFrom, SIGNER } from './random-entry.ts';
import { compare, type Fault, type Outcome } from './there-and-back.ts';

/** Whoever signs, as the server knows them. */
const NURSE = {
  sub: 'okafor',
  display: SIGNER.name,
  role: SIGNER.role,
  reference: 'Practitioner/okafor',
  organisation: 'Rowan Court',
};

/** `signed`: how many entries could be signed. */
export interface ThroughOutbox extends Outcome {
  readonly signed: number;
}

/**
 * The whole way of a signature: a person presses on an open form, the home's engine puts that into its outbox
 * and pushes it to the server that `npm start` uses, and another person's engine pulls and reads it there.
 *
 * @param fault changes what the outbox sends, like a faulty writer
 */
export async function throughTheOutbox(
  form: FormDefinition,
  { entries, seed, fault }: { entries: number; seed: number; fault?: Fault },
): Promise<ThroughOutbox> {
  const residents = Array.from({ length: entries }, (_, at) => `${form.id}-${at}`);
  const server = await startDevServer({
    resources: residents.map((id) => ({ resourceType: 'Patient', id, birthDate: '1938-04-09' })),
  });
  const home = await connectedEngine(
    configuration(server.url, { user: NURSE, ...(fault && { network: { by: 'host' } }) }),
    fault === undefined ? null : hostWith(fault),
  );
  const practice = await connectedEngine(configuration(server.url));
  try {
    const differences: string[] = [];
    let [compared, signed] = [0, 0];
    for (const [at, resident] of residents.entries()) {
      const pressed = press(form, await home.settle(resident), seed + at);
      if (pressed === null) continue;
      signed += 1;
      await sent(home.engine, pressed.intent);
      const found = compare(pressed.finished, await practice.settle(resident));
      compared += found.compared;
      differences.push(...found.differences.map((words) => `${resident}: ${words}`));
    }
    return { signed, compared, differences };
  } finally {
    home.lose();
    practice.lose();
    await server.close();
  }
}

/** An open form with random answers, and a press on "Sign". `null`: the form says what stands in the way of signing. */
function press(form: FormDefinition, view: ResidentView, seed: number) {
  const { resident } = view;
  const { state } = randomEntry(form, resident, randomFrom(seed));
  const stamp = { at: FINISHED_AT, id: crypto.randomUUID() };
  const around = { view, place: null, author: SIGNER, readOnly: false, evaluator: null, rules: assessments };
  const opened = openSession(
    { resident, form, port: 'home', around, previous: null, from: 'kept', draft: null, focus: false },
    stamp,
    GUARDS,
  ).session;
  const asking = opened.phase.state === 'loading' ? opened.phase.asking : assert.fail(opened.phase.state);
  const kept = { draft: state.draft, revision: '1' };
  const { session } = formStep()(opened, { kind: 'loaded', asking, kept, ...stamp });
  if (stopsOf(session, FINISHED_AT).length > 0) return null;
  const { effects } = formStep()(session, { kind: 'finish', despiteFew: true, ...stamp });
  const [intent] = effects.flatMap((effect) => (effect.kind === 'enqueue' ? [effect.intent] : []));
  assert.ok(intent?.what.kind === 'finish-assessment', JSON.stringify(effects));
  const finished: FinishedAssessment = intent.what.assessment;
  return { intent, finished };
}

async function sent(
  engine: Awaited<ReturnType<typeof connectedEngine>>['engine'],
  intent: CareIntent,
): Promise<void> {
  await engine.enqueue({ intent, now: FINISHED_AT });
  for (let tries = 0; ; tries += 1) {
    const state = (await engine.receiptsOf({ intents: [intent.id] }))[intent.id]?.state;
    if (state === 'sent') return;
    assert.ok(tries < 3_000, `${intent.what.kind} stays ${state}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}

/** The page's own network, which changes what is written on its way. */
function hostWith(fault: Fault): HostSurface {
  return {
    getToken: async () => null,
    async request({ method, url, headers, body }) {
      const changed = body === null || method === 'GET' ? body : JSON.stringify(fault(JSON.parse(body)));
      const answer = await fetch(url, { method, headers, body: changed });
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        text: await answer.text(),
      };
    },
  };
}
