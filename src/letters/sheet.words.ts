/* The headings of the supplementary information sheet. What stands under them comes from the council's own file. */
export const words = {
  title: 'How we use your information',
  intro: ({ name }: { name: string }) => `We are ${name}. We decide how your information is used, and we answer for it.`,
  purposes: 'Why we use it',
  purposesIntro: 'We use information about people:',
  categories: 'What kinds we hold',
  categoriesIntro: 'We do not hold all of this about everybody. Our reply shows what we hold about you.',
  recipients: 'Who else may see it',
  retention: 'How long we keep it',
  sources: 'Where we get it',
  automated: 'Decisions by a computer',
  rights: 'Your rights',
  rightsIntro: 'You can:',
  rightsNext: 'We do not have to say yes each time. If we say no, we tell you why.',
  ask: 'Who to ask',
  version: (version: string) => `Version of ${version}`,
} as const;
