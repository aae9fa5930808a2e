import { expect } from '@open-wc/testing';
import type { Reading } from '../banner/reading.ts';
import type { Adapter } from '../hosts/binding.ts';
import gpRecord from '../hosts/gp-record/gp-record.template.json' with { type: 'json' };
import type { Field, Label, Step, Template } from '../hosts/template.ts';
import { EVERY_READ_GUARD, type ReadGuards } from './guards.ts';
import { isStillSeen } from './read-banner.ts';
import { readField } from './read-field.ts';
import { closePages, inShadow, openPage } from './saved-page.fixtures.ts';
import { readSource } from './source.ts';

const path: Step[] = [{ cls: ['l'], rel: 'descendant' }];
const NUMBER: Extract<Field, { path: unknown }> = { path, read: 'text', parser: 'nhsNumber' };
const BORN: Field = { path, read: 'text', parser: 'ukDate' };
const NEXT: Label = { says: ['NHS No'], value: 'next element' };
const ADAPTER: Adapter = { id: 'gp', template: gpRecord as Template, match: [], from: 'built-in' };
const GOOD = '999 000 0018';

/** What a page must not be read as, and is without the guard. */
type Row = readonly [guard: keyof ReadGuards, what: string, body: string, field: Field, state: string];

const ROWS: readonly Row[] = [
  ['onePlace', 'one of two places', `<b class=l>${GOOD}</b>`.repeat(2), NUMBER, 'several'],
  [
    'placesAgree',
    'the first of two numbers',
    `<b class=l>${GOOD}</b><b class=m>999 000 0026</b>`,
    { ...NUMBER, or: [[{ cls: ['m'], rel: 'descendant' }]] },
    'contradictory',
  ],
  [
    'copiesAgree',
    'a date that its copy contradicts',
    '<b class=l><i hidden>1941-07-15</i>14 July 1941</b>',
    BORN,
    'contradictory',
  ],
  [
    'textAgrees',
    'a number that nobody sees, of another than the one that is seen',
    `<b class=l title="${GOOD}">999 000 0026</b>`,
    { ...NUMBER, read: { attribute: 'title' } },
    'contradictory',
  ],
  [
    'labelSeen',
    'a number of which nobody sees what it is',
    `<b class=l hidden>NHS No</b><i>${GOOD}</i>`,
    { ...NUMBER, label: NEXT },
    'not-seen',
  ],
  [
    'allDrawn',
    'ten digits of a longer number',
    `<b class=l>${GOOD}<x-pane></x-pane></b>${inShadow('1')}`,
    NUMBER,
    'not-seen',
  ],
  ['nobodyWrites', 'what somebody types', `<p class=l contenteditable>${GOOD}</p>`, NUMBER, 'not-seen'],
  [
    'nobodyWrites',
    'what somebody types into a search',
    `<input class=l value="${GOOD}">`,
    { ...NUMBER, read: 'value' },
    'not-seen',
  ],
];

const without = (guard: keyof ReadGuards): ReadGuards => ({ ...EVERY_READ_GUARD, [guard]: false });

/** What a field comes to on a page with these guards. */
function stateWith(page: Document, field: Field, guards: ReadGuards): string {
  return readField(page, field, (source) => readSource(source, guards), guards).state;
}

describe('the guards of reading', () => {
  afterEach(closePages);

  for (const [guard, what, body, field, state] of ROWS)
    it(`"${guard}" keeps a page from being read as ${what}`, async () => {
      const page = await openPage(`<!doctype html><body>${body}`);
      expect(stateWith(page, field, EVERY_READ_GUARD)).to.equal(state);
      expect(stateWith(page, field, without(guard))).to.equal('read');
    });

  it('"inputAgain" notices what a script writes into an input', async () => {
    const page = await openPage(`<!doctype html><input class=l readonly value="${GOOD}">`);
    const { elements } = readField(page, { ...NUMBER, read: 'value' });
    const person = { nhsNumber: '9990000018', born: null, family: null, given: null };
    const reading: Reading = { kind: 'person', adapter: ADAPTER, elements, person };
    expect(isStillSeen(reading)).to.equal(true);
    const input = page.querySelector('input');
    if (input) input.value = '999 000 0026';
    expect(isStillSeen(reading)).to.equal(false);
    expect(isStillSeen(reading, without('inputAgain'))).to.equal(true);
  });

  it('each of them is tried here', () => {
    const tried = new Set([...ROWS.map(([guard]) => guard), 'inputAgain']);
    expect([...tried].toSorted()).to.deep.equal(Object.keys(EVERY_READ_GUARD).toSorted());
  });
});
