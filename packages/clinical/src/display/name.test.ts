import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PersonName } from '../resident/identity.ts';
import { formatName } from './name.ts';
import { plainText } from './plain-text.ts';

const name = (parts: Partial<PersonName>): PersonName => ({
  family: null,
  given: [],
  title: null,
  text: null,
  ...parts,
});

test('a name is written FAMILY, Given (Title)', () => {
  const cases: readonly (readonly [Partial<PersonName>, string])[] = [
    [{ family: 'Lidman-Sun', given: ['bronwyn'], title: 'mrs.' }, 'LIDMAN-SUN, Bronwyn (Mrs)'],
    [{ family: "O'Brien", given: ['SEÁN', 'patrick'] }, "O'BRIEN, Seán Patrick"],
    [{ family: 'McDonald', given: ['MCKENZIE'], title: 'DR' }, 'MCDONALD, McKenzie (Dr)'],
    [{ family: 'MacLeod', given: ['MACKENZIE'] }, 'MACLEOD, Mackenzie'],
    [{ family: 'de la Cruz', given: ["ANNE-MARIE D'ARCY"] }, "DE LA CRUZ, Anne-Marie D'Arcy"],
    [{ family: 'Smith', given: ['DeShawn', "d'Arcy"] }, "SMITH, DeShawn d'Arcy"],
    [{ family: 'Smith', given: ['J'], title: 'Prof. Dr.' }, 'SMITH, J (Prof Dr)'],
    [{ family: 'Smith', title: 'Ms' }, 'SMITH (Ms)'],
    [{ given: ['Cher'] }, 'Cher'],
    [{ family: 'عبد الله', given: ['فاطمة'] }, 'عبد الله, فاطمة'],
    [{ text: 'Mrs Mary  Smith' }, 'Mrs Mary Smith'],
    [{ title: 'Mrs', text: 'Mrs Mary Smith' }, 'Mrs Mary Smith'],
    [{ family: 'Smith', given: ['Mary'], text: 'Maria Smythe' }, 'SMITH, Mary'],
    [{ title: 'Mrs' }, 'Name not recorded (Mrs)'],
    [{ family: ' ', given: ['', ' '], text: '\u200B' }, 'Name not recorded'],
    [{}, 'Name not recorded'],
  ];
  for (const [parts, expected] of cases) assert.equal(formatName(name(parts)), expected);
  assert.equal(formatName(null), 'Name not recorded');
});

test('a name never loses a letter', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('a', 'É', 'ß', "'", '-', 'Mc', 'S', ' ') }),
  );
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 3 }), fc.option(word), (family, given, title) => {
      fc.pre(letters(family + given.join('')) !== '');
      assert.equal(
        letters(formatName(name({ family, given, title }))),
        letters(family + given.join('') + (title ?? '')),
      );
    }),
    { numRuns: 3000 },
  );
});

test('no character in a name can reverse the line or hide in it', () => {
  assert.equal(plainText('ab\u202Ecd\u2066\u200B\u200E\u2069 \n\t e\u00A0f\u0000'), 'abcd e f');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(plainText(text), /[\u202A-\u202E\u2066-\u2069\u200B-\u200F\p{Cc}]|^\s|\s\s|\s$/u);
    }),
  );
});

/** Letters whatever their case, in order. */
function letters(text: string): string {
  return text.toLowerCase().toUpperCase().normalize('NFKD').replace(/\P{L}/gu, '');
}
