import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanLineIntent } from '@ehch/clinical';
import { editableLines, type PlanText } from '@ehch/clinical/care-plan';
import { openMemoryStore, LOCAL_SOURCE } from '@ehch/store';
import { AT } from '../actions/actions.fixtures.ts';
import { createDeviceEngine } from '../device/device-engine.ts';
import { storesWith } from '../device/stores.fixtures.ts';
import { AGNES, adding, forbiddenNetwork, LOCAL, pressed } from './local.fixtures.ts';

test('(SPEC N3) in a home without a server the plan is written, changed and ended here, and nothing is asked for', async () => {
  const store = { ...openMemoryStore({ server: LOCAL_SOURCE }), lasts: 'device' } as const;
  const network = forbiddenNetwork();
  const engine = createDeviceEngine({
    connect: network.connect,
    onChange: () => undefined,
    stores: storesWith((opened) => ({ ...opened, store })),
  });
  await engine.configure(LOCAL);
  await engine.enqueue({ intent: pressed(adding()), now: AT });
  let presses = 0;
  const press = (what: Partial<PlanLineIntent> & Pick<PlanLineIntent, 'act' | 'of'>) => {
    presses += 1;
    return engine.enqueue({
      intent: {
        id: `00000000-0000-4000-8000-00000000010${presses}`,
        resident: AGNES,
        pressedAt: AT,
        what: {
          kind: 'plan-line',
          line: null,
          before: null,
          after: null,
          reason: null,
          by: { name: 'Grace Mensah', role: 'carer' },
          ...what,
        },
      },
      now: AT,
    });
  };
  const lines = async () =>
    editableLines((await engine.openResident({ resident: AGNES, now: AT })).view).lines;
  const goal: PlanText = {
    want: 'Walk to the shed',
    step: 'Stand twice',
    with: 'Amy',
    saidBy: 'herself',
    due: null,
  };
  const receipt = await press({ act: 'add', of: 'goal', after: goal });
  assert.equal(receipt.state, 'saved-on-device');
  const [added] = await lines();
  assert.deepEqual(added?.fields, goal);
  const better = { ...goal, step: 'Stand three times' };
  await press({ act: 'change', of: 'goal', line: added?.id ?? '', before: goal, after: better });
  const [changed] = await lines();
  assert.deepEqual(changed?.fields, better);
  await press({ act: 'end', of: 'goal', line: added?.id ?? '', before: better, reason: 'She walks there' });
  assert.deepEqual(await lines(), []);
  assert.deepEqual(network.asked, []);
  await engine.close();
});
