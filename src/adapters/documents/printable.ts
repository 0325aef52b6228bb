// What a document cannot hold, and marks that turn the direction of the text round, which could make a letter show other words than were typed.
const NOT_PRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Cs}]/gu;

/** The lines of a text as they may stand on paper; never interpreted. */
export const printableLines = (text: string): string[] => text.replace(NOT_PRINTABLE, '').split(/\r\n|\r|\n/);
