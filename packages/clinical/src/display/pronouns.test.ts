import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pronounsFor } from './pronouns.ts';

test('a resident is she or he if the record says so, and otherwise they', () => {
  const said = ({ subject, object, possessive, verbEnding }: ReturnType<typeof pronounsFor>) =>
    `what ${subject} want${verbEnding}, ask ${object}, ${possessive} usual`;
  assert.equal(said(pronounsFor('female')), 'what she wants, ask her, her usual');
  assert.equal(said(pronounsFor('male')), 'what he wants, ask him, his usual');
  for (const gender of ['other', 'unknown', null] as const)
    assert.equal(said(pronounsFor(gender)), 'what they want, ask them, their usual');
});
