import * as z from 'zod/mini';
import { isExactOrigin } from './exact-origin.ts';
import { name, templateSchema } from './template.ts';

// The vault and the tests check adapters with this file. The content script never loads it and takes only its types.

const PATH = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:.-~/';

const NO_PATH = 'a path begins with "/", and holds no "//", "..", "*" or "?"';
const PORT = 'a site has a port, which only an adapter from an administrator may have';
const NO_ORIGIN =
  'the whole address of one site has to stand here, such as https://gp.example.nhs.uk: ' +
  'no http, no path, no wildcard, no user name and no IP address';

const pathPrefix = z.string().check(
  z.maxLength(200),
  z.startsWith('/', NO_PATH),
  z.refine((text) => Array.from(text).every((character) => PATH.includes(character)), NO_PATH),
  z.refine((text) => !text.includes('//') && !text.includes('..'), NO_PATH),
);

/**
 * An adapter: a template bound to the addresses where it counts. It is made where a site is enabled.
 *
 * @param isDemo whether this build may speak with hosts on this machine, and with ports
 */
export const adapterSchema = (isDemo: boolean) =>
  z
    .strictObject({
      id: name(60),
      template: templateSchema,
      match: z
        .array(
          z.strictObject({
            origin: z
              .string()
              .check(z.refine((text) => isExactOrigin(text, { localhost: isDemo, port: true }), NO_ORIGIN)),
            pathPrefix,
          }),
        )
        .check(z.minLength(1), z.maxLength(10)),
      /** Who bound it: this build, the organisation, or this user, who took a template or pointed at a page. */
      from: z.enum(['built-in', 'managed', 'bound', 'taught']),
    })
    // A user cannot judge what else answers on another port of a host. An administrator can.
    .check(
      z.refine(({ from, match }) => {
        const allowed = { localhost: isDemo, port: isDemo || from === 'managed' };
        return match.every(({ origin }) => isExactOrigin(origin, allowed));
      }, PORT),
    );

export type Adapter = z.infer<ReturnType<typeof adapterSchema>>;
