export type Unused = unknown;
