import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { placeFaultWords, openPlace, placeInForce, readPlaceFile } from '../../src/place.ts';

const NOW = { today: '2026-11-21' };
const file = (name: string) =>
  readFileSync(new URL(`../../../dev-server/places/${name}.json`, import.meta.url), 'utf8');
const HOLMDALE = file('holmdale');
const FERNLEIGH = file('fernleigh');

/** The faults of a text, as whoever looks after the place reads them. */
function said(text: string): readonly string[] {
  return readPlaceFile(text, NOW).faults.map(placeFaultWords);
}

/** The line on which some words of the file stand. */
function lineOf(text: string, words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length;
}

for (const [name, text] of Object.entries({ HOLMDALE, FERNLEIGH }))
  test(`the sample ${name} is taken, and says that nobody has signed it or its ladder`, () => {
    const read = readPlaceFile(text, NOW);
    assert.ok(read.state === 'good', said(text).join('\n'));
    assert.equal(read.place.signedOff, null);
    assert.equal(read.place.ladder?.signedOff, null);
    assert.equal(read.place.isSample, true);
    assert.deepEqual(
      read.faults.map(({ words }) => words.split('.')[0]),
      ['Nobody has signed this file off', 'Nobody has signed the ladder off'],
    );
  });

test('no telephone number is a default but 999 and 111', () => {
  const read = readPlaceFile(HOLMDALE.replaceAll(/"phone": "[^"]*",\n/g, ''), NOW);
  assert.equal(read.state, 'refused');
  assert.ok(read.faults.every(({ words }) => /“phone” is missing/.test(words)));
});

const BROKEN: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'a comma that is missing',
    '"owner": "EHCH Kit, as an example",',
    '"owner": "EHCH Kit, as an example"',
    /Write “,” at the end of this line/,
  ],
  [
    'a comma too many',
    '"nation": "england",',
    '"nation": "england",,',
    /Write a name in double quotation marks/,
  ],
  ['single quotation marks', '"nation": "england"', "'nation': 'england'", /in double quotation marks/],
  ['curly quotation marks', '"england"', '“england”', /straight double quotation marks/],
  ['a text without an end', '"nation": "england",', '"nation": "england,', /no quotation mark at its end/],
  ['a comment', '"nation": "england",', '// which nation\n"nation": "england",', /JSON has no comments/],
  [
    'a number that begins with 0',
    '"phone": "01632 960200"',
    '"phone": 01632',
    /A telephone number stands in quotation marks/,
  ],
  ['a word that is no value', '"signedOff": null,', '"signedOff": nobody,', /“nobody” is no value/],
  [
    'a name that is given twice',
    '"nation": "england",',
    '"nation": "england",\n"nation": "wales",',
    /“nation” is given twice/,
  ],
];

for (const [what, right, wrong, words] of BROKEN)
  test(`${what} is named with its line and with what to do`, () => {
    const text = HOLMDALE.replace(right, wrong);
    assert.notEqual(text, HOLMDALE);
    const [fault, ...more] = said(text);
    assert.match(fault ?? '', words);
    assert.deepEqual(more, []);
    const first = lineOf(text, wrong.split('\n').at(what === 'a name that is given twice' ? 1 : 0) ?? '');
    assert.match(fault ?? '', new RegExp(`^Line ${first}: `));
  });

test('a file that ends too early names the bracket that is not closed, and one that goes on is named', () => {
  const cut = HOLMDALE.slice(0, HOLMDALE.indexOf('"bankHolidaysUntil"'));
  assert.match(said(cut)[0] ?? '', /The file ends too early\. Line 1 is not closed/);
  assert.match(said(`${HOLMDALE}{}`)[0] ?? '', /goes on after its end/);
  assert.match(said('')[0] ?? '', /ends too early/);
  assert.match(said(`[${'['.repeat(99)}`)[0] ?? '', /Too many brackets/);
});

const UNFIT: readonly (readonly [string, string, RegExp])[] = [
  [
    '"nation": "england"',
    '"nation": "cornwall"',
    /“nation” takes one of: england, scotland, wales, northern-ireland/,
  ],
  [
    '"staleAfterMinutes": 1440',
    '"staleAfterMinutes": "1440"',
    /“staleAfterMinutes” takes a whole number|takes a number/,
  ],
  ['"staleAfterMinutes": 1440', '"staleAfterMinutes": 0', /takes no less than 1/],
  [
    '"dated": "2026-11-21",\n  "signedOff"',
    '"dated": "2026-02-30",\n  "signedOff"',
    /“dated” takes a day that exists/,
  ],
  ['"forLastDays"', '"forLastDay"', /“forLastDay” is no field here, and would be dropped silently/],
  ['"from": "08:00"', '"from": "8 am"', /“from” takes a time such as "08:00"/],
  ['"owner": "EHCH Kit, as an example",', '', /“owner” is missing\. Add it/],
  ['"title": "Holmdale demonstration"', '"title": ""', /“title” is empty/],
  ['"kind": "worry"', '"kind": "hunch"', /has a value that is not known here/],
  ['"choking"', '"chocking"', /chocking|firstActions/],
  ['"role": "gp"', '"role": "doctor"', /“role” takes one of: gp, matron/],
];

for (const [right, wrong, words] of UNFIT)
  test(`what does not fit is named with its line: ${wrong || 'nothing'}`, () => {
    const text = HOLMDALE.replace(right, wrong);
    assert.notEqual(text, HOLMDALE, right);
    const all = said(text);
    assert.match(all.join('\n'), words);
    if (wrong !== '') assert.match(all[0] ?? '', new RegExp(`^Line ${lineOf(text, wrong)}: `));
  });

test('every fault of a file is named, not only the first, and what refuses it comes first', () => {
  const text = HOLMDALE.replace('"nation": "england"', '"nation": "cornwall"').replace(
    '"agenda"',
    '"agendas"',
  );
  assert.equal(said(text).length, 2);
  const meant = HOLMDALE.replace('"id": "urgent-response",\n      "name"', '"id": "practice",\n      "name"');
  const read = readPlaceFile(meant, NOW);
  assert.equal(read.state, 'refused');
  assert.equal(read.faults[0]?.weight, 'refused');
  assert.equal(read.faults.at(-1)?.weight, 'warned');
});

test('a file may not say by itself that a newer one was refused', () => {
  const text = HOLMDALE.replace('"nation"', '"refusedNewer": { "lines": [] },\n  "nation"');
  assert.match(said(text)[0] ?? '', /“refusedNewer” is no field here/);
});

test('a broken file leaves the last good one in force, which says so with every line', () => {
  const broken = HOLMDALE.replace('"nation": "england"', '"nation": "cornwall"');
  const { place, keep, faults } = placeInForce(broken, FERNLEIGH, NOW);
  assert.equal(place?.id, 'fernleigh');
  assert.match(place?.refusedNewer?.lines[0] ?? '', /^Line 9: “nation”/);
  assert.equal(keep, null);
  assert.equal(faults.length, 1);
  assert.equal(placeInForce(broken, null, NOW).place, null);
  assert.equal(placeInForce(broken, broken, NOW).place, null);
  const good = placeInForce(HOLMDALE, FERNLEIGH, NOW);
  assert.equal(good.place?.id, 'holmdale');
  assert.equal(good.place?.refusedNewer, undefined);
  assert.equal(good.keep, HOLMDALE);
});

test('a file that cannot be fetched leaves the last good one in force, and what is good is kept', async () => {
  let kept: string | null = null;
  const keeper = { load: async () => kept, save: async (text: string) => void (kept = text) };
  const open = (fetchText: () => Promise<string>) => openPlace({ fetchText, keeper, ...NOW });
  assert.equal((await open(async () => HOLMDALE)).place?.id, 'holmdale');
  assert.equal(kept, HOLMDALE);
  const lost = await open(() => Promise.reject(new Error('offline')));
  assert.equal(lost.place?.id, 'holmdale');
  assert.match(lost.place?.refusedNewer?.lines[0] ?? '', /^The place file could not be fetched/);
  assert.equal(kept, HOLMDALE);
});

test('a keeper that fails keeps no home from its numbers', async () => {
  const fails = () => Promise.reject(new Error('full'));
  const inForce = await openPlace({
    fetchText: async () => HOLMDALE,
    keeper: { load: fails, save: fails },
    ...NOW,
  });
  assert.equal(inForce.place?.id, 'holmdale');
});

test('a keeper that hangs keeps no home from its numbers for longer than half a minute', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const hangs = () => new Promise<never>(() => {});
  const opened = openPlace({
    fetchText: async () => HOLMDALE,
    keeper: { load: hangs, save: hangs },
    ...NOW,
  });
  context.mock.timers.tick(30_000);
  assert.equal((await opened).place?.id, 'holmdale');
});

test('what is no text is refused, and says what to give', () => {
  for (const given of [JSON.parse(HOLMDALE), undefined, null])
    assert.deepEqual(said(given as string), [
      'This is not the text of a file. Give what `.text()` reads, and not what `.json()` makes of it.',
    ]);
});

// Without a day, no list of bank holidays would ever have ended, and no number would be old.
test('a page that does not say which day it is gets no place, and reads what to give', () => {
  for (const given of [undefined, {}, { today: 'yesterday' }, { today: new Date() }]) {
    const read = readPlaceFile(HOLMDALE, given as never);
    assert.equal(read.state, 'refused');
    assert.match(read.faults[0]?.words ?? '', /`today`/);
  }
});

test('a fault that two rules find is told once', () => {
  const faults = said(HOLMDALE.replace('"dated": "2026-11-21"', '"dated": "yesterday"'));
  assert.equal(faults.filter((words) => words.includes('“dated”')).length, 1, faults.join('\n'));
});
