import type { Adapter } from './binding.ts';
import careDiary from './care-diary/care-diary.template.json' with { type: 'json' };
import gpRecord from './gp-record/gp-record.template.json' with { type: 'json' };
import type { Template } from './template.ts';

/** Systems that a release knows with their addresses. To add one, add a folder beside these and its line here. */
const released: readonly Adapter[] = [];

/** Every adapter that is built into this build. Systems of the demo speak http, and no release build contains them. */
export const hosts: readonly Adapter[] = [
  ...released,
  ...(__DEMO__
    ? [
        bound(gpRecord, 'http://gp.localhost', '/gp-record/'),
        bound(careDiary, 'http://diary.localhost', '/care-diary/'),
      ]
    : []),
];

/** A template at the one address where it counts. A test checks each with the schema. */
function bound(template: object, origin: string, pathPrefix: string): Adapter {
  const { id } = template as Template;
  return { id, template: template as Template, match: [{ origin, pathPrefix }], from: 'built-in' };
}
