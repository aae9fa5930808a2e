import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlaceConfiguration } from '../place/place.ts';
import { incidentReport, namesSomebody } from './incident-report.ts';

const PLACE: PlaceConfiguration = {
  id: 'holmdale',
  title: 'Holmdale',
  version: '0.2.0',
  owner: 'Area',
  dated: '2026-11-21',
  signedOff: null,
  homes: [],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
};
const FACTS = {
  component: 'ehch-escalation-button',
  at: '2026-11-21T14:20:00Z',
  place: PLACE,
  codes: ['shown=view', 'limits=known/recorded/current'],
  words: 'It did not say that it was sent.',
};

test('a report has version, place file, component, time, what was on screen in codes, and the words of a person', () => {
  assert.equal(
    incidentReport(FACTS),
    [
      'EHCH Kit: report of an incident',
      'Component: ehch-escalation-button',
      'Kit version: 0.1.0',
      'Place file: holmdale version 0.2.0 of 2026-11-21, not signed off, no ladder',
      'Time by this device: 2026-11-21T14:20:00Z',
      'On screen: shown=view; limits=known/recorded/current',
      '',
      'In the words of whoever reports:',
      'It did not say that it was sent.',
    ].join('\n'),
  );
});

test('a report holds nothing that could name somebody, whatever it is given', () => {
  const canaries = [
    'Doris Ashworth',
    '9990000018',
    '999 000 0018',
    '14-Jul-1941 Ashworth',
    'ASHWORTH, Doris (Mrs)',
  ];
  for (const canary of canaries) {
    const text = incidentReport({
      component: canary,
      at: canary,
      place: { ...PLACE, id: canary, version: canary, dated: canary, title: canary, owner: canary },
      codes: [canary],
      words: '',
    });
    assert.doesNotMatch(text, /Ashworth|9990000018|999 000|1941/i, canary);
  }
});

test('an NHS number in the words of a person is noticed', () => {
  assert.equal(namesSomebody('She is 999 000 0018.'), true);
  assert.equal(namesSomebody('She is 9990000018.'), true);
  assert.equal(namesSomebody('It said 14:20, and 01632 960200.'), false);
});
