import { expect } from '@open-wc/testing';
import type { ResidentSource, ResidentView } from '@ehch/clinical';
import { residentsFromFhir } from './residents-from-fhir.ts';
import { residentsFromViews } from './residents-from-views.ts';

const options = { clock: () => '2026-11-21T09:30:00Z', sourceLabel: 'test', place: null };
const patient = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Ashdown', given: ['Agnes'] }] };

function viewFrom(source: ResidentSource, resident: string): ResidentView | undefined {
  let given: ResidentView | undefined;
  source.watch(resident, (view) => (given = view), new AbortController().signal);
  return given;
}

it('gives a resident from a list of FHIR resources at once', () => {
  const source = residentsFromFhir([patient], options);
  expect(source.residents).to.deep.equal(['p1']);
  expect(viewFrom(source, 'p1')?.sections.identity.state).to.equal('known');
});

it('says that a resident who is not in the records could not be found, in every section', () => {
  const view = viewFrom(residentsFromFhir([patient], options), 'p2');
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

it('says of a first page that there is more than it holds', () => {
  const page = bundle({ link: [{ relation: 'next', url: 'https://record.test/fhir?page=2' }] }, patient);
  const allergies = viewFrom(residentsFromFhir(page, options), 'p1')?.sections.allergies;
  expect(allergies).to.have.nested.property('gaps[0].why', 'more');
});

for (const [code, state] of [
  ['exception', 'failed'],
  ['suppressed', 'withheld'],
] as const)
  it(`does not take what the server says it left out (${code}) for "nothing recorded"`, () => {
    const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] };
    const sections = viewFrom(residentsFromFhir(bundle({}, patient, outcome), options), 'p1')?.sections;
    expect(sections?.allergies.state).to.equal(state);
    expect(sections?.identity.state).to.equal('known');
  });

it('gives the views it was given', () => {
  const view = viewFrom(residentsFromFhir([patient], options), 'p1');
  expect(view && viewFrom(residentsFromViews([view]), 'p1')).to.equal(view);
});
