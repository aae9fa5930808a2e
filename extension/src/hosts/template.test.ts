import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import sound from './gp-record/gp-record.template.json' with { type: 'json' };
import { templateSchema } from './template.ts';

const isSound = (template: unknown) => templateSchema.safeParse(template).success;
const [layout] = sound.layouts;
if (!layout) throw new Error('The template has no layout.');
const { subject } = layout;
const step = { tag: 'b', rel: 'descendant' };
const number = subject.nhsNumber;

const IN_TITLE = { read: 'page title', parser: 'nameGivenFamily' };

const withSubject = (more: object) => ({ ...sound, layouts: [{ ...layout, subject: more }] });
const withNumber = (more: object) => withSubject({ ...subject, nhsNumber: { ...number, ...more } });
const withParts = (one: object, other: object = one, more: object = {}) => ({
  ...sound,
  layouts: [{ part: one }, { part: other, ...more }],
});
const withStep = (more: object) => withNumber({ path: [{ ...step, ...more }] });

const REFUSED: readonly (readonly [what: string, template: unknown])[] = [
  ['a key that nobody asked for', { ...sound, script: 'x' }],
  ['a key that nobody asked for, in a field', withNumber({ regex: '.*' })],
  ['a key that nobody asked for, in a step', withStep({ css: '*' })],
  ['a prototype', JSON.parse(JSON.stringify(withStep({})).replace('"rel"', '"__proto__":{"css":"*"},"rel"'))],
  ['CSS for a path', withNumber({ path: 'b:has(i)' })],
  ['no step', withNumber({ path: [] })],
  ['nine steps', withNumber({ path: Array.from({ length: 9 }, () => step) })],
  ['a step that could be anything', withNumber({ path: [{ rel: 'descendant' }] })],
  ['a place in a row without its tag', withNumber({ path: [{ id: 'a', nth: 2, rel: 'child' }] })],
  ['a place of zero', withStep({ nth: 0 })],
  ['half a place', withStep({ nth: 1.5 })],
  ['another relation', withStep({ rel: 'sibling' })],
  ['an empty beginning', withStep({ attr: [{ name: 'title', op: '^=', value: '' }] })],
  ['an empty word', withStep({ attr: [{ name: 'title', op: '~=', value: '' }] })],
  ['a value of what need only be present', withStep({ attr: [{ name: 'open', op: 'present', value: 'a' }] })],
  ['a bracket in a tag', withStep({ tag: 'b[x]' })],
  ['a bracket in the name of an attribute', withStep({ attr: [{ name: '[x]', op: 'present' }] })],
  ['a selector for a tag', withStep({ tag: 'b,*' })],
  ['a selector for an id', withStep({ id: 'a] , *' })],
  ['a selector for a class', withStep({ cls: ['a:not(.b)'] })],
  ['a number in an id', withStep({ id: 'patient-9990000018' })],
  ['a number with noughts in an id', withStep({ id: 'patient-800' })],
  ['a number with nines in an id', withStep({ id: 'patient-199' })],
  ['a number in a class', withStep({ cls: ['num999'] })],
  ['a number in an attribute', withStep({ attr: [{ name: 'data-x', op: '=', value: '999 000 0018' }] })],
  [
    'a number in an aria-label',
    withStep({ attr: [{ name: 'aria-label', op: '^=', value: 'NHS 9990000018' }] }),
  ],
  ['a containing match', withStep({ attr: [{ name: 'title', op: '*=', value: 'a' }] })],
  ['a megabyte', withStep({ id: 'a'.repeat(1_000_000) })],
  ['any other attribute', withNumber({ read: { attribute: 'onclick' } })],
  ['painted text', withNumber({ read: 'innerText' })],
  ['a date for a number', withNumber({ parser: 'ukDate' })],
  ['a parser that we do not have', withNumber({ parser: 'regex' })],
  ['a number for a date', withSubject({ ...subject, dob: number })],
  ['a label by itself', withNumber({ label: 'NHS No:' })],
  ['a label that says nothing', withNumber({ label: { says: [], value: 'next cell' } })],
  ['a label with a number', withNumber({ label: { says: ['NHS 999'], value: 'next cell' } })],
  ['a value anywhere', withNumber({ label: { says: ['NHS No'], value: 'anywhere' } })],
  [
    'an input after a label’s text',
    withNumber({ label: { says: ['NHS No'], value: 'text after' }, read: 'value' }),
  ],
  ['a number in the tail', withNumber({ tail: '999' })],
  ['no other place', withNumber({ or: [] })],
  ['another place that is none', withNumber({ or: [[]] })],
  ['no parser', withNumber({ parser: [] })],
  ['a date among the parsers of a number', withNumber({ parser: ['nhsNumber', 'ukDate'] })],
  ['a number in the title of the page', withNumber({ read: 'page title' })],
  [
    'a date of birth in the title of the page',
    withSubject({ ...subject, dob: { ...subject.dob, read: 'page title' } }),
  ],
  ['a label of a colon alone', withNumber({ label: { says: [' : '], value: 'next element' } })],
  ['a label of a wide colon', withNumber({ label: { says: ['：'], value: 'next element' } })],
  ['a number in wide digits', withNumber({ label: { says: ['NHS ９９９'], value: 'next element' } })],
  ['a tail of white space', withNumber({ tail: ' ' })],
  ['the title of a frame', { ...withSubject({ ...subject, family: IN_TITLE }), frame: 'child' }],
  [
    'the title of a frame, in a part',
    withParts({ nhsNumber: number }, { dob: subject.dob, given: IN_TITLE }, { frame: 'child' }),
  ],
  ['a part of nobody', withParts({ family: subject.family })],
  ['parts without a date of birth', withParts({ nhsNumber: number })],
  ['parts without a number', withParts({ dob: subject.dob }, { dob: subject.dob })],
  ['a part in any frame', withParts({ nhsNumber: number }, { dob: subject.dob }, { frame: 'any' })],
  ['a part and a whole in one', { ...sound, layouts: [{ ...layout, part: { nhsNumber: number } }] }],
  ['a number alone', withSubject({ nhsNumber: number })],
  ['a number and a name alone', withSubject({ nhsNumber: number, family: subject.family })],
  ['no layout', { ...sound, layouts: [] }],
  ['a key that nobody asked for, in a layout', { ...sound, layouts: [{ ...layout, css: '*' }] }],
  ['an address', { ...sound, match: [{ origin: 'https://gp.example', pathPrefix: '/' }] }],
  ['any frame', { ...sound, frame: 'any' }],
  ['no settling', { ...sound, settleMs: 0 }],
  ['no patience', { ...sound, settleMs: 99 }],
  ['an hour', { ...sound, settleMs: 3_600_000 }],
  ['another format', { ...sound, schema: 'ehch-adapter/1' }],
  ['nothing', null],
  ['a list', []],
];

describe('templates', () => {
  it('accepts a sound one', () => {
    expect(isSound(sound)).to.equal(true);
  });

  it('accepts what a host may show a number in, how it may name a person, and how it may write a date', () => {
    for (const read of ['text', 'own text', 'value'])
      expect(isSound(withNumber({ read })), read).to.equal(true);
    for (const attribute of ['data-nhs-number', 'data-nhsnumber', 'title', 'aria-label'])
      expect(isSound(withNumber({ read: { attribute } })), attribute).to.equal(true);
    const { dob, nhsNumber } = subject;
    const withRest = (more: object) => withSubject({ dob, nhsNumber, ...more });
    for (const parser of ['nameFamilyCommaGiven', 'nameFamilyGiven', 'nameGivenFamily', 'namePart'])
      for (const part of ['family', 'given'])
        expect(isSound(withRest({ [part]: { ...dob, parser } })), parser).to.equal(true);
    for (const parser of ['ukDate', 'isoDate'])
      expect(isSound(withRest({ dob: { ...dob, parser } })), parser).to.equal(true);
    for (const op of ['=', '~=', '^=', '$='])
      expect(isSound(withStep({ attr: [{ name: 'title', op, value: 'a' }] })), op).to.equal(true);
    for (const frame of ['top', 'child']) expect(isSound({ ...sound, frame }), frame).to.equal(true);
    for (const rel of ['descendant', 'child', 'shadow'])
      expect(isSound(withStep({ rel })), rel).to.equal(true);
    for (const alone of [{ tag: 'b' }, { id: 'a' }, { cls: ['a'] }])
      expect(isSound(withNumber({ path: [{ rel: 'child', ...alone }] }))).to.equal(true);
    expect(isSound(withStep({ attr: [{ name: 'open', op: 'present' }] }))).to.equal(true);
    expect(isSound(withStep({ attr: [{ name: 'open', op: '=', value: '' }] }))).to.equal(true);
    for (const cls of ['w-1/2', 'text-[14px]', 'h-50%', 'md:flex', '2xl'])
      expect(isSound(withStep({ cls: [cls] })), cls).to.equal(true);
    for (const value of ['same element', 'next element', 'next cell', 'cell below', 'text after', 'labelled'])
      expect(isSound(withNumber({ label: { says: ['NHS No'], value } })), value).to.equal(true);
    expect(isSound(withNumber({ or: [[step]], tail: 'Copy', parser: ['nhsNumber'] }))).to.equal(true);
    expect(isSound(withRest({ family: IN_TITLE, given: IN_TITLE }))).to.equal(true);
    const topPart = withParts({ dob }, { nhsNumber, family: IN_TITLE }, { frame: 'top' });
    expect(isSound({ ...topPart, frame: 'child' })).to.equal(true);
    for (const frame of ['top', 'child'])
      expect(isSound(withParts({ nhsNumber }, { dob }, { frame })), frame).to.equal(true);
    expect(isSound(withParts({ nhsNumber }, { dob }))).to.equal(true);
    // Two digits are no number of a person.
    expect(isSound(withStep({ id: 'column-12' }))).to.equal(true);
  });

  for (const [what, template] of REFUSED) {
    it(`${what} is refused`, () => {
      expect(isSound(template)).to.equal(false);
    });
  }

  it('accepts as much as a template may hold of anything, and nothing beyond it', () => {
    const attribute = { name: 'title', op: '=', value: 'a' };
    const many = <T>(length: number, one: T) => Array.from({ length }, () => one);
    const withLabel = (says: readonly string[]) => withNumber({ label: { says, value: 'next cell' } });
    const bounds: readonly (readonly [what: string, most: number, make: (length: number) => unknown])[] = [
      ['letters of a title', 80, (length) => ({ ...sound, title: 'a'.repeat(length) })],
      ['letters of a label', 40, (length) => withLabel(['a'.repeat(length)])],
      ['ways to write a label', 4, (length) => withLabel(many(length, 'a'))],
      ['letters of a tail', 40, (length) => withNumber({ tail: 'a'.repeat(length) })],
      ['other places', 3, (length) => withNumber({ or: many(length, [step]) })],
      ['parsers', 4, (length) => withNumber({ parser: many(length, 'nhsNumber') })],
      ['layouts', 4, (length) => ({ ...sound, layouts: many(length, layout) })],
      ['signs of another page', 8, (length) => ({ ...sound, reject: many(length, [step]) })],
      ['steps of a path', 8, (length) => withNumber({ path: many(length, step) })],
      ['letters of the name of a template', 60, (length) => ({ ...sound, id: 'a'.repeat(length) })],
      ['letters of a tag', 40, (length) => withStep({ tag: 'a'.repeat(length) })],
      ['letters of an id', 80, (length) => withStep({ id: 'a'.repeat(length) })],
      ['letters of a class', 80, (length) => withStep({ cls: ['a'.repeat(length)] })],
      ['classes', 4, (length) => withStep({ cls: many(length, 'a') })],
      ['attributes', 3, (length) => withStep({ attr: many(length, attribute) })],
      [
        'letters of an attribute',
        40,
        (length) => withStep({ attr: [{ ...attribute, name: 'a'.repeat(length) }] }),
      ],
      [
        'letters of its value',
        120,
        (length) => withStep({ attr: [{ ...attribute, value: 'a'.repeat(length) }] }),
      ],
      ['places in a row', 500, (nth) => withStep({ nth })],
      ['milliseconds of settling', 3000, (settleMs) => ({ ...sound, settleMs })],
    ];
    for (const [what, most, make] of bounds) {
      expect(isSound(make(most)), `${most} ${what}`).to.equal(true);
      expect(isSound(make(most + 1)), `${most + 1} ${what}`).to.equal(false);
    }
    for (const empty of [{ title: '' }, { version: 0 }, { version: 1.5 }])
      expect(isSound({ ...sound, ...empty }), JSON.stringify(empty)).to.equal(false);
    expect(isSound({ ...sound, settleMs: 100, version: 1, reject: [] })).to.equal(true);
    expect(isSound(withLabel(['']))).to.equal(false);
  });

  it('the schema answers for any input, and no accepted template holds a number of three digits', () => {
    const anything = fc.anything({ withNullPrototype: true, maxDepth: 3 });
    const keys = fc.constantFrom('layouts', 'reject', 'frame', 'settleMs', 'id', '__proto__');
    fc.assert(
      fc.property(keys, anything, (key, value) => {
        const result = templateSchema.safeParse({ ...sound, [key]: value });
        if (result.success) expect(JSON.stringify(result.data.layouts)).not.to.match(/\d{3}/);
      }),
      { numRuns: 2000 },
    );
  });
});
