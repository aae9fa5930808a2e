import { expect } from '@open-wc/testing';
import type { Field, Label, Step } from '../hosts/template.ts';
import { readField } from './read-field.ts';
import { closePages, openPage } from './saved-page.fixtures.ts';

const path: Step[] = [{ cls: ['l'], rel: 'descendant' }];
const NUMBER: Extract<Field, { path: unknown }> = { path, read: 'text', parser: 'nhsNumber' };
const TITLED: Field = { ...NUMBER, read: { attribute: 'title' } };
const BORN: Field = { path, read: 'text', parser: ['ukDate', 'isoDate'] };
const labelled = (value: Label['value'], more: Partial<Field> = {}) =>
  ({ ...NUMBER, label: { says: ['NHS No', 'NHS number'], value }, ...more }) as Field;
const GOOD = '999 000 0018';

/** Two rows of a list. */
const PATIENTS = `<tr><td>x<td>${GOOD}<tr><td>x<td>999 000 0026`;

/** What a field reads in the body of a page: the value, or why there is none. */
async function reads(body: string, field: Field): Promise<string> {
  const page = await openPage(`<!doctype html><body>${body}`);
  const { state, parsed } = readField(page, field);
  closePages();
  return state === 'read' ? (parsed.nhsNumber ?? parsed.born ?? '') : state;
}

type Rows = readonly (readonly [what: string, body: string, field: Field, read: string])[];

const number = '9990000018';
const ROWS: Rows = [
  ['one place', `<b class=l>${GOOD}</b>`, NUMBER, number],
  ['no place', `<b>${GOOD}</b>`, NUMBER, 'nothing'],
  ['two places', `<b class=l>${GOOD}</b><b class=l>${GOOD}</b>`, NUMBER, 'several'],
  ['a hidden second place', `<b class=l>${GOOD}</b><b class=l hidden>999 000 0026</b>`, NUMBER, number],
  ['hidden places alone', `<b class=l hidden>${GOOD}</b><b class=l hidden>${GOOD}</b>`, NUMBER, 'not-seen'],
  ['another text', '<b class=l>unknown</b>', NUMBER, 'not-understood'],
  ['a control', `<b class=l>${GOOD}<input></b>`, NUMBER, 'control'],
  ['a whole page', `<div class=l>${GOOD}${'<p>Notes</p>'.repeat(500)}</div>`, NUMBER, 'not-understood'],
  ['more elements than any field has', `<b class=l>${GOOD}${'<i></i>'.repeat(101)}</b>`, NUMBER, 'not-seen'],
  ['a list', `<b class=l>${GOOD}</b>`.repeat(201), NUMBER, 'several'],

  ['a label before it', `<p class=l>NHS No: ${GOOD}</p>`, labelled('same element'), number],
  ['a label of another case', `<p class=l>nhs no ${GOOD}</p>`, labelled('same element'), number],
  ['a longer label', `<p class=l>NHS number ${GOOD}</p>`, labelled('same element'), number],
  ['a label that goes on', `<p class=l>NHS Nos ${GOOD}</p>`, labelled('same element'), 'nothing'],
  ['no label', `<p class=l>${GOOD}</p>`, labelled('same element'), 'nothing'],
  [
    'a label among others',
    `<p class=l>Room 13</p><p class=l>NHS No ${GOOD}</p>`,
    labelled('same element'),
    number,
  ],

  ['the next element', `<b class=l>NHS No:</b><i>${GOOD}</i>`, labelled('next element'), number],
  ['no next element', `<b class=l>NHS No:</b>${GOOD}`, labelled('next element'), 'nothing'],
  [
    'a label of many nodes',
    `<b class=l>NHS No<i></i>${'<!-- -->'.repeat(40)}</b><i>${GOOD}</i>`,
    labelled('next element'),
    'nothing',
  ],
  ['a label with more', `<b class=l>NHS No of mother</b><i>${GOOD}</i>`, labelled('next element'), 'nothing'],
  ['a hidden label', `<b class=l hidden>NHS No</b><i>${GOOD}</i>`, labelled('next element'), 'not-seen'],
  [
    'two descriptions',
    `<dl><dt class=l>NHS No<dd>${GOOD}<dd>${GOOD}</dl>`,
    labelled('next element'),
    'several',
  ],
  [
    'a term without one',
    `<dl><dt class=l>NHS No<dt>Born<dd>${GOOD}</dl>`,
    labelled('next element'),
    'nothing',
  ],

  ['the next cell', `<table><tr><th class=l>NHS No<td>${GOOD}</table>`, labelled('next cell'), number],
  ['a next element that is no cell', `<b class=l>NHS No</b><i>${GOOD}</i>`, labelled('next cell'), 'nothing'],
  ['no cell after it', `<table><tr><td>${GOOD}<th class=l>NHS No</table>`, labelled('next cell'), 'nothing'],

  [
    'the cell below',
    `<table><tr><th>Born<th class=l>NHS No<tr><td>x<td>${GOOD}</table>`,
    labelled('cell below'),
    number,
  ],
  [
    'a head in a part of its own',
    `<table><thead><tr><th class=l>NHS No<tbody><tr><td>${GOOD}</table>`,
    labelled('cell below'),
    number,
  ],
  [
    'two rows',
    `<table><tr><th class=l>NHS No<tr><td>${GOOD}<tr><td>${GOOD}</table>`,
    labelled('cell below'),
    'several',
  ],
  [
    'two rows after a wide one',
    `<table><tr><th>Born<th class=l>NHS No<tr><td colspan=2>Ward 3${PATIENTS}</table>`,
    labelled('cell below'),
    'several',
  ],
  [
    'two rows after a hidden one',
    `<table><tr><th>Born<th class=l>NHS No<tr hidden><td>x<td>y${PATIENTS}</table>`,
    labelled('cell below'),
    'several',
  ],
  [
    'two rows after 200 others',
    `<table><tr><th>Born<th class=l>NHS No${'<tr hidden><td>x<td>y'.repeat(200)}${PATIENTS}</table>`,
    labelled('cell below'),
    'several',
  ],
  [
    'a wide head',
    `<table><tr><th colspan=2>Born<th class=l>NHS No<tr><td>x<td>y<td>${GOOD}</table>`,
    labelled('cell below'),
    'nothing',
  ],
  [
    'a tall cell',
    `<table><tr><th>A<th class=l>NHS No<tr><td rowspan=2>x<td>${GOOD}</table>`,
    labelled('cell below'),
    'nothing',
  ],
  ['a label that is no cell', `<p class=l>NHS No</p><p>${GOOD}</p>`, labelled('cell below'), 'nothing'],
  [
    'a row without that cell',
    `<table><tr><th>Born<th class=l>NHS No<tr><td>${GOOD}</table>`,
    labelled('cell below'),
    'nothing',
  ],

  ['the text after it', `<b class=l>NHS No:</b> ${GOOD}<br>Room 13`, labelled('text after'), number],
  ['text in pieces', `<b class=l>NHS No:</b> 999 <!-- --> 000 0018<br>`, labelled('text after'), number],
  ['an element at once', `<b class=l>NHS No:</b><br>${GOOD}`, labelled('text after'), 'not-seen'],
  [
    'hidden text after it',
    `<p style="visibility: hidden"><b class=l style="visibility: visible">NHS No</b> ${GOOD}</p>`,
    labelled('text after'),
    'not-seen',
  ],

  [
    'what the label is for',
    `<label class=l for=n>NHS No</label> <output id=n>${GOOD}</output>`,
    labelled('labelled'),
    number,
  ],
  [
    'what names the label',
    `<b class=l id=x>NHS No</b> <i aria-labelledby="y x">${GOOD}</i>`,
    labelled('labelled'),
    number,
  ],
  [
    'a label of nothing',
    `<label class=l>NHS No</label> <output>${GOOD}</output>`,
    labelled('labelled'),
    'nothing',
  ],
  [
    'an id that would be CSS',
    `<label class=l for='a"],*,[b="'>NHS No</label> <i>${GOOD}</i>`,
    labelled('labelled'),
    'nothing',
  ],

  ['its own text', `<p class=l>${GOOD} <button>Copy</button></p>`, { ...NUMBER, read: 'own text' }, number],
  [
    'its own text beside a hidden element',
    `<p class=l>${GOOD}<i hidden>1</i></p>`,
    { ...NUMBER, read: 'own text' },
    number,
  ],
  [
    'its own text in two places',
    `<p class=l>999 <i>000</i> 0018</p>`,
    { ...NUMBER, read: 'own text' },
    'not-seen',
  ],
  [
    'its own text in pieces',
    `<p class=l><i>No</i> 999 000<!-- --> 0018</p>`,
    { ...NUMBER, read: 'own text' },
    number,
  ],
  ['no own text', `<p class=l><b>${GOOD}</b></p>`, { ...NUMBER, read: 'own text' }, 'not-seen'],
  [
    'own text among more nodes than any field has',
    `<p class=l>${GOOD}${'<i></i>'.repeat(101)}</p>`,
    { ...NUMBER, read: 'own text' },
    'not-seen',
  ],
  [
    'its own text under something',
    `<p class=l>${GOOD}</p><div style="position: fixed; inset: 0; background: white">`,
    { ...NUMBER, read: 'own text' },
    'not-seen',
  ],

  ['a read-only input', `<input class=l value="${GOOD}" readonly>`, { ...NUMBER, read: 'value' }, number],
  [
    'an input in a disabled group',
    `<fieldset disabled><input class=l value="${GOOD}"></fieldset>`,
    { ...NUMBER, read: 'value' },
    number,
  ],
  ['an input for anybody', `<input class=l value="${GOOD}">`, { ...NUMBER, read: 'value' }, 'not-seen'],
  [
    'a hidden input',
    `<input class=l value="${GOOD}" readonly hidden>`,
    { ...NUMBER, read: 'value' },
    'not-seen',
  ],
  [
    'an input whose text is moved out',
    `<input class=l value="${GOOD}" readonly style="text-indent: -900px">`,
    { ...NUMBER, read: 'value' },
    'not-seen',
  ],
  [
    'an input under something',
    `<input class=l value="${GOOD}" readonly><div style="position: fixed; inset: 0; background: white">`,
    { ...NUMBER, read: 'value' },
    'not-seen',
  ],
  [
    'an input in no colour',
    `<input class=l value="${GOOD}" readonly style="color: transparent">`,
    { ...NUMBER, read: 'value' },
    'not-seen',
  ],
  [
    'a value of what is no input',
    `<b class=l value="${GOOD}">x</b>`,
    { ...NUMBER, read: 'value' },
    'not-seen',
  ],
  [
    'a button',
    `<input type=button class=l value="${GOOD}" readonly>`,
    { ...NUMBER, read: 'value' },
    'not-seen',
  ],

  ['a letter that somebody writes', `<p class=l contenteditable>${GOOD}</p>`, NUMBER, 'not-seen'],
  [
    'a letter that somebody writes, with a label in it',
    `<div contenteditable><p class=l>NHS No: ${GOOD}</p></div>`,
    labelled('same element'),
    'not-seen',
  ],
  [
    'text after a label in a letter that somebody writes',
    `<div contenteditable><p><b class=l>NHS No</b> ${GOOD}</p></div>`,
    labelled('text after'),
    'not-seen',
  ],
  ['a place for writing inside', `<p class=l><b contenteditable>${GOOD}</b></p>`, NUMBER, 'control'],
  ['a part of an editor for nobody', `<p class=l contenteditable=false>${GOOD}</p>`, NUMBER, number],

  ['an attribute', `<b class=l title="${GOOD}">Doris</b>`, TITLED, number],
  ['an attribute that says what all see', `<b class=l title="9990000018">${GOOD}</b>`, TITLED, number],
  [
    'an attribute of a former patient',
    `<b class=l title="999 000 0026">${GOOD}</b>`,
    TITLED,
    'contradictory',
  ],
  [
    'an attribute of a former patient, beside words',
    `<b class=l title="999 000 0026">NHS: ${GOOD} (verified)</b>`,
    TITLED,
    'contradictory',
  ],
  [
    'an attribute of a former patient, beside a CHI number',
    `<b class=l title="${GOOD}">CHI:310 239 0048</b>`,
    TITLED,
    'contradictory',
  ],
  [
    'an attribute beside a number with a wrong digit',
    `<b class=l title="${GOOD}">9990000019</b>`,
    TITLED,
    'contradictory',
  ],
  [
    'an attribute that says what all see beside a date and an age',
    `<b class=l title="${GOOD}">14 07 1941 ${GOOD} 85</b>`,
    TITLED,
    number,
  ],
  [
    'an attribute that says what all see beside words',
    `<b class=l title="9990000018">NHS: ${GOOD} (verified)</b>`,
    TITLED,
    number,
  ],
  [
    'a date in an attribute, and another in the text',
    '<b class=l title="14/07/1941">Born 15 July 1941 (85y)</b>',
    { ...BORN, read: { attribute: 'title' } },
    'contradictory',
  ],
  [
    'an attribute of a whole banner',
    `<div class=l title="${GOOD}">${'Allergies: none known. '.repeat(20)} NHS ${GOOD}</div>`,
    TITLED,
    number,
  ],
  ['an attribute of what nobody sees', `<b class=l title="${GOOD}" hidden>Doris</b>`, TITLED, 'not-seen'],

  ['a tail', `<p class=l>${GOOD} (verified)</p>`, { ...NUMBER, tail: '(verified)' }, number],
  ['no tail', `<p class=l>${GOOD}</p>`, { ...NUMBER, tail: '(verified)' }, 'not-understood'],

  ['the other place', `<i class=m>${GOOD}</i>`, other('m'), number],
  ['both places', `<b class=l>${GOOD}</b><i class=m>${GOOD}</i>`, other('m'), number],
  [
    'both places, of which one is hidden',
    `<b class=l>${GOOD}</b><i class=m hidden>999 000 0026</i>`,
    other('m'),
    number,
  ],
  [
    'both places with two numbers',
    `<b class=l>${GOOD}</b><i class=m>999 000 0026</i>`,
    other('m'),
    'contradictory',
  ],
  [
    'both places, of which one is no number',
    `<b class=l>${GOOD}</b><i class=m>unknown</i>`,
    other('m'),
    'not-understood',
  ],
  ['one place by two paths', `<b class="l m">${GOOD}</b>`, other('m'), number],

  ['either way of writing a date', '<b class=l>1941-07-14</b>', BORN, '1941-07-14'],
  ['a hidden copy', '<b class=l><i hidden>1941-07-14</i>14 July 1941</b>', BORN, '1941-07-14'],
  [
    'a hidden copy as people write',
    '<b class=l>14 July 1941<i hidden>14/07/1941</i></b>',
    BORN,
    '1941-07-14',
  ],
  [
    'a copy for screen readers',
    '<b class=l>14 July 1941<i style="position: absolute; width: 1px; height: 1px; overflow: hidden">1941-07-14</i></b>',
    BORN,
    '1941-07-14',
  ],
  ['a copy of another day', '<b class=l><i hidden>1941-07-15</i>14 July 1941</b>', BORN, 'contradictory'],
  ['a hidden text', '<b class=l><i hidden>about</i>14 July 1941</b>', BORN, 'contradictory'],
  ['a copy in an attribute', '<time class=l datetime="1941-07-14">14 July 1941</time>', BORN, '1941-07-14'],
  [
    'another day in an attribute',
    '<b class=l><time datetime="1941-07-15">14 July 1941</time></b>',
    BORN,
    'contradictory',
  ],
  [
    'a time of day in an attribute',
    '<time class=l datetime="1941-07-13T23:00:00Z">14 July 1941</time>',
    BORN,
    '1941-07-14',
  ],
  ['a hidden copy alone', '<b class=l><i hidden>1941-07-14</i></b>', BORN, 'not-seen'],
  ['a hidden part of a date', '<b class=l>14 July 194<i hidden>1</i></b>', BORN, 'not-understood'],
  ['a copy in a copy', '<b class=l><i hidden>1941-07-14<u>x</u></i>14 July 1941</b>', BORN, 'contradictory'],
];

function other(cls: string): Field {
  return { ...NUMBER, or: [[{ cls: [cls], rel: 'descendant' }]] };
}

describe('one field of a banner', () => {
  afterEach(closePages);

  for (const [what, body, field, read] of ROWS)
    it(`${what}: ${read}`, async () => {
      expect(await reads(body, field)).to.equal(read);
    });

  it('a hidden copy of a number makes it doubtful: only dates have copies', async () => {
    expect(await reads(`<b class=l>${GOOD}<i hidden>${GOOD}</i></b>`, NUMBER)).to.equal('not-seen');
  });

  it('reads a name out of the title of the page, without what the system adds', async () => {
    const page = await openPage('<!doctype html><title>Patient: Doris Ashworth | Elm</title>');
    const title: Field = {
      read: 'page title',
      label: { says: ['Patient'], value: 'same element' },
      tail: '| Elm',
      parser: 'nameGivenFamily',
    };
    expect(readField(page, title).parsed).to.deep.equal({ family: 'Ashworth', given: 'Doris' });
    page.title = 'Elm';
    expect(readField(page, title).state).to.equal('not-understood');
  });

  it('takes every parser that the field names, and nothing where two read different things', async () => {
    const page = await openPage('<!doctype html><b class=l>Doris Ashworth</b>');
    const one: Field = { path, read: 'text', parser: ['nameFamilyCommaGiven', 'nameGivenFamily'] };
    expect(readField(page, one).parsed.family).to.equal('Ashworth');
    const two: Field = { path, read: 'text', parser: ['nameFamilyGiven', 'nameGivenFamily'] };
    expect(readField(page, two).state).to.equal('contradictory');
  });
});
