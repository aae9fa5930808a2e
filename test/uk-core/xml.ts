/** An element of a FHIR definition in XML. Text between elements is narrative there, and is left out. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
}

const TAG = /<(\/)?([\w:]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/)?>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Reads the root element. It knows what published FHIR definitions have, and no more of XML than that. */
export function readXml(text: string): Xml {
  const root = { name: '', attributes: {}, children: [] as Xml[] };
  const open: { children: Xml[] }[] = [root];
  for (const [, end, name = '', attributes = '', isEmpty] of text
    .replaceAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .matchAll(TAG)) {
    if (end !== undefined) open.pop();
    else {
      const element = { name, attributes: attributesIn(attributes), children: [] as Xml[] };
      open.at(-1)?.children.push(element);
      if (isEmpty === undefined) open.push(element);
    }
  }
  return root.children[0] ?? root;
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const pairs = text.matchAll(/([\w:.-]+)="([^"]*)"/g);
  return Object.fromEntries(
    [...pairs].map(([, name = '', value = '']) => [
      name,
      value.replaceAll(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole),
    ]),
  );
}

export function all(xml: Xml | undefined, name: string): readonly Xml[] {
  return xml?.children.filter((child) => child.name === name) ?? [];
}

export function one(xml: Xml | undefined, name: string): Xml | undefined {
  return all(xml, name)[0];
}

export function valueOf(xml: Xml | undefined, name: string): string | null {
  return one(xml, name)?.attributes['value'] ?? null;
}
