import * as z from 'zod/mini';
import { isObject, listAt, textAt, type JsonObject } from '../../../entry.ts';
import type { ResourceDefinition } from '../define-resource.ts';
import { HARMLESS_EVERYWHERE, harmlessOf, type Harmless } from './harmless.ts';
import { isHarmlessExtension, readExtension, type ReadExtensions } from './extensions.ts';
import { isHarmlessValue } from './harmless-values.ts';
import { RESOURCES, isReadableType } from '../resources/index.ts';

/** What becomes of an element that is present in a resource. Every element has exactly one fate. */
export type ElementFate =
  /** The schema names it: a map puts it in words, or decides by it. */
  | 'read'
  /** A reviewed list gives the reason why it cannot change the meaning. */
  | 'harmless'
  /** It is neither, so it is shown with the fact. */
  | 'more';

/** One element of a resource, and what becomes of it. */
export interface ElementFound {
  /** The path in FHIR's words, without list positions: `dosageInstruction.timing.repeat.offset`. */
  readonly path: string;
  readonly value: unknown;
  readonly fate: ElementFate;
}

/**
 * Every element of a resource, with what becomes of it. The walk goes as deep as the schema. Whatever the
 * schema takes as a whole is one element, and so is whatever no map reads.
 */
export function elementsOf(definition: ResourceDefinition, raw: JsonObject): readonly ElementFound[] {
  const { harmless = [], extensions = {} } = definition;
  const walk = new Walk(harmless, extensions);
  const { contained: _contained, ...own } = raw;
  walk.object(definition.schema, own, '');
  return [...walk.found, ...listAt(raw, 'contained').flatMap((inner) => containedElements(inner, raw))];
}

/**
 * The fact that names a contained record shows its elements. A contained record that nothing names, or that
 * no reader reads, is itself one unread element.
 */
function containedElements(inner: unknown, raw: JsonObject): readonly ElementFound[] {
  const type = textAt(inner, 'resourceType');
  const id = textAt(inner, 'id');
  const isNamed = id !== null && JSON.stringify(raw).includes(`"#${id}"`);
  if (isObject(inner) && type !== null && isNamed && isReadableType(type))
    return elementsOf(RESOURCES[type], inner).map((found) => ({
      ...found,
      path: `contained.${type}.${found.path}`,
    }));
  return [{ path: `contained.${type ?? 'record'}`, value: inner, fate: 'more' }];
}

/** Collects the elements of one resource. */
class Walk {
  readonly found: ElementFound[] = [];
  readonly #harmless: Harmless;
  readonly #read: ReadExtensions;

  constructor(harmless: Harmless, read: ReadExtensions) {
    this.#harmless = harmless;
    this.#read = read;
  }

  object(schema: z.core.$ZodType, value: JsonObject, path: string): void {
    const shape = shapeOf(schema);
    const here = harmlessOf(schema);
    for (const [key, field] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (key === 'extension' || key.startsWith('_')) this.#extensions(field, at);
      else if (Object.hasOwn(shape, key)) this.#value(shape[key], field, at);
      else {
        const isHarmless =
          HARMLESS_EVERYWHERE.includes(key) ||
          here.includes(key) ||
          this.#harmless.includes(at) ||
          isHarmlessValue(at, field);
        this.#add(at, field, isHarmless ? 'harmless' : 'more');
      }
    }
  }

  #value(schema: z.core.$ZodType | undefined, value: unknown, path: string): void {
    const inner = schema === undefined ? undefined : unwrapped(schema);
    if (Array.isArray(value)) {
      const element = inner instanceof z.ZodMiniArray ? inner.def.element : inner;
      for (const item of value) this.#value(element, item, path);
    } else if (inner instanceof z.ZodMiniObject && isObject(value)) this.object(inner, value, path);
    else this.#add(path, value, 'read');
  }

  /**
   * Any element may have extensions, also a primitive one (`_birthDate`). Each is named by its own address.
   */
  #extensions(value: unknown, path: string, before: readonly unknown[] = []): void {
    if (Array.isArray(value)) {
      for (const [place, item] of value.entries()) this.#extensions(item, path, value.slice(0, place));
    } else if (isObject(value) && Array.isArray(value['extension']) && !('url' in value)) {
      this.#extensions(value['extension'], path);
    } else if (isObject(value)) {
      if ('url' in value) this.#extension(value, path, before);
      else this.#add(path, value, 'harmless');
    }
  }

  #extension(value: JsonObject, path: string, before: readonly unknown[]): void {
    const found = readExtension(this.#read, path, value, before);
    if (found === null) return this.#add(path, value, isHarmlessExtension(value) ? 'harmless' : 'more');
    const { left } = found;
    if (left.length === 0) return this.#add(path, value, 'read');
    // Each part has its own fate and counts once.
    const own = listAt(value, 'extension').filter((part) => !left.includes(part));
    this.#add(path, { ...value, extension: own }, 'read');
    for (const part of left) this.#add(path, part, 'more');
  }

  #add(path: string, value: unknown, fate: ElementFate): void {
    // R4 pads lists of primitive values with `null`. These places are not elements.
    if (value !== null && value !== undefined) this.found.push({ path, value, fate });
  }
}

type Shape = Readonly<Record<string, z.core.$ZodType>>;

function shapeOf(schema: z.core.$ZodType): Shape {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodMiniObject ? inner.def.shape : {};
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniNullable
    ? unwrapped(schema.def.innerType)
    : schema;
}
