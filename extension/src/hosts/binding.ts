import * as z from 'zod/mini';
import { isExactOrigin } from './exact-origin.ts';
import { name, templateSchema } from './template.ts';

// The vault and the tests check adapters with this file. The content script never loads it and takes only its types.

const PATH = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:.-~/';

const pathPrefix = z.string().check(
  z.maxLength(200),
  z.startsWith('/'),
  z.refine((text) => Array.from(text).every((character) => PATH.includes(character))),
  z.refine((text) => !text.includes('//') && !text.includes('..')),
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
              .check(z.refine((text) => isExactOrigin(text, { localhost: isDemo, port: true }))),
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
      }),
    );

export type Adapter = z.infer<ReturnType<typeof adapterSchema>>;
