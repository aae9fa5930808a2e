import { createEhch } from '@ehch/sdk';

// A page that asks a server. Its bundle is looked at and not run.
export const ehch = createEhch({ fhirBaseUrl: 'https://record.example/fhir', getToken: async () => null });
