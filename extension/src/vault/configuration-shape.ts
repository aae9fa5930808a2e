import * as z from 'zod/mini';

// An extension's content security policy refuses compiled code.
z.config({ jitless: true });

const text = z.string().check(z.minLength(1), z.maxLength(200));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const clock = z.string().check(z.regex(/^\d{2}:\d{2}$/));

/** The server's address: https, without a user name or password. Demo builds may also speak http with this machine. */
const address = z.string().check(
  z.maxLength(500),
  z.refine((value) => {
    const url = URL.parse(value);
    if (url === null || url.username !== '' || url.password !== '' || url.hostname.includes('*'))
      return false;
    if (url.protocol === 'https:') return true;
    return __DEMO__ && url.protocol === 'http:' && url.hostname.endsWith('.localhost');
  }),
);

const home = z.strictObject({
  id: text,
  name: text,
  kind: z.enum(['nursing', 'residential']),
  roster: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('group'), id: text }),
    z.strictObject({ kind: z.literal('list'), id: text }),
    z.strictObject({ kind: z.literal('location'), id: text }),
    z.strictObject({ kind: z.literal('local') }),
  ]),
  practice: z.nullable(text),
  round: z.exactOptional(z.strictObject({ weekday: z.int().check(z.minimum(0), z.maximum(6)), time: clock })),
});

const contact = z.strictObject({
  id: text,
  name: text,
  phone: text,
  forLastDays: z.exactOptional(z.boolean()),
  hours: z.array(
    z.strictObject({
      days: z.enum(['working-days', 'every-day', 'weekends-and-holidays']),
      from: clock,
      to: clock,
    }),
  ),
});

const instrument = z.strictObject({
  permissionRef: z.exactOptional(text),
  settings: z.exactOptional(z.unknown()),
});

/** The shape of a place's file, as `PlaceConfiguration` in the clinical package defines it. */
const place = z.strictObject({
  id: text,
  title: text,
  version: text,
  owner: text,
  dated: day,
  signedOff: z.nullable(z.strictObject({ by: text, on: day })),
  homes: z.array(home).check(z.maxLength(50)),
  server: z.exactOptional(z.literal('none')),
  nation: z.exactOptional(z.enum(['england', 'wales', 'scotland', 'northern-ireland'])),
  bankHolidays: z.array(day),
  bankHolidaysUntil: z.exactOptional(day),
  staleAfterMinutes: z.int().check(z.gte(1), z.lte(10_080)),
  contacts: z.array(contact),
  instruments: z.exactOptional(z.record(text, instrument)),
});

export const configurationShape = z.object({
  fhirBaseUrl: address,
  sourceLabel: text,
  // The extension keeps nothing on the disk yet, so it cannot serve a place without a server.
  place: place.check(z.refine(({ server }) => server === undefined)),
  now: z.optional(z.string().check(z.maxLength(40))),
});
