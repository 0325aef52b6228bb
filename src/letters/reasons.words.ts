/*
 * Why something is kept back, for the person it is about, by the code of the exemption (T4). A council may change the words. A sentence
 * never says whom it is about, who objected, or what the record says.
 */
const count = (numbers: readonly number[]): string =>
  numbers.length < 2 ? `${numbers[0] ?? ''}` : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`;

export const words = {
  where: (numbers: readonly number[]) => `See number${numbers.length > 1 ? 's' : ''} ${count(numbers)} in the list.`,
  other: 'The law lets us keep this back.',
  why: {
    'EX-TP': 'It tells you about somebody else, and it would not be fair to them to give it to you.',
    'EX-AUTH': 'Somebody else wrote it, and we decided that it would not be fair to them to give it to you.',
    'EX-CRIME': 'Giving it to you is likely to get in the way of preventing or finding crime.',
    'EX-TAX': 'Giving it to you is likely to get in the way of working out or collecting a tax.',
    'EX-HEALTH': 'A health professional told us that giving it to you is likely to do somebody serious harm.',
    'EX-EDU': 'Giving it to you is likely to do somebody serious harm, or is not what is best for a child.',
    'EX-SOCIAL': 'Giving it to you is likely to get in the way of social work, because somebody could come to serious harm.',
    'EX-OCC': 'The professional who wrote it told us that giving it to you is likely to do somebody serious harm.',
    'EX-HSCC': 'Giving it to you is likely to get in the way of dealing with a complaint about health or social care.',
    'EX-ADOPT': 'It is part of an adoption record. There is another way to ask for those.',
    'EX-REF': 'It is a reference that somebody gave in confidence.',
    'EX-MGMT': 'It shows what the council plans, and giving it out now is likely to spoil the plan.',
    'EX-NEG': 'It shows what the council has in mind while it negotiates with you.',
    'EX-LPP': 'It passed between the council and its lawyers, and is private between them.',
    'EX-PUB': 'The council has to publish it for everybody, so you can look it up.',
    'EX-STAT': 'There is another way in law to ask for it.',
    'EX-DISPROP': 'Making a copy would take more work than is reasonable. Ask us if you want to come and look at it instead.',
  } as Readonly<Record<string, string>>,
};
