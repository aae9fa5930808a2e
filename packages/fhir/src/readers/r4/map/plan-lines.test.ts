import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharingCodec } from '../../../care-plan/sharing-codec.ts';
import { formPlaces } from '../../../care-plan/form-line.ts';
import { PLAN_FORM } from '../../../care-plan/plan-codes.ts';
import { about, hl7, value, type Json } from '../../../record.fixtures.ts';

/** An agreement to sharing for direct care, as the kit writes it, and with what another program has put in. */
const sharing = (rule: Json): Json => {
  const provision = { type: 'permit', code: [{ text: 'Agreed on admission' }], ...rule };
  return about('Consent', 's', {
    status: 'active',
    scope: hl7('consentscope', 'patient-privacy'),
    category: [{ text: 'Sharing of the care plan' }],
    dateTime: '2026-01-05',
    provision,
  });
};
const told = (rule: Json) => {
  const lines = value('plan', [sharing(rule)]).lines ?? [];
  return lines.map(({ fields, cautions }) => [fields, cautions]);
};

test('an agreement to sharing is none of the objections, and one with a denial inside is', () => {
  assert.equal(sharingCodec.read(sharing({}))?.kind, 'sharing');
  const words = 'Agreed on admission';
  assert.deepEqual(told({}), [[{ basis: 'direct-care', words }, []]]);
  const within = { provision: [{ type: 'deny', code: [{ text: 'Mental health' }] }] };
  assert.deepEqual(told(within), [
    [{ basis: 'objection', words }, ['partly-unreadable', 'contradicts-itself']],
  ]);
});

test('what another program has added to a line is shown under its words, else under its name', () => {
  const item = formPlaces('about-me', { heading: 'people', text: 'My sister', saidBy: 'resident' }).flatMap(
    ({ value: one }) => (one === undefined ? [] : [one]),
  );
  const others = [
    { linkId: 'x1', text: 'Only on Sundays', answer: [{ valueBoolean: true }] },
    { linkId: 'x2', answer: [{ valueString: 'by telephone' }] },
    { answer: [{ valueString: 'not her husband' }] },
  ];
  const form = about('QuestionnaireResponse', 'q', {
    questionnaire: `${PLAN_FORM}|1`,
    status: 'completed',
    authored: '2026-01-05',
    item: [...item, ...others],
  });
  const [entry] = value('aboutMe', [form]).entries;
  assert.deepEqual(entry?.more, [
    { name: 'Only on Sundays', text: 'true' },
    { name: 'x2', text: 'by telephone' },
    { name: 'another answer', text: 'not her husband' },
  ]);
});
