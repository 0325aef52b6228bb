/** `§2.6.2`; an appendix or a law is named as it is. What has no place in the policy itself is not cited to people. */
export const cite = (clause: string): string => (/^\d/.test(clause) ? `§${clause}` : clause.startsWith('F-') ? '' : clause);
