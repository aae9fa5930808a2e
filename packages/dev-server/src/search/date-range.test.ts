import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateMatches, dateRange } from './date-range.ts';
import { splitValues, unescape } from './split.ts';

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });

test('a partial date stands for the whole of its year or month', () => {
  fc.assert(
    fc.property(day, (date) => {
      const text = date.toISOString();
      const ranges = [4, 7, 10, 24].map((length) => dateRange(text.slice(0, length)));
      for (const [i, wide] of ranges.entries()) {
        const narrow = ranges[i + 1];
        if (narrow) assert.ok(wide && wide.start <= narrow.start && wide.end >= narrow.end, text);
      }
    }),
  );
});

test('for two instants exactly one of lt, eq and gt holds, and ge and le agree with them', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      const element = dateRange(b.toISOString());
      assert.ok(element);
      const holds = (prefix: string): boolean => dateMatches(prefix + a.toISOString(), element);
      assert.equal(['lt', 'eq', 'gt'].filter(holds).length, 1);
      assert.equal(holds('ge'), holds('gt') || holds('eq'));
      assert.equal(holds('le'), holds('lt') || holds('eq'));
      assert.equal(holds('ne'), !holds('eq'));
    }),
  );
});

test('a text that is not a FHIR date has no range', () => {
  for (const text of ['', '14-Jul-1941', '1941-7-14', '1941-13-01', '20261121', '2026-11-21T9:30']) {
    assert.equal(dateRange(text), null, text);
  }
});

test('escaped commas stay inside a value', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (values) => {
      const sent = values.map((value) => value.replaceAll(/[\\,|$]/g, String.raw`\$&`)).join(',');
      assert.deepEqual(splitValues(sent).map(unescape), values);
    }),
  );
});
