import type { Step } from '../domain/step.js';

/** A section of the policy: where it stands, its heading, and its steps. */
export interface Section {
  cites?: string;
  title: string;
  steps: readonly Step[];
}
