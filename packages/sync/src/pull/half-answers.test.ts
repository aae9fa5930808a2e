import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SERVER_SOURCE } from '@ehch/store';
import { condition, home, MINUTE, pulling, type Pulling } from '../../test/pulling.ts';

const HOUR = 60 * MINUTE;
const isOfProblems = (url: string) => url.includes('/Condition?');
const idsOf = async (pulled: Pulling, resident = 'agnes') => [
  ...(await pulled.cached('Condition', [resident])).keys(),
];
const kindOf = async ({ store }: Pulling, resident: string, kind: string) =>
  (await store.records(SERVER_SOURCE).read(resident)).kinds.get(kind);

interface Page {
  readonly entry?: readonly { readonly resource: { readonly id: string } }[];
}

/** Changes the pages of problems on their way. */
function changing(pulled: Pulling, change: (page: Page) => object): void {
  pulled.between = (request, go) => {
    const answer = go();
    if (!isOfProblems(request.url)) return answer;
    return { ...answer, text: JSON.stringify(change(JSON.parse(answer.text) as Page)) };
  };
}

// A page that says that something is missing does not move the high water, so the next pull asks for the same again.
test('what a page says is missing is asked for again before anything counts as checked (SPEC I5, L9)', async () => {
  const pulled = await pulling([...home, condition('first', 'agnes')]);
  await pulled.settle();
  pulled.pass(10 * MINUTE);
  pulled.put(condition('left-out', 'agnes'));
  pulled.pass(10 * MINUTE);
  pulled.put(condition('last', 'bertha'));
  const outcome = {
    resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'incomplete' }] },
    search: { mode: 'outcome' },
  };
  changing(pulled, (page) => ({
    ...page,
    entry: [...(page.entry ?? []).filter(({ resource }) => resource.id !== 'left-out'), outcome],
  }));
  await pulled.settle();
  pulled.between = (_request, go) => go();
  await pulled.run(HOUR, 10 * MINUTE);
  assert.deepEqual(await idsOf(pulled), ['first', 'left-out']);
});

// The high water goes no further than the server's own `Date` of the answer. One row that was stamped while the
// server's clock was wrong otherwise ends all increments, while each pull says that it checked.
test('one row with a time in the future does not hide what is recorded afterwards (SPEC L1)', async () => {
  const pulled = await pulling([...home, condition('stamped', 'agnes')]);
  pulled.between = (_request, go) => {
    const answer = go();
    const text = answer.text.replaceAll(
      /("id":"stamped","meta":\{"versionId":"1","lastUpdated":")[^"]+/g,
      '$12099-01-01T00:00:00.000Z',
    );
    return { ...answer, text, headers: { ...answer.headers, date: new Date(pulled.now()).toUTCString() } };
  };
  await pulled.settle();
  pulled.pass(10 * MINUTE);
  pulled.put(condition('new', 'agnes'));
  await pulled.run(HOUR, 10 * MINUTE);
  assert.deepEqual(await idsOf(pulled), ['new', 'stamped']);
});

// Rows that do not come in the order of their times show that `_sort` was ignored. Then the link is followed, and the
// keyset is not.
test('a server that ignores the sorting loses no row of a long increment (SPEC L3)', async () => {
  const pulled = await pulling(home);
  await pulled.settle();
  for (let at = 0; at < 450; at++) {
    pulled.pass(1000);
    pulled.put(condition(`c${at}`, 'agnes'));
  }
  pulled.between = (request) =>
    pulled.server.request({
      ...request,
      url: request.url.replace('_sort=_lastUpdated', '_sort=-_lastUpdated'),
    });
  await pulled.run(HOUR, 10 * MINUTE);
  assert.equal((await idsOf(pulled)).length, 450);
});

// A refusal of a question about several residents says nothing about each of them. Each is asked for alone, and only
// who is then refused loses the copies. HAPI's authorisation refuses a whole search for one forbidden compartment.
test('a refusal because of one resident does not erase the others’ copies (SPEC L5)', async () => {
  const pulled = await pulling([...home, condition('hers', 'agnes'), condition('restricted', 'bertha')]);
  await pulled.settle();
  pulled.between = (request, go) =>
    isOfProblems(request.url) && request.url.includes('bertha')
      ? { status: 403, headers: {}, text: '{"resourceType":"OperationOutcome"}' }
      : go();
  await pulled.run(HOUR, 10 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'bertha'), []);
  assert.deepEqual(await idsOf(pulled), ['hers']);
  assert.equal((await kindOf(pulled, 'agnes', 'Condition'))?.last.state, 'loaded');
});

// Rows of another type are a gap, as rows of another person are: the question was not answered.
test('an answer of another type is not “none recorded” (SPEC L9)', async () => {
  const allergy = { resourceType: 'AllergyIntolerance', id: 'a', patient: { reference: 'Patient/agnes' } };
  const pulled = await pulling([...home, condition('c', 'agnes'), allergy]);
  pulled.between = (request) =>
    pulled.server.request({ ...request, url: request.url.replace('/AllergyIntolerance?', '/Condition?') });
  await pulled.settle();
  const kind = await kindOf(pulled, 'agnes', 'AllergyIntolerance');
  assert.ok(kind?.last.state !== 'loaded' || kind.missing.length > 0, JSON.stringify(kind));
});

// An address that was followed already is not followed again, as in `ask`.
test('links that lead back end soon, and the list says that it was cut (SPEC L9)', async () => {
  const pulled = await pulling([...home, condition('c', 'agnes')]);
  let pages = 0;
  pulled.between = (request, go) => {
    const answer = go();
    if (!isOfProblems(request.url)) return answer;
    const url = `${request.url.replace(/&turn=\d/, '')}&turn=${++pages % 2}`;
    return {
      ...answer,
      text: JSON.stringify({ ...JSON.parse(answer.text), link: [{ relation: 'next', url }] }),
    };
  };
  await pulled.settle();
  assert.ok(pages < 500);
});

// Only a FHIR server's 404 or 410 is a deletion (`speaksFhir`, as the push has it). A gateway's page stands for
// anything.
test('a gateway’s 404 page deletes nothing (SPEC L5)', async () => {
  const pulled = await pulling([...home, condition('c', 'agnes')]);
  await pulled.settle();
  pulled.between = ({ url }, go) => {
    if (!url.includes('/Condition')) return go();
    const isRead = url.includes('/Condition/');
    const text = isRead ? '<html>404 Not Found</html>' : '{"resourceType":"Bundle","type":"searchset"}';
    return { status: isRead ? 404 : 200, headers: {}, text };
  };
  await pulled.run(25 * HOUR, HOUR);
  assert.deepEqual(await idsOf(pulled), ['c']);
});
