/** The version of the kit, as its packages have it. */
export const KIT_VERSION = '0.1.0';
