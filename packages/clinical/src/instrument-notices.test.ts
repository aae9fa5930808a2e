import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assessments } from './assessment/templates.ts';
import type { FormItem } from './form/definition.ts';
import { formOfInstrument } from './form/form-of-instrument.ts';
import { noticesOf } from './form/notices.ts';
import { noticesOfInstrument, sourceAddress } from './instrument-notices.ts';
import type { Instrument } from './instrument.ts';
import { instruments } from './instruments/index.ts';
import { FOR_DEMONSTRATION, isConfirmed } from './permission.ts';

const every: readonly Instrument<never>[] = instruments;

function instrumentsIn(items: readonly FormItem[]): readonly string[] {
  return items.flatMap((item) => [
    ...(item.type === 'group' && item.instrument !== undefined ? [item.instrument] : []),
    ...('items' in item ? instrumentsIn(item.items ?? []) : []),
  ]);
}

for (const form of [...assessments, ...every.map(formOfInstrument)]) {
  test(`the notices of every instrument in "${form.id}" go with it`, () => {
    const said = noticesOf(form).join('\n');
    for (const id of instrumentsIn(form.items)) {
      const instrument = every.find((one) => one.id === id);
      assert.ok(instrument, id);
      for (const words of noticesOfInstrument(instrument)) assert.ok(said.includes(words), `${id}: ${words}`);
    }
  });
}

test('the CGA holds more than twenty instruments, and names the owner of each', () => {
  const [cga] = assessments;
  assert.ok(cga);
  const held = instrumentsIn(cga.items);
  assert.ok(held.length > 20);
  const titles = held.map((id) => every.find((one) => one.id === id)?.title);
  for (const title of titles)
    assert.ok(
      noticesOf(cga).some((words) => words.startsWith(`${title}: `)),
      title,
    );
});

for (const { id, source, permission, tier } of every) {
  test(`${id} names its owner and source, and says whether the owner has agreed`, () => {
    assert.match(permission.because, /\.$/);
    const address = sourceAddress(source);
    if (address !== null) assert.ok(URL.canParse(address) && address.startsWith('https://'), address);
    if (source.owner === undefined) assert.equal(permission.state, 'not-needed');
    // No address of its guide was confirmed.
    else assert.ok(address !== null || ['orthostatic-bp'].includes(id), 'no address');
    if (tier === 'B') assert.notEqual(source.owner, undefined);
  });
}

test('an instrument whose owner has not agreed says so, and no other does', () => {
  for (const instrument of every)
    assert.equal(
      noticesOfInstrument(instrument).includes(FOR_DEMONSTRATION),
      !isConfirmed(instrument.permission),
      instrument.id,
    );
});
