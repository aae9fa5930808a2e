/** One version of a resource, in the server's own text. */
export interface StoredResource {
  /** The FHIR type, such as `Observation`. */
  readonly type: string;
  readonly id: string;
  /** `meta.versionId`, without quotation marks or `W/`. `null`: the server does not count versions. */
  readonly version: string | null;
  /** `meta.lastUpdated` as the server wrote it. `null`: it wrote none. */
  readonly updated: string | null;
  /** The JSON text, byte for byte, because a parsed `7.10` would lose its last digit. */
  readonly text: string;
  /**
   * The address under which the server listed it, where that is not its own address + type + id: references between
   * resources may name it by this one.
   */
  readonly fullUrl?: string;
}

/** A resource by type and id: `Observation/o1`. */
export type ResourceKey = string;

/** The version of a resource that the store holds. A tombstone has `isDeleted`. */
export interface HeldVersion {
  readonly version: string | null;
  readonly updated: string | null;
  readonly isDeleted?: true;
}

export function keyOf({ type, id }: { readonly type: string; readonly id: string }): ResourceKey {
  return `${type}/${id}`;
}

export function typeOfKey(key: string): string {
  return key.slice(0, key.indexOf('/'));
}
