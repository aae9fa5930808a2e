import { expect } from '@open-wc/testing';
import type { ResidentSource, ResidentView } from '@ehch/clinical';
import { residentsFromFhir } from './residents-from-fhir.ts';
import { residentsFromViews } from './residents-from-views.ts';

const options = { clock: () => '2026-11-21T09:30:00Z', sourceLabel: 'test', place: null };
const patient = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Ashdown', given: ['Agnes'] }] };

/** The views that a source gives, up to the first whole one. */
function viewsFrom(source: ResidentSource, resident: string): Promise<readonly ResidentView[]> {
  const given: ResidentView[] = [];
  return new Promise((resolve) => {
    const take = (view: ResidentView) => {
      given.push(view);
      if (view.sections.plan.state !== 'loading') resolve(given);
    };
    source.watch(resident, take, new AbortController().signal);
  });
}

async function viewFrom(source: ResidentSource, resident: string): Promise<ResidentView | undefined> {
  return (await viewsFrom(source, resident)).at(-1);
}

it('uses the device’s clock if the page gives none, and needs no place', async () => {
  const before = Date.now();
  const view = await viewFrom(residentsFromFhir([patient], { sourceLabel: 'test' }), 'p1');
  const identity = view?.sections.identity;
  expect(identity?.state === 'known' && Date.parse(identity.asOf)).to.be.within(before, Date.now());
});

it('gives identity, agreed limits and allergies at once, and then the whole view', async () => {
  const penicillin = {
    resourceType: 'AllergyIntolerance',
    id: 'a1',
    patient: { reference: 'Patient/p1' },
    code: { text: 'penicillin' },
  };
  const dnacpr = {
    resourceType: 'Flag',
    id: 'f1',
    status: 'active',
    subject: { reference: 'Patient/p1' },
    code: { text: 'DNACPR' },
  };
  const source = residentsFromFhir([patient, penicillin, dnacpr], options);
  expect(source.residents).to.deep.equal(['p1']);
  const [first, whole] = await viewsFrom(source, 'p1');
  const { identity, limits, allergies, ...rest } = first?.sections ?? {};
  for (const section of [identity, limits, allergies]) expect(section?.state).to.equal('known');
  expect(new Set(Object.values(rest).map(({ state }) => state))).to.deep.equal(new Set(['loading']));
  expect(Object.values(whole?.sections ?? {}).filter(({ state }) => state === 'loading')).to.deep.equal([]);
});

it('says "not recorded" of no section before the whole record was read', async () => {
  const [first, whole] = await viewsFrom(residentsFromFhir([patient], options), 'p1');
  expect(first?.sections.limits.state).to.equal('loading');
  expect(first?.sections.allergies.state).to.equal('loading');
  expect(whole?.sections.limits).to.have.nested.property('content.kind', 'not-recorded');
});

it('gives nothing to a watch that has stopped', async () => {
  const source = residentsFromFhir([patient], options);
  const stopped = new AbortController();
  const given: ResidentView[] = [];
  source.watch('p1', (view) => given.push(view), stopped.signal);
  stopped.abort();
  await viewFrom(source, 'p1');
  expect(given).to.have.length(1);
});

it('reads a resident once, however many components ask', async () => {
  const source = residentsFromFhir([patient], options);
  const view = await viewFrom(source, 'p1');
  expect(await viewsFrom(source, 'p1')).to.deep.equal([view]);
});

it('says in every section that a resident who is not in the records could not be found', async () => {
  const view = await viewFrom(residentsFromFhir([patient], options), 'p2');
  for (const section of Object.values(view?.sections ?? {}))
    expect(section).to.have.nested.property('error.code', 'not-found');
  expect(Object.keys(view?.sections ?? {})).to.have.length.greaterThan(10);
});

for (const records of [
  null,
  'text',
  7,
  [],
  {},
  { resourceType: 'Bundle', type: 'collection' },
  [{ resourceType: 'Observation' }],
]) {
  it(`refuses records without a Patient: ${JSON.stringify(records)}`, () => {
    expect(() => residentsFromFhir(records, options))
      .to.throw()
      .with.property('code', 'malformed');
  });
}

const bundle = (more: object, ...resources: object[]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
  ...more,
});

it('says that a first page is not the whole record', async () => {
  const page = bundle({ link: [{ relation: 'next', url: 'https://record.test/fhir?page=2' }] }, patient);
  const allergies = (await viewFrom(residentsFromFhir(page, options), 'p1'))?.sections.allergies;
  expect(allergies).to.have.nested.property('gaps[0].why', 'more');
});

for (const [code, state] of [
  ['exception', 'failed'],
  ['suppressed', 'withheld'],
] as const)
  it(`does not take what the server says it left out (${code}) for "nothing recorded"`, async () => {
    const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] };
    const view = await viewFrom(residentsFromFhir(bundle({}, patient, outcome), options), 'p1');
    const sections = view?.sections;
    expect(sections?.allergies.state).to.equal(state);
    expect(sections?.identity.state).to.equal('known');
  });

it('gives the glance that a reader asks for, and none to others', async () => {
  const stopped = new AbortController();
  const given: ResidentView[] = [];
  const source = residentsFromFhir([patient], options);
  const whole = await viewFrom(source, 'p1');
  expect(whole && 'glance' in whole).to.equal(false);
  source.watch('p1', (view) => given.push(view), stopped.signal, { since: '2026-11-12' });
  residentsFromViews(whole ? [whole] : [], options).watch('p1', (view) => given.push(view), stopped.signal, {
    since: '2026-11-12',
  });
  stopped.abort();
  expect(given).to.have.length(2);
  for (const { glance } of given) {
    expect(glance?.since).to.deep.equal({ from: '2026-11-12', known: true, given: true });
    expect(glance?.at).to.equal('2026-11-21T09:30:00Z');
  }
});

it('leaves the glance of a view that brings its own', async () => {
  const whole = await viewFrom(residentsFromFhir([patient], options), 'p1');
  const own = whole && { ...whole, glance: null };
  const given: (ResidentView | undefined)[] = [];
  residentsFromViews(own ? [own] : []).watch('p1', (view) => given.push(view), new AbortController().signal, {
    since: null,
  });
  expect(given).to.deep.equal([own]);
});

it('gives the views it was given', async () => {
  const view = await viewFrom(residentsFromFhir([patient], options), 'p1');
  expect(view && (await viewFrom(residentsFromViews([view]), 'p1'))).to.equal(view);
});
