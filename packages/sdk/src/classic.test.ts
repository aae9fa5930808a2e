import { expect } from '@open-wc/testing';
import type { Section } from '@ehch/clinical';
// Loads what the script needs. The script itself runs again for each test below.
import './classic.ts';

const PATIENT = '{"resourceType":"Patient","id":"one","name":[{"family":"Marlowe"}]}';

/** How the identity stands that the classic script reads from the text of a page. */
async function identityIn(id: string, text: string): Promise<Section<unknown> | undefined> {
  const block = document.createElement('script');
  Object.assign(block, { type: 'application/json', id, textContent: text });
  const provider = document.createElement('ehch-provider');
  provider.dataset['records'] = id;
  document.body.append(block, provider);
  await import(`./classic.ts?${id}`);
  let seen: Section<unknown> | undefined;
  provider.source?.watch('one', (view) => (seen = view.sections.identity), new AbortController().signal);
  block.remove();
  provider.remove();
  return seen;
}

it('the classic script gives a provider the records of its block', async () => {
  expect((await identityIn('sound', PATIENT))?.state).to.equal('known');
});

it('the classic script says of a block that is no JSON, or holds no Patient, that it was not understood', async () => {
  for (const [id, text] of [
    ['comma', `${PATIENT},`],
    ['empty', ''],
    ['nobody', '{"resourceType":"Bundle"}'],
  ] as const)
    expect(await identityIn(id, text)).to.deep.include({ state: 'failed', error: { code: 'malformed' } });
});
