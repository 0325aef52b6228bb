/** Field keys by id. New values go under `current`; all of them open. */
export interface KeyRing {
  current: string;
  keys: ReadonlyMap<string, Buffer>;
}

/** The four secrets of an installation, 32 bytes each (design §2). */
export interface Keys {
  field: KeyRing;
  lookup: Buffer;
  audit: Buffer;
  link: Buffer;
}

/** The same as text, as it stands in the environment or in the key file. FIELD_KEY is `id:base64,id:base64`, the current one first. */
export interface KeyTexts {
  FIELD_KEY: string;
  LOOKUP_KEY: string;
  AUDIT_KEY: string;
  LINK_SECRET: string;
}

export const keyNames = ['FIELD_KEY', 'LOOKUP_KEY', 'AUDIT_KEY', 'LINK_SECRET'] as const;
