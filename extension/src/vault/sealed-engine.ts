/** The name of a worker whose engine keeps what people do, sealed under a secret that the vault has. */
export const SEALED_ENGINE = 'ehch-engine-sealed';
