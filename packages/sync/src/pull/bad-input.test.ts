import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SERVER_SOURCE } from '@ehch/store';
import { condition, home, MINUTE, pulling, type Pulling } from '../../test/pulling.ts';

const record = [...home, ...Array.from({ length: 30 }, (_, at) => condition(`c${at}`, 'agnes'))];
type Between = Pulling['between'];
const isOfProblems = (url: string) => /\/Condition(\?|\/_search)/.test(url);
const text =
  (body: string, headers: Readonly<Record<string, string>> = {}) =>
  () => ({ status: 200, headers, text: body });

for (const [what, answer, code] of [
  ['no FHIR', text('{"hello":"world"}'), 'malformed'],
  [
    'a page of HTML',
    text('<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
    'malformed',
  ],
  [
    'a truncated body',
    text('{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Cond'),
    'malformed',
  ],
  ['a message under status 200', text('{"resourceType":"OperationOutcome","issue":[]}'), 'malformed'],
  ['a million entries', text(`{"resourceType":"Bundle","entry":[{}${',{}'.repeat(999_999)}]}`), 'malformed'],
  ['a server error', () => ({ status: 500, headers: {}, text: '' }), 'server-error'],
  ['too many requests', () => ({ status: 429, headers: { 'retry-after': '120' }, text: '' }), 'busy'],
] as const)
  test(`${what} in place of a page is the failure “${code}”, loses nothing, and the pull goes on later`, async () => {
    const pulled = await pulling(record);
    await pulled.settle();
    pulled.pass(MINUTE);
    pulled.put(condition('newer', 'bertha'));
    const broken: Between = (request, go) => (isOfProblems(request.url) ? answer() : go());
    pulled.between = broken;
    const ends = [];
    for (let end = await pulled.pull.step(); end.state !== 'idle'; end = await pulled.pull.step())
      ends.push(end);
    assert.deepEqual(ends.at(-1), { state: 'failed', code });
    assert.equal((await pulled.cached('Condition')).size, 30);
    const before = await pulled.store.records(SERVER_SOURCE).checkpoint('home', 'Condition');
    if (code === 'busy')
      assert.ok(pulled.pull.nextAt() >= pulled.now() + 120_000, 'P12: never before it was asked to');
    pulled.between = (_request, go) => go();
    await pulled.run(10 * MINUTE, 2 * MINUTE);
    assert.equal((await pulled.cached('Condition')).size, 31);
    assert.notEqual(
      (await pulled.store.records(SERVER_SOURCE).checkpoint('home', 'Condition'))?.asOf,
      before?.asOf,
    );
  });

const linked =
  (link: string): Between =>
  (request, go) => {
    const answer = go();
    if (!isOfProblems(request.url) && !request.url.includes('page=')) return answer;
    const bundle = JSON.parse(answer.text) as object;
    return { ...answer, text: JSON.stringify({ ...bundle, link: [{ relation: 'next', url: link }] }) };
  };

test('L9: a next link to another address is not followed, and the list says that pages are missing', async () => {
  const pulled = await pulling(record);
  pulled.between = linked('https://elsewhere.test/other/Thing?page=2');
  await pulled.settle();
  assert.equal(
    pulled.asked.some((one) => one.includes('elsewhere')),
    false,
  );
  const { kinds } = await pulled.store.records(SERVER_SOURCE).read('agnes');
  assert.equal(kinds.get('Condition')?.more, true);
  assert.deepEqual(
    kinds.get('Condition')?.missing.map(({ why }) => why),
    ['failed'],
  );
  assert.equal((await pulled.cached('Condition')).size, 30, 'what came is kept');
});

test('L9: links that never end are followed only so far, and the list says so', async () => {
  const pulled = await pulling(record);
  const endless: Between = (request, go) => {
    const turn = Number(new URL(request.url).searchParams.get('turn') ?? '0');
    if (turn === 0 && !isOfProblems(request.url)) return go();
    if (turn === 0)
      return linked(`https://record.test/fhir/Condition?patient=agnes,bertha&turn=1`)(request, go);
    const link = [
      { relation: 'next', url: `https://record.test/fhir/Condition?patient=agnes,bertha&turn=${turn + 1}` },
    ];
    return { status: 200, headers: {}, text: JSON.stringify({ resourceType: 'Bundle', link }) };
  };
  pulled.between = endless;
  const all = pulled.asked;
  for (let steps = 0; steps < 3_000; steps++) if ((await pulled.pull.step()).state === 'idle') break;
  assert.ok(all.length < 1_500, `${all.length} requests`);
  const { kinds } = await pulled.store.records(SERVER_SOURCE).read('agnes');
  assert.equal(kinds.get('Condition')?.more, true);
});

test('an entry of somebody else is kept for nobody, and the list says that it has a gap', async () => {
  const pulled = await pulling([...record, condition('foreign', 'zoe')]);
  pulled.between = (request, go) => {
    const answer = go();
    if (!isOfProblems(request.url)) return answer;
    return { ...answer, text: answer.text.replace('Patient/agnes', 'Patient/zoe') };
  };
  await pulled.settle();
  assert.equal((await pulled.cached('Condition', ['agnes', 'bertha', 'zoe'])).size, 29);
  const { kinds } = await pulled.store.records(SERVER_SOURCE).read('agnes');
  assert.deepEqual(kinds.get('Condition')?.missing, [
    { why: 'unreadable', what: 'entries that do not belong here' },
  ]);
});

const withoutProblems: Between = (request, go) =>
  isOfProblems(request.url) ? { status: 500, headers: {}, text: '' } : go();
const goal = (id: string) =>
  ({ resourceType: 'Goal', id, subject: { reference: 'Patient/agnes' } }) as unknown as (typeof record)[0];

test('L15: a kind that always fails holds up no other kind, in the increments', async () => {
  const pulled = await pulling([...record, goal('g1')]);
  await pulled.settle();
  pulled.pass(MINUTE);
  pulled.put(condition('newer', 'bertha'), goal('g2'));
  pulled.between = withoutProblems;
  await pulled.watch(20 * MINUTE);
  assert.deepEqual([...(await pulled.cached('Goal')).keys()], ['g1', 'g2']);
  pulled.between = (_request, go) => go();
  await pulled.watch(20 * MINUTE);
  assert.equal((await pulled.cached('Condition')).size, 31);
});

test('L15: a kind that always fails holds up no other kind, in a first load', async () => {
  const pulled = await pulling([...record, goal('g1')]);
  pulled.between = withoutProblems;
  await pulled.watch(20 * MINUTE);
  assert.deepEqual([...(await pulled.cached('Goal')).keys()], ['g1']);
  assert.equal(pulled.pull.progress('home')?.residentsDone, 0, 'nobody counts as loaded');
  pulled.between = (_request, go) => go();
  await pulled.watch(20 * MINUTE);
  assert.equal((await pulled.cached('Condition')).size, 30);
  assert.equal(pulled.pull.progress('home')?.residentsDone, 2);
});

test('L15: a roster that failed once is asked for again soon, and a home without a network is loaded when it is back', async () => {
  const pulled = await pulling(record);
  pulled.between = () => ({ status: 503, headers: {}, text: '' });
  await pulled.pull.step();
  pulled.between = (_request, go) => go();
  await pulled.watch(3 * MINUTE);
  assert.equal((await pulled.cached('Condition')).size, 30);
});

test('L15: of a resident nothing is kept while it is not known whether they object to sharing', async () => {
  const pulled = await pulling([...record, goal('g1')]);
  pulled.between = (request, go) =>
    /\/Consent\?/.test(request.url) ? { status: 500, headers: {}, text: '' } : go();
  await pulled.watch(20 * MINUTE);
  assert.equal((await pulled.cached('Goal')).size + (await pulled.cached('Condition')).size, 0);
  pulled.between = (_request, go) => go();
  await pulled.watch(20 * MINUTE);
  assert.equal((await pulled.cached('Goal')).size, 1);
});
