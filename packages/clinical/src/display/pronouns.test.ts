import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pronounsFor } from './pronouns.ts';

test('a resident is her or him if the record says so, and otherwise them', () => {
  const said = ({ object, possessive }: ReturnType<typeof pronounsFor>) =>
    `ask ${object}, ${possessive} usual`;
  assert.equal(said(pronounsFor('female')), 'ask her, her usual');
  assert.equal(said(pronounsFor('male')), 'ask him, his usual');
  for (const gender of ['other', 'unknown', null] as const)
    assert.equal(said(pronounsFor(gender)), 'ask them, their usual');
});
