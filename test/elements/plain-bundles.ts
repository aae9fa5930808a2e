import type { Json } from './plain-resources.ts';

/** A plain Bundle or List, with the elements that a server or a home puts there. */
export interface PlainWhole {
  readonly name: string;
  readonly whole: Json;
  readonly beside?: readonly Json[];
}

const hers = { reference: 'Patient/p' };
const URL = 'https://fhir.example/r4/AllergyIntolerance';
const latex: Json = { resourceType: 'AllergyIntolerance', id: 'a', patient: hers, code: { text: 'Latex' } };
const asked = { method: 'GET', url: 'AllergyIntolerance?patient=p' };
const bundle = (type: string, entry: readonly Json[], more: Json = {}): Json => ({
  resourceType: 'Bundle',
  type,
  entry,
  ...more,
});
const version = (versionId: string, text: string, response: Json): Json => ({
  fullUrl: `${URL}/a`,
  resource: { ...latex, meta: { versionId }, code: { text } },
  request: { method: 'PUT', url: 'AllergyIntolerance/a' },
  response,
});

export const BUNDLES: readonly PlainWhole[] = [
  {
    name: 'a page of a search',
    whole: bundle('searchset', [{ fullUrl: `${URL}/a`, resource: latex, search: { mode: 'match' } }], {
      total: 1,
      link: [{ relation: 'self', url: `${URL}?patient=p` }],
    }),
  },
  {
    name: 'a page of a search without a total',
    whole: bundle('searchset', [{ fullUrl: `${URL}/a`, resource: latex }], {
      link: [{ relation: 'next', url: `${URL}?page=2` }],
    }),
  },
  {
    name: 'an answer that brought nothing',
    whole: bundle('batch-response', [{ response: { status: '204', location: 'Flag/7' } }]),
  },
  {
    name: 'an answer with its question',
    whole: bundle('batch-response', [{ request: asked, response: { status: '200' }, resource: latex }]),
  },
  { name: 'a part that failed', whole: bundle('batch-response', [{ response: { status: '500' } }]) },
  { name: 'a question without an answer', whole: bundle('batch', [{ request: asked }]) },
  { name: 'an entry without content', whole: bundle('collection', [{ fullUrl: `${URL}/a` }]) },
  {
    name: 'a history of a record that is gone',
    whole: bundle('history', [
      { fullUrl: `${URL}/gone`, request: { method: 'DELETE', url: 'AllergyIntolerance/gone' } },
      { fullUrl: `${URL}/gone`, resource: { ...latex, id: 'gone' } },
    ]),
  },
  {
    name: 'a history',
    whole: bundle('history', [
      version('2', 'Latex', { status: '200', lastModified: '2026-02-01T00:00:00Z' }),
      version('1', 'Nuts', { status: '201', lastModified: '2026-01-01T00:00:00Z' }),
    ]),
  },
  {
    name: 'a message of the server beside a part',
    whole: bundle('batch-response', [
      {
        response: {
          status: '200',
          location: 'Flag/7',
          outcome: {
            resourceType: 'OperationOutcome',
            issue: [{ severity: 'information', code: 'informational' }],
          },
        },
      },
    ]),
  },
];

const allergies = { coding: [{ system: 'http://loinc.org', code: '52472-8', display: 'Allergies' }] };
const nilKnown = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: 'nilknown' }],
};
const FLAG = 'urn:oid:1.2.36.1.2001.1001.101.104.16592';
const list = (more: Json): Json => ({
  resourceType: 'List',
  id: 'x',
  subject: hers,
  status: 'current',
  mode: 'snapshot',
  date: '2026-11-01',
  ...more,
});

export const LISTS: readonly PlainWhole[] = [
  {
    name: 'an empty list by its code',
    whole: list({ code: allergies, emptyReason: nilKnown, note: [{ text: 'Confirmed with daughter' }] }),
  },
  { name: 'an empty list by its title', whole: list({ title: 'Allergies', emptyReason: nilKnown }) },
  {
    name: 'a list with a record',
    whole: list({ code: allergies, entry: [{ item: { reference: 'AllergyIntolerance/a' } }] }),
    beside: [latex],
  },
  {
    name: 'a list with a record that is not here',
    whole: list({
      code: allergies,
      entry: [{ item: { reference: 'AllergyIntolerance/gone', display: 'Nuts' } }],
    }),
  },
  {
    name: 'a list that ends a record',
    whole: list({
      code: allergies,
      entry: [
        { item: { reference: 'AllergyIntolerance/a' }, flag: { coding: [{ system: FLAG, code: '05' }] } },
      ],
    }),
    beside: [latex],
  },
  {
    name: 'a list whose only entry was taken off',
    whole: list({
      code: allergies,
      emptyReason: nilKnown,
      entry: [{ deleted: true, item: { reference: 'AllergyIntolerance/gone' } }],
    }),
  },
];
