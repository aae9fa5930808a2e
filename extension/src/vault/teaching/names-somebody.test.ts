import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Template } from '../../hosts/template.ts';
import { namesSomebody } from './names-somebody.ts';

const ROSE = { nhsNumber: '9990000018', born: '1938-03-09', family: 'WARD-Banner', given: 'Rose' };
const withStep = (step: object, more: object = {}) =>
  ({
    layouts: [
      {
        subject: {
          nhsNumber: { path: [{ rel: 'descendant', ...step }], read: 'text', parser: 'nhsNumber', ...more },
        },
      },
    ],
  }) as unknown as Template;

test('a word of the person anywhere in a template is found, whole and in each way in which words are joined', () => {
  for (const template of [
    withStep({ id: 'ward' }),
    withStep({ id: 'row_rose' }),
    withStep({ cls: ['a', 'patientRose'] }),
    withStep({ attr: [{ name: 'data-name', op: '=', value: 'Rose' }] }),
    withStep({ tag: 'b' }, { label: { says: ['Rose'], value: 'next cell' } }),
    withStep({ tag: 'b' }, { tail: '(Rose)' }),
    withStep({ tag: 'b' }, { or: [[{ rel: 'child', id: 'rose' }]] }),
  ])
    assert.equal(namesSomebody(template, [ROSE]), true, JSON.stringify(template));
});

test('a name is found without its accents, and one of two letters too', () => {
  for (const [id, family] of [
    ['sian-card', 'Siân'],
    ['sorensen', 'SØRENSEN'],
    ['patient-ng', 'NG'],
  ] as const)
    assert.equal(namesSomebody(withStep({ id }), [{ ...ROSE, family }]), true, id);
});

test('a word inside another is none, and the words of the format are ours', () => {
  for (const template of [
    withStep({ id: 'prose', cls: ['wardrobe'] }),
    withStep({ tag: 'section' }, { label: { says: ['NHS No.'], value: 'next cell' } }),
  ])
    assert.equal(namesSomebody(template, [ROSE]), false, JSON.stringify(template));
  const format = { nhsNumber: null, born: null, family: 'TEXT Next', given: 'Cell Parser' };
  assert.equal(
    namesSomebody(withStep({ tag: 'b' }, { label: { says: ['NHS'], value: 'next cell' } }), [format]),
    false,
  );
  assert.equal(
    namesSomebody(withStep({ id: 'x' }), [{ ...ROSE, family: null, given: 'X' }]),
    false,
    'an initial',
  );
});
