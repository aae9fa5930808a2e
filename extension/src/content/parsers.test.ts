import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Parser } from '../hosts/template.ts';
import { parsers, type Parsed } from './parsers.ts';

const table: Record<Parser, readonly (readonly [text: string, parsed: Parsed | null])[]> = {
  nhsNumber: [
    ['999 000 0018', { nhsNumber: '9990000018' }],
    ['9990000018', { nhsNumber: '9990000018' }],
    ['999-000-0018', { nhsNumber: '9990000018' }],
    ['999\u00a0000\u00a00018', { nhsNumber: '9990000018' }],
    ['\n   999 000\n   0018\t', { nhsNumber: '9990000018' }],
    ['９９９ ０００ ００１８', { nhsNumber: '9990000018' }],
    ['999 000 0019', null],
    ['999 000 0081', null],
    ['000 000 0000', null],
    ['111 111 1111', null],
    ['NHS No 999 000 0018', null],
    ['999 000 0018 999 000 0026', null],
    ['999 000 0026999 000 0034', null],
    ['999 000 00181', null],
    ['1999 000 0018', null],
    ['99900000', null],
    ['999--000--0018', null],
    ['-9990000018', null],
    ['999.000.0018', { nhsNumber: '9990000018' }],
    ['999\u2011000\u20110018', { nhsNumber: '9990000018' }],
    ['999–000–0018', { nhsNumber: '9990000018' }],
    ['999—000—0018', { nhsNumber: '9990000018' }],
    ['999\u2212000\u22120018', { nhsNumber: '9990000018' }],
    ['999 – 000 – 0018', { nhsNumber: '9990000018' }],
    ['999.000-0018', null],
    ['999 000.0018', null],
    ['9.990.000.018', null],
    ['99.90000018', null],
    ['999\u00ad000\u00ad0018', null],
    // Scotland's and Northern Ireland's numbers pass the arithmetic.
    ['010100 0006', null],
    ['311299 9991', null],
    ['320 000 0007', null],
    ['3999999985', null],
    ['400 000 0004', { nhsNumber: '4000000004' }],
    ['999/000/0018', null],
    ['٩٩٩ ٠٠٠ ٠٠١٨', null],
    ['९९९ ००० ००१८', null],
    ['\u200e999 000 0018', null],
    ['\u202e8100 000 999', null],
    ['999 000\u200b 0018', null],
    ['999 000 001²', null],
    ['QQ 12 34 56 C', null],
    ['', null],
    ['9'.repeat(1_000_000), null],
    [`${' '.repeat(1_000_000)}9990000018`, null],
  ],
  ukDate: [
    ['14-Jul-1941', { born: '1941-07-14' }],
    ['14-JUL-1941', { born: '1941-07-14' }],
    ['14/07/1941', { born: '1941-07-14' }],
    ['14-07-1941', { born: '1941-07-14' }],
    ['14.07.1941', { born: '1941-07-14' }],
    ['14 July 1941', { born: '1941-07-14' }],
    ['4 Sept 1941', { born: '1941-09-04' }],
    ['1/2/1941', { born: '1941-02-01' }],
    ['14-Jul-1941 (85y)', { born: '1941-07-14' }],
    ['14-Jul-1941 (64 years)', { born: '1941-07-14' }],
    ['31 October 1962 (64 years old)', { born: '1962-10-31' }],
    ['14-Jul-1941 (85)', { born: '1941-07-14' }],
    ['14-Jul-1941 (Age: 85)', { born: '1941-07-14' }],
    ['14-Jul-1941 (aged 85)', { born: '1941-07-14' }],
    ['14-Jul-1941 85y', { born: '1941-07-14' }],
    ['14-Jul-1941 85y 4m', { born: '1941-07-14' }],
    ['14-Jul-1941, 85 yrs', { born: '1941-07-14' }],
    ['14-Jul-1941 - 85 years', { born: '1941-07-14' }],
    ['14/07/1941 Age: 85', { born: '1941-07-14' }],
    ['14/07/1941 Age 85 years', { born: '1941-07-14' }],
    ['14/07/1941 aged 85', { born: '1941-07-14' }],
    ['14th July 1941', { born: '1941-07-14' }],
    ['1st Mar 1938', { born: '1938-03-01' }],
    ['2nd March 1938', { born: '1938-03-02' }],
    ['23rd March 1938', { born: '1938-03-23' }],
    ['12th March 1938', { born: '1938-03-12' }],
    ['14 July, 1941', { born: '1941-07-14' }],
    ['July 14, 1941', { born: '1941-07-14' }],
    ['July 14th 1941', { born: '1941-07-14' }],
    ['Monday 14 July 1941', { born: '1941-07-14' }],
    ['Mon, 14-Jul-1941', { born: '1941-07-14' }],
    ['Mon 14/07/1941 (85y)', { born: '1941-07-14' }],
    ['Monday, July 14, 1941', { born: '1941-07-14' }],
    ['Tues 15 July 1941', { born: '1941-07-15' }],
    // The weekday and the ordinal are not that day's.
    ['Tuesday 14 July 1941', null],
    ['14st July 1941', null],
    ['11st July 1941', null],
    ['14th/07/1941', null],
    ['Monday', null],
    ['14/07/1941 85', null],
    ['14/07/194185y', null],
    ['14, July, 1941', null],
    ['14/07, 1941', null],
    ['Julember 14, 1941', null],
    ['14 July 1941 (85y) 85y', null],
    ['29/02/1940', { born: '1940-02-29' }],
    ['29/02/1941', null],
    ['31/02/1941', null],
    ['07/14/1941', null],
    ['1941-07-14', null],
    ['1941/07/14', null],
    ['14/07/41', null],
    ['14-Jul-41', null],
    ['00/07/1941', null],
    ['14/00/1941', null],
    ['14/07-1941', null],
    ['14 juillet 1941', null],
    ['14 Jull 1941', null],
    ['Jul-1941', null],
    ['1941', null],
    ['14/07/1941 and 15/07/1941', null],
    ['14/07/1941 (born at home in Leeds)', null],
    ['١٤/٠٧/١٩٤١', null],
    ['not recorded', null],
    ['', null],
    ['1'.repeat(1_000_000), null],
  ],
  isoDate: [
    ['1941-07-14', { born: '1941-07-14' }],
    [' 1941-07-14 ', { born: '1941-07-14' }],
    ['1941-07-14 (85y)', { born: '1941-07-14' }],
    ['Mon 1941-07-14', { born: '1941-07-14' }],
    ['Tue 1941-07-14', null],
    ['1941-02-30', null],
    ['1941-7-14', null],
    ['14-07-1941', null],
    ['1941-07-14T00:00:00Z', null],
    ['', null],
  ],
  nameFamilyCommaGiven: [
    ['ASHWORTH, Doris May', { family: 'ASHWORTH', given: 'Doris May' }],
    ['ASHWORTH, Doris May (Mrs)', { family: 'ASHWORTH', given: 'Doris May' }],
    ['PRYS-JONES,Eleri', { family: 'PRYS-JONES', given: 'Eleri' }],
    ['O’ROURKE,  Kathleen', { family: 'O’ROURKE', given: 'Kathleen' }],
    ['VAN DER BERG , Jan', { family: 'VAN DER BERG', given: 'Jan' }],
    ['ASHWORTH,', { family: 'ASHWORTH' }],
    ['\u202eASHWORTH, Doris', { family: 'ASHWORTH', given: 'Doris' }],
    ['ASHWORTH, Mrs Doris', { family: 'ASHWORTH', given: 'Doris' }],
    ['Mrs ASHWORTH, Doris', { family: 'ASHWORTH', given: 'Doris' }],
    ['ASHWORTH, Doris, Mrs', { family: 'ASHWORTH', given: 'Doris' }],
    ['ASHWORTH, Doris, May', null],
    ['Doris Ashworth', null],
    [', Doris', null],
    ['ASHWORTH, Doris, CASTLE, Nora', null],
    ['ASHWORTH, Doris 14/07/1941', null],
    ['Name: ASHWORTH, Doris', null],
    ['ASHWORTH (CASTLE), Doris (Mrs) (Dot)', { family: 'ASHWORTH', given: 'Doris' }],
    ['ASHWORTH, Doris (Mrs) “Dot”', { family: 'ASHWORTH', given: 'Doris' }],
    ['ASHWORTH, Doris “Dot', null],
    ['ASHWORTH, Doris (Mrs', null],
    ['', null],
    ['x'.repeat(1_000_000), null],
  ],
  nameGivenFamily: [
    ['Doris May Ashworth', { family: 'Ashworth', given: 'Doris May' }],
    ['Mrs Doris Ashworth', { family: 'Ashworth', given: 'Doris' }],
    ['Mr. István Kovács', { family: 'Kovács', given: 'István' }],
    ['Jan van der Berg', { family: 'van der Berg', given: 'Jan' }],
    ['Jan Willem Van Der Berg (Mr)', { family: 'Van Der Berg', given: 'Jan Willem' }],
    ['Olivia St John', { family: 'St John', given: 'Olivia' }],
    ['Doris May ASHWORTH', { family: 'ASHWORTH', given: 'Doris May' }],
    ['Jan VAN DER BERG', { family: 'VAN DER BERG', given: 'Jan' }],
    ['D M Ashworth', { family: 'Ashworth', given: 'D M' }],
    ['D. M. ASHWORTH', { family: 'ASHWORTH', given: 'D. M.' }],
    ['DORIS ASHWORTH', { family: 'ASHWORTH', given: 'DORIS' }],
    ['Doris Ashworth Mrs', { family: 'Ashworth', given: 'Doris' }],
    ['Van Berg', { family: 'Berg', given: 'Van' }],
    ['ASHWORTH, Doris', null],
    ['Mrs Ashworth', null],
    ['Ashworth', null],
    ['Mrs Doris Ashworth 14/07/1941', null],
    ['Room 4 Doris Ashworth', null],
    ['Doris "Dot" Ashworth', { family: 'Ashworth', given: 'Doris' }],
    ['Doris (Dot) Ashworth', { family: 'Ashworth', given: 'Doris' }],
    ['Doris “Ashworth”', null],
    ['of next of kin: Peter Ashworth', null],
    ['', null],
  ],
  nameFamilyGiven: [
    ['Ashworth Doris', { family: 'Ashworth', given: 'Doris' }],
    ['Ashworth Doris May (Mrs)', { family: 'Ashworth', given: 'Doris May' }],
    ['Ashworth Doris Mrs', { family: 'Ashworth', given: 'Doris' }],
    ['ASHWORTH Doris', { family: 'ASHWORTH', given: 'Doris' }],
    ['VAN DER BERG Jan', { family: 'VAN DER BERG', given: 'Jan' }],
    ['van der Berg Jan Willem', { family: 'van der Berg', given: 'Jan Willem' }],
    ['ASHWORTH DORIS', { family: 'ASHWORTH', given: 'DORIS' }],
    ['ASHWORTH, Doris', null],
    ['Ashworth', null],
    ['Mrs Ashworth', null],
    ['', null],
  ],
  namePart: [
    ['ASHWORTH', { family: 'ASHWORTH', given: 'ASHWORTH' }],
    ['ASHWORTH, Doris', null],
    ['Doris (Dot)', { family: 'Doris', given: 'Doris' }],
    ['R1', null],
    ['', null],
  ],
};

/** As British care systems write them. */
const TITLES = 'Mr Mrs Miss Ms Mx Dr Prof Sir Dame Lady Lord Rev Sister'.split(' ');
const MONTHS = [
  'Jan January',
  'Feb February',
  'Mar March',
  'Apr April',
  'May',
  'Jun June',
  'Jul July',
  'Aug August',
  'Sep Sept September',
  'Oct October',
  'Nov November',
  'Dec December',
].map((names) => names.split(' '));

describe('parsers', () => {
  for (const title of TITLES)
    it(`takes ${title} as a title and not as a given name`, () => {
      const { nameGivenFamily } = parsers;
      expect(nameGivenFamily(`${title} Doris Ashworth`)).to.deep.equal({
        family: 'Ashworth',
        given: 'Doris',
      });
    });

  it('reads every month by its number, its name and its short name', () => {
    for (const [index, names] of MONTHS.entries()) {
      const month = String(index + 1).padStart(2, '0');
      for (const name of [month, String(index + 1), ...names])
        expect(parsers.ukDate(`9-${name}-1938`), name).to.deep.equal({ born: `1938-${month}-09` });
    }
  });

  for (const [name, rows] of Object.entries(table)) {
    for (const [text, parsed] of rows) {
      const shown = text.length > 60 ? `${text.length} characters` : JSON.stringify(text);
      it(`${name} reads ${shown} as ${JSON.stringify(parsed)}`, () => {
        expect(parsers[name as Parser](text)).to.deep.equal(parsed);
      });
    }
  }

  it('every written form of a date is read back as that date', () => {
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    const day = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2030-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const born = date.toISOString().slice(0, 10);
        const [year = '', month = '', dayOfMonth = ''] = born.split('-');
        expect(parsers.isoDate(born)).to.deep.equal({ born });
        expect(parsers.ukDate(`${dayOfMonth}/${month}/${year}`)).to.deep.equal({ born });
        expect(parsers.ukDate(`${dayOfMonth}-${months[Number(month) - 1]}-${year}`)).to.deep.equal({ born });
      }),
    );
  });

  it('a valid number with any other character beside it is refused', () => {
    const more = fc
      .string({ minLength: 1, maxLength: 20, unit: 'binary' })
      .filter((text) => /\S/u.test(text));
    fc.assert(
      fc.property(more, (text) => {
        for (const whole of [`${text}9990000018`, `9990000018${text}`])
          expect(parsers.nhsNumber(whole)).to.equal(null);
      }),
    );
  });

  it('every way of writing a day reads as that day, and a weekday of another day as nothing', () => {
    const names =
      'January February March April May June July August September October November December'.split(' ');
    const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
    const day = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2030-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const tail = fc.constantFrom('', ' (85y)', ' (85 years old)', ' 85y 4m', ' Age: 85', ', aged 85');
    fc.assert(
      fc.property(day, tail, fc.nat(6), fc.boolean(), (date, age, shift, isShort) => {
        const born = date.toISOString().slice(0, 10);
        const [name = '', ordinal] = [names[date.getUTCMonth()], ordinalOf(date.getUTCDate())];
        const month = isShort ? name.slice(0, 3) : name;
        const year = born.slice(0, 4);
        const weekday = days[(date.getUTCDay() + shift) % 7] ?? '';
        for (const text of [`${ordinal} ${month} ${year}`, `${month} ${ordinal}, ${year}`]) {
          expect(parsers.ukDate(`${text}${age}`), text).to.deep.equal({ born });
          const whole = `${isShort ? weekday.slice(0, 3) : weekday} ${text}${age}`;
          expect(parsers.ukDate(whole), whole).to.deep.equal(shift === 0 ? { born } : null);
        }
      }),
    );
  });

  it('the order of two numbers is never guessed: a date that reads at all reads with its day first', () => {
    const two = fc.integer({ min: 1, max: 31 });
    fc.assert(
      fc.property(two, two, fc.constantFrom('/', '-', '.', ' '), (day, month, between) => {
        const read = parsers.ukDate([day, month, 1941].join(between))?.born;
        if (read !== undefined) expect(read.slice(5).split('-').map(Number)).to.deep.equal([month, day]);
        else expect(month > 12 || day > 28).to.equal(true);
      }),
    );
  });

  it('a valid number reads alike with every single sign between its groups, and never with two', () => {
    const sign = fc.constantFrom('-', '\u2010', '\u2011', '\u2012', '–', '—', '\u2212', ' ', '\u00a0', '.');
    fc.assert(
      fc.property(sign, (between) => {
        expect(parsers.nhsNumber(['999', '000', '0018'].join(between))).to.deep.equal({
          nhsNumber: '9990000018',
        });
        const twice = ['999', '000', '0018'].join(`${between}${between}`);
        expect(parsers.nhsNumber(twice)).to.deep.equal(
          /\s/u.test(between) ? { nhsNumber: '9990000018' } : null,
        );
      }),
    );
  });

  it('both parts of a name together are its words, whatever they are', () => {
    const word = fc.constantFrom(
      'Doris',
      'ASHWORTH',
      'van',
      'der',
      'Berg',
      'May',
      'D',
      'O’Rourke',
      'KOVÁCS',
      'St',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), (words) => {
        const text = words.join(' ');
        const first = parsers.nameGivenFamily(text);
        expect(`${first?.given} ${first?.family}`).to.equal(text);
        const last = parsers.nameFamilyGiven(text);
        expect(`${last?.family} ${last?.given}`).to.equal(text);
      }),
    );
  });

  it('no text makes a parser throw, and every result fits into a message', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(...Object.keys(table)),
        (text, name) => {
          const { nhsNumber, born, family = '', given = '' } = parsers[name as Parser](text) ?? {};
          expect(nhsNumber ?? '0000000000').to.match(/^\d{10}$/);
          expect(born ?? '1941-07-14').to.match(/^\d{4}-\d{2}-\d{2}$/);
          expect(Math.max(family.length, given.length)).to.be.at.most(120);
        },
      ),
    );
  });
});

function ordinalOf(day: number): string {
  const tail = day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${tail}`;
}
