import { adapterSchema, type Adapter } from '../../hosts/binding.ts';
import type { Template } from '../../hosts/template.ts';
import { whyRefused } from './why-refused.ts';

/** An adapter as it may be used, or why it may not. There is nothing between: half an adapter is none. */
export type Checked =
  | { readonly adapter: Adapter; readonly refused?: undefined }
  | { readonly adapter: null; readonly refused: readonly string[] };

/**
 * Checks an adapter that came from outside this build. Where it came from is our own word and never the file's. It
 * may name a template of this build by its id.
 */
export function adapterOfFile(
  what: string,
  file: unknown,
  from: Exclude<Adapter['from'], 'built-in'>,
  templates: readonly Template[],
): Checked {
  if (typeof file !== 'object' || file === null || Array.isArray(file))
    return refuse(`${what}: it is no adapter. An adapter has “id”, “template” and “match”.`);
  const { template } = file as { readonly template?: unknown };
  const known = templates.find(({ id }) => id === template);
  if (typeof template === 'string' && known === undefined)
    return refuse(`${what}: this extension knows no template of that id. Give the template itself.`);
  const result = adapterSchema(__DEMO__).safeParse(
    { ...file, from, template: known ?? template },
    { reportInput: true },
  );
  return result.success
    ? { adapter: result.data }
    : { adapter: null, refused: whyRefused(what, result.error.issues) };
}

function refuse(words: string): Checked {
  return { adapter: null, refused: [words] };
}
