import {
  createEhch,
  EhchError,
  EhchProvider,
  ResidentSummary,
  residentsFromFhir,
  type Ehch,
  type ResidentSource,
  type ResidentView,
} from '@ehch/sdk';
import { engineResidents } from '@ehch/sdk/client';
import { serveEngine } from '@ehch/sdk/engine';

const clock = () => '2026-11-21T09:30:00Z';
const source: ResidentSource = residentsFromFhir(
  {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        resource: {
          resourceType: 'Patient',
          id: 'r1',
          name: [{ family: 'Ashdown', given: ['Agnes'] }],
          birthDate: '1938-02-11',
        },
      },
      {
        resource: {
          resourceType: 'AllergyIntolerance',
          id: 'a1',
          patient: { reference: 'Patient/r1' },
          clinicalStatus: {
            coding: [
              { system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' },
            ],
          },
          code: { text: 'penicillin' },
        },
      },
    ],
  },
  { clock, sourceLabel: 'clean project' },
);

const provider = document.querySelector('ehch-provider');
if (provider) provider.source = source;

// Types on which an embedder relies. None of this runs.
export function typed(): [Ehch, typeof engineResidents, typeof serveEngine, EhchProvider, ResidentSummary] {
  const ehch = createEhch({ fhirBaseUrl: 'https://record.example/fhir', getToken: async () => null });
  const summary: ResidentSummary = document.createElement('ehch-resident-summary');
  summary.view = { resident: 'r1' } as ResidentView;
  summary.since = '2026-11-12';
  summary.author = { name: 'Dr Helen Marsh', role: 'GP' };
  summary.addEventListener('ehch-hide-line', ({ key }) => {
    summary.hiddenLines = [...summary.hiddenLines, key];
  });
  try {
    ehch.close();
  } catch (error) {
    if (error instanceof EhchError && error.code === 'unreachable') ehch.close();
  }
  return [ehch, engineResidents, serveEngine, new EhchProvider(), summary];
}
