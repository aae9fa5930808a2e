import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXTENSION } from '../../../codes/systems.ts';
import { about, type Json } from '../../../record.fixtures.ts';
import { listed, only, request, statement } from './medicine.fixtures.ts';

const coding = (code: string, display?: string) => ({ coding: [{ code, ...(display && { display }) }] });
const ofRequest = (fields: Json, ...others: readonly unknown[]) =>
  only(request('m', fields), ...others).remarks;
const ofStatement = (fields: Json) => only(statement('m', fields)).remarks;

/** An element of a request, and what is shown of it. */
const REQUEST: readonly (readonly [Json, readonly string[]])[] = [
  [{ category: [coding('inpatient'), coding('discharge')] }, ['in hospital', 'at discharge']],
  [{ category: [coding('outpatient', 'Outpatient')] }, ['outpatient']],
  [{ category: [coding('community')] }, ['in the community']],
  [{ category: [{ text: 'Hospice' }] }, ['Hospice']],
  [{ category: [{ ...coding('inpatient'), text: 'Ward 4' }] }, ['in hospital (Ward 4)']],
  [{ courseOfTherapyType: coding('acute') }, ['short course']],
  [{ courseOfTherapyType: coding('continuous') }, ['long term']],
  [{ courseOfTherapyType: coding('seasonal') }, ['seasonal']],
  [{ courseOfTherapyType: coding('continuous-repeat-dispensing') }, ['long term, repeat dispensing']],
  [{ courseOfTherapyType: { text: 'Trial' } }, ['Trial']],
  [{ priority: 'routine' }, ['routine priority']],
  [{ priority: 'urgent' }, ['urgent']],
  [{ priority: 'asap' }, ['as soon as possible']],
  [{ priority: 'stat' }, ['at once']],
  [{ reportedBoolean: true }, ['reported, not prescribed by this source']],
  [{ reportedBoolean: false }, ['prescribed by this source']],
  [{ reportedReference: { display: 'her daughter' } }, ['reported by her daughter']],
  [{ performer: { display: 'district nurse' } }, ['to be given by district nurse']],
  [{ performerType: { text: 'Nurse' } }, ['to be given by Nurse']],
  [{ intent: 'proposal' }, ['proposed, not ordered']],
  [{ intent: 'option' }, ['one of several options, not chosen yet']],
  [{ status: 'cancelled' }, ['cancelled']],
  [{ dispenseRequest: { validityPeriod: { end: '2026-12-01' } } }, ['prescription valid until 01-Dec-2026']],
  [{ priorPrescription: { display: 'Rx 7' } }, ['follows an earlier prescription Rx 7']],
  [{ priorPrescription: { reference: 'MedicationRequest/gone' } }, ['follows an earlier prescription']],
];

for (const [fields, said] of REQUEST) {
  test(`a request with ${JSON.stringify(fields)} shows "${said.join('", "')}"`, () =>
    assert.deepEqual(ofRequest(fields), said));
}

test('a request without any of these says nothing more', () => assert.equal(ofRequest({}), undefined));

test('an earlier prescription is shown with its day', () => {
  const earlier = request('e', {
    authoredOn: '2026-03-01',
    medicationCodeableConcept: { text: 'Apixaban 5mg tablets' },
  });
  const found = ofRequest(
    { authoredOn: '2026-11-01', priorPrescription: { reference: 'MedicationRequest/e' } },
    earlier,
  );
  assert.deepEqual(found, ['follows an earlier prescription of 01-Mar-2026']);
});

test('UK Core’s extensions show when a medicine was issued and changed, why, and where it is prescribed', () => {
  const extension = [
    { url: EXTENSION.lastIssued, valueDateTime: '2026-10-24' },
    { url: EXTENSION.dosageChanged, valueDateTime: '2026-09-01' },
    {
      url: EXTENSION.prescribingOrganizationType,
      valueCodeableConcept: { text: 'Prescribed at GP practice' },
    },
    {
      url: EXTENSION.medicationChange,
      extension: [
        { url: 'status', valueCoding: { code: 'changed', display: 'Changed' } },
        { url: 'dateChanged', valueDateTime: '2026-09-01' },
        { url: 'indicationForChange', valueCodeableConcept: { text: 'falls' } },
        { url: 'detailsOfAmendment', valueString: 'halved' },
      ],
    },
  ];
  assert.deepEqual(ofStatement({ extension }), [
    'last issued 24-Oct-2026',
    'dose last changed 01-Sep-2026',
    'change: Changed, 01-Sep-2026, falls, halved',
    'Prescribed at GP practice',
  ]);
  assert.deepEqual(ofStatement({ category: coding('patientspecified') }), ['as told by the resident']);
});

test('a repeat shows how often it was and may be issued, and when it must be reviewed', () => {
  const extension = [
    {
      url: EXTENSION.medicationRepeat,
      extension: [
        { url: 'numberOfPrescriptionsIssued', valueUnsignedInt: 4 },
        { url: 'authorisationExpiryDate', valueDateTime: '2027-03-01' },
      ],
    },
  ];
  assert.deepEqual(only(request('m', { extension })).repeat, {
    issued: 4,
    allowed: null,
    reviewBy: '2027-03-01',
  });
  assert.deepEqual(only(request('m', { dispenseRequest: { numberOfRepeatsAllowed: 5 } })).repeat, {
    issued: null,
    allowed: 5,
    reviewBy: null,
  });
  assert.equal(only(request('m')).repeat, undefined);
});

test('the prescription service states the same in the reference to the repeat', () => {
  const extension = [
    {
      url: EXTENSION.epsRepeat,
      extension: [
        { url: 'numberOfRepeatsAllowed', valueInteger: 5 },
        { url: 'numberOfRepeatsIssued', valueInteger: 0 },
      ],
    },
  ];
  const found = only(request('m', { basedOn: [{ reference: 'MedicationRequest/x', extension }] }));
  assert.deepEqual(found.repeat, { issued: 0, allowed: 5, reviewBy: null });
});

test('a plan with an authority to repeat is in use', () => {
  const extension = [
    {
      url: EXTENSION.medicationRepeat,
      extension: [{ url: 'authorisationExpiryDate', valueDateTime: '2027-03-01' }],
    },
  ];
  assert.equal(only(request('m', { intent: 'plan', extension })).status, 'in-use');
  assert.equal(
    only(request('m', { intent: 'plan', courseOfTherapyType: coding('continuous') })).status,
    'in-use',
  );
  assert.equal(
    only(request('m', { intent: 'plan', courseOfTherapyType: coding('acute') })).status,
    'intended',
  );
});

const GP_CONNECT = 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-';

test('what GP Connect calls the same as UK Core is read as the same', () => {
  const extension = [
    {
      url: `${GP_CONNECT}MedicationRepeatInformation-1`,
      extension: [
        { url: 'numberOfRepeatPrescriptionsAllowed', valuePositiveInt: 6 },
        { url: 'numberOfRepeatPrescriptionsIssued', valuePositiveInt: 3 },
      ],
    },
  ];
  const repeat = only(request('m', { intent: 'plan', extension }));
  // Issued three times is no mere plan.
  assert.deepEqual([repeat.status, repeat.more], ['in-use', undefined]);
  assert.deepEqual(repeat.repeat, { issued: 3, allowed: 6, reviewBy: null });
  const lastIssued = { url: `${GP_CONNECT}MedicationStatementLastIssueDate-1`, valueDateTime: '2019-03-01' };
  assert.deepEqual(only(statement('m', { extension: [lastIssued] })).remarks, ['last issued 01-Mar-2019']);
});

test('GP Connect says when the status changed, and why', () => {
  const change = (statusChangeDate: string) => ({
    url: `${GP_CONNECT}MedicationStatusReason-1`,
    extension: [
      { url: 'statusReason', valueCodeableConcept: { text: 'Angioedema' } },
      { url: 'statusChangeDate', valueDateTime: statusChangeDate },
    ],
  });
  const read = (fields: Json) => {
    const { stopped, statusReason, remarks, more } = only(request('m', fields));
    return { stopped, statusReason, remarks, more };
  };
  const extension = [change('2026-11-10')];
  assert.deepEqual(read({ status: 'stopped', extension }), {
    stopped: '2026-11-10',
    statusReason: 'Angioedema',
    remarks: undefined,
    more: undefined,
  });
  assert.deepEqual(read({ status: 'on-hold', extension }), {
    stopped: null,
    statusReason: 'Angioedema',
    remarks: ['status changed 10-Nov-2026'],
    more: undefined,
  });
  const twice = read({ status: 'stopped', extension: [...extension, change('2026-11-12')] });
  assert.deepEqual(twice.more, [{ name: 'another change of status', text: '12-Nov-2026' }]);
});

test('an unknown part of the repeat goes to "more in the record"', () => {
  const extension = [
    { url: EXTENSION.medicationRepeat, extension: [{ url: 'minimumInterval', valueString: '28 days' }] },
  ];
  assert.deepEqual(only(request('m', { extension })).more, [{ name: 'minimum interval', text: '28 days' }]);
});

test('every reason for a medicine is shown, also those behind references', () => {
  const condition = {
    resourceType: 'Condition',
    id: 'c',
    subject: { reference: 'Patient/p1' },
    code: { text: 'angina' },
  };
  const found = only(
    statement('m', {
      reasonCode: [{ text: 'chest pain' }, { text: 'breathlessness' }],
      reasonReference: [{ reference: 'Condition/c' }, { display: 'murmur' }, { display: 'chest pain' }],
    }),
    condition,
  );
  assert.equal(found.indication, 'chest pain, breathlessness, angina, murmur');
  assert.deepEqual(found.cautions, []);
  const lost = only(statement('m', { reasonReference: [{ reference: 'Condition/gone' }] }));
  assert.deepEqual([lost.indication, lost.cautions], [null, ['reference-missing']]);
});

test('a note of a medicine is shown with it, in its lines', () => {
  const note = [{ text: 'Crush and give covertly.\nAgreed at a best-interests meeting' }];
  assert.deepEqual(
    only(request('m', { note })).notes?.map(({ text }) => text),
    ['Crush and give covertly.\nAgreed at a best-interests meeting'],
  );
});

test('a medicine shows who prescribed or reported it, and when', () => {
  const { by, on, started } = only(
    request('m', { requester: { display: 'Dr A. Rahman' }, authoredOn: '2026-11-01' }),
  );
  assert.deepEqual([by?.name, on, started], ['Dr A. Rahman', '2026-11-01', '2026-11-01']);
  const told = only(
    statement('m', {
      informationSource: { display: 'her son' },
      dateAsserted: '2026-10-01',
      effectivePeriod: { start: '2020-01-01', end: '2027-01-01' },
    }),
  );
  assert.deepEqual(
    [told.by?.name, told.on, told.started, told.stopped],
    ['her son', '2026-10-01', '2020-01-01', '2027-01-01'],
  );
});

test('the source of a medicine is shown by its words, and a missing record is a caution', () => {
  const read = (fields: Json) => {
    const { remarks, cautions } = only(statement('m', fields));
    return [remarks, cautions];
  };
  assert.deepEqual(read({ basedOn: [{ display: 'Care plan of May' }] }), [['based on Care plan of May'], []]);
  assert.deepEqual(read({ derivedFrom: [{ display: 'her diary' }] }), [['derived from her diary'], []]);
  const carePlan = {
    resourceType: 'CarePlan',
    id: 'c',
    subject: { reference: 'Patient/p1' },
    status: 'active',
    intent: 'plan',
  };
  const [found] = listed(request('m', { basedOn: [{ reference: 'CarePlan/c' }] }), carePlan);
  assert.deepEqual(found?.remarks, ['based on a care plan']);
  assert.deepEqual(read({ derivedFrom: [{ reference: 'Observation/gone' }] }), [
    undefined,
    ['reference-missing'],
  ]);
  assert.deepEqual(ofRequest({ basedOn: [{ display: 'Care plan of May' }] }), ['based on Care plan of May']);
});

test('the problem for which a medicine is given says that it is not certain', () => {
  const reason = (verificationStatus: Json) =>
    only(
      request('m', { reasonReference: [{ reference: 'Condition/c' }] }),
      about('Condition', 'c', { code: { text: 'Epilepsy' }, verificationStatus }),
    ).indication;
  assert.equal(reason(coding('provisional')), 'Epilepsy (provisional)');
  assert.equal(reason(coding('confirmed')), 'Epilepsy');
  const contained = { resourceType: 'Condition', id: 'r', code: { text: 'Epilepsy' } };
  const refuted = { ...contained, verificationStatus: coding('unconfirmed') };
  assert.equal(
    only(request('m', { contained: [refuted], reasonReference: [{ reference: '#r' }] })).indication,
    'Epilepsy (unconfirmed)',
  );
});
