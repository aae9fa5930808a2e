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

it('gives the views it was given', () => {
  const view = viewFrom(residentsFromFhir([patient], options), 'p1');
  expect(view && viewFrom(residentsFromViews([view]), 'p1')).to.equal(view);
});
