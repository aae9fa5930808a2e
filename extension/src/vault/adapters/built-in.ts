import { hosts } from '../../hosts/index.ts';
import type { Adapter } from '../../hosts/binding.ts';
import type { Template } from '../../hosts/template.ts';

/** The adapters of this build, and the templates that a person can bind to a site. A test checks each of them. */
export const builtIn: { readonly adapters: readonly Adapter[]; readonly templates: readonly Template[] } = {
  adapters: hosts,
  templates: hosts.map(({ template }) => template),
};
