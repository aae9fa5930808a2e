import { expect } from '@open-wc/testing';
import { closePages, openPage } from '../content/saved-page.fixtures.ts';
import { fieldAt } from './field-at.ts';
import type { Wanted } from '../messages/teaching.ts';

import { middleOf } from './taught-page.fixtures.ts';

/** What is taken where the element with the id `at` stands. */
async function takenAt(html: string, wanted: Wanted = 'nhsNumber') {
  const page = await openPage(`<!doctype html><body>${html}`);
  const at = page.querySelector('#at');
  if (!at) throw new Error('Nothing to point at.');
  const found = fieldAt(page, middleOf(at), wanted, (element) => element.localName === 'x-closed');
  if (typeof found === 'string') return found;
  const { read, label, readings } = found;
  const says = label === null ? 'no label' : `${label.says}, ${label.value}`;
  return [read, says, ...readings.map(({ parsed }) => Object.values(parsed).join(' | '))];
}

const N = '999 000 0018';
const READ = '9990000018';

describe('what is taken at a point', () => {
  afterEach(closePages);

  for (const [what, html, expected] of [
    ['a number alone', `<b id="at">${N}</b>`, ['text', 'no label', READ]],
    [
      'a number after its label in one element',
      `<p id="at">NHS No. ${N}</p>`,
      ['text', 'NHS No., same element', READ],
    ],
    [
      'a number beside a heading of its row',
      `<table><tr><th>NHS number:</th><td id="at">${N}</td></tr></table>`,
      ['text', 'NHS number, next cell', READ],
    ],
    [
      'a number inside others that hold nothing else',
      `<dl><dt>NHS No.</dt><dd><span><b id="at">${N}</b></span></dd></dl>`,
      ['text', 'NHS No., next element', READ],
    ],
    [
      'a number below a heading of its column',
      `<table><thead><tr><th>Name</th><th>NHS</th></tr></thead><tr><td>a</td><td id="at">${N}</td></tr></table>`,
      ['text', 'NHS, cell below', READ],
    ],
    [
      'a number that stands as text after its label',
      `<div id="at"><b>NHS No:</b> ${N}<br><b>Born</b> 9 March 1938</div>`,
      ['text', 'NHS No, text after', READ],
    ],
    [
      'the value of a read-only input',
      `<label for="at">NHS number</label> <input id="at" readonly value="${N}">`,
      ['value', 'NHS number, labelled', READ],
    ],
    [
      'the number beside a button',
      `<p id="at">${N}<button>Copy</button></p>`,
      ['own text', 'no label', READ],
    ],
    [
      'a piece of a number: the element around all of it',
      `<p><span id="at">999</span> <span>000</span> <span>0018</span></p>`,
      ['text', 'no label', READ],
    ],
    [
      'the label itself: the value beside it',
      `<dl><dt id="at">NHS number</dt><dd>${N}</dd></dl>`,
      ['text', 'NHS number, next element', READ],
    ],
    ['a label that holds a name is none', `<p id="at">Doris ASHWORTH ${N}</p>`, 'not-understood'],
    [
      'a heading that is a name is no label',
      `<table><tr><th>ASHWORTH, Doris</th><td id="at">${N}</td></tr></table>`,
      ['text', 'no label', READ],
    ],
    ['a wrong check digit', '<b id="at">999 000 0019</b>', 'not-understood'],
    ['a CHI number', '<b id="at">010 101 0018</b>', 'not-understood'],
    ['two numbers', `<b id="at">${N} 999 000 0026</b>`, 'not-understood'],
    ['an input that a person can change', `<input id="at" value="${N}">`, 'control'],
    ['a choice', `<select id="at"><option>${N}</option></select>`, 'control'],
    ['a text field', `<textarea id="at">${N}</textarea>`, 'control'],
    ['words that a person can change in place', `<p id="at" contenteditable>${N}</p>`, 'control'],
    ['another page', '<iframe id="at"></iframe>', 'frame'],
    ['a closed part of a page', '<x-closed id="at" style="display:block">.</x-closed>', 'closed'],
    ['words in no colour', `<b id="at" style="color:transparent">${N}</b>`, 'not-seen'],
    ['a sentence', '<p id="at">Seen on Monday.</p>', 'not-understood'],
  ] as const)
    it(what, async () => {
      expect(await takenAt(html)).to.deep.equal(expected);
    });

  it('a date in any way in which people write it, and not its label', async () => {
    for (const [html, label] of [
      ['<b id="at">09-Mar-1938 (88y)</b>', 'no label'],
      ['<p id="at">Born Wed 9th March 1938</p>', 'Born, same element'],
      ['<p id="at">Date of birth: 1938-03-09</p>', 'Date of birth, same element'],
    ] as const)
      expect(await takenAt(html, 'dob')).to.deep.equal(['text', label, '1938-03-09']);
  });

  it('a name in each way in which it can be read, so that a person says which is right', async () => {
    expect(await takenAt('<b id="at">ASHWORTH, Doris May (Mrs)</b>', 'family')).to.deep.equal([
      'text',
      'no label',
      'ASHWORTH | Doris May',
    ]);
    expect(await takenAt('<b id="at">Doris Ashworth</b>', 'family')).to.deep.equal([
      'text',
      'no label',
      'Ashworth | Doris',
      'Doris | Ashworth',
      'Doris Ashworth',
    ]);
    expect(
      await takenAt('<b id="at">Name: ASHWORTH Doris</b>', 'family').then((each) => each.slice(0, 3)),
    ).to.deep.equal(['text', 'Name, same element', 'ASHWORTH | Doris']);
    expect(await takenAt('<dl><dt>Forename</dt><dd id="at">Doris</dd></dl>', 'given')).to.deep.equal([
      'text',
      'Forename, next element',
      'Doris',
    ]);
    expect(await takenAt('<b id="at">Ward 12</b>', 'family')).to.equal('not-understood');
  });
});
