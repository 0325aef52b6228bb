/** `§2.6.2`; an appendix or a document of its own is named as it is. */
export const cite = (clause: string): string => (/^\d/.test(clause) ? `§${clause}` : clause);
