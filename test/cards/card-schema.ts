import { z } from 'zod';

/**
 * The part of Adaptive Cards 1.5 that our templates use, strictly: an unknown property, a missing version or a number where a string
 * belongs is refused, which the reference parser lets through. Charts are newer than 1.5 and allowed only with a fallback.
 */
const spacing = z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding']).optional();
const boxStyle = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).optional();
const colour = z.enum(['Default', 'Accent', 'Good', 'Warning', 'Attention']).optional();
const size = z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional();
const weight = z.enum(['Lighter', 'Default', 'Bolder']).optional();
const align = z.enum(['Left', 'Center', 'Right']).optional();
const yes = z.boolean().optional();
const words = z.string().min(1);

const looks = { size, weight, color: colour, isSubtle: yes };
const data = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const button = {
  title: words,
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  mode: z.enum(['primary', 'secondary']).optional(),
  associatedInputs: z.enum(['auto', 'none']).optional(),
};
const submit = z.strictObject({ type: z.literal('Action.Submit'), data: data.and(z.object({ verb: words })), ...button });
const execute = z.strictObject({ type: z.literal('Action.Execute'), verb: words, data, fallback: submit, ...button });
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), url: z.url({ protocol: /^https?$/ }), ...button });
const action = z.discriminatedUnion('type', [execute, openUrl]);

const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: words,
  wrap: yes,
  style: z.literal('heading').optional(),
  horizontalAlignment: align,
  spacing,
  ...looks,
});
const run = z.strictObject({ type: z.literal('TextRun'), text: words, ...looks });
const richText = z.strictObject({ type: z.literal('RichTextBlock'), spacing, inlines: z.array(run).min(1) });
const factSet = z.strictObject({
  type: z.literal('FactSet'),
  spacing,
  facts: z.array(z.strictObject({ title: words, value: words })).min(1),
});
const actionSet = z.strictObject({ type: z.literal('ActionSet'), spacing, actions: z.array(action).min(1) });

const input = { id: words, label: words, isRequired: yes, errorMessage: words.optional() };
const limited = { ...input, value: z.string().optional(), min: z.string().optional(), max: z.string().optional() };
const inputs = [
  z.strictObject({
    type: z.literal('Input.Text'),
    ...input,
    value: z.string().optional(),
    isMultiline: yes,
    maxLength: z.int().positive().optional(),
  }),
  z.strictObject({ type: z.literal('Input.Date'), ...limited }),
  z.strictObject({ type: z.literal('Input.Time'), ...limited }),
  z.strictObject({
    type: z.literal('Input.Number'),
    ...input,
    value: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('Input.ChoiceSet'),
    ...input,
    value: z.string().optional(),
    style: z.enum(['compact', 'expanded']),
    placeholder: words,
    isMultiSelect: yes,
    wrap: yes,
    choices: z.array(z.strictObject({ title: words, value: words })).min(1),
  }),
  z.strictObject({
    type: z.literal('Input.Toggle'),
    id: words,
    label: words,
    title: words,
    value: z.enum(['true', 'false']),
    valueOn: z.literal('true'),
    valueOff: z.literal('false'),
    wrap: yes,
  }),
] as const;

const cell = z.strictObject({ type: z.literal('TableCell'), items: z.array(textBlock).min(1) });
const table = z.strictObject({
  type: z.literal('Table'),
  spacing,
  firstRowAsHeader: z.literal(true),
  showGridLines: yes,
  columns: z.array(z.strictObject({ width: z.number().positive() })).min(1),
  rows: z.array(z.strictObject({ type: z.literal('TableRow'), cells: z.array(cell).min(1) })).min(1),
  fallback: factSet,
});
const part = z.strictObject({ legend: words, value: z.number(), color: z.enum(['good', 'warning', 'attention']) });
const chart = z.strictObject({
  type: z.literal('Chart.HorizontalBar.Stacked'),
  title: words,
  data: z.array(z.strictObject({ title: words, data: z.array(part).min(1) })).min(1),
  fallback: z.union([z.literal('drop'), factSet]),
});

const container = z.strictObject({
  type: z.literal('Container'),
  style: boxStyle,
  spacing,
  separator: yes,
  get items() {
    return z.array(element).min(1);
  },
});
const column = z.strictObject({
  type: z.literal('Column'),
  width: z.enum(['auto', 'stretch']),
  spacing,
  verticalContentAlignment: z.literal('Center').optional(),
  get items() {
    return z.array(element).min(1);
  },
});
const columnSet = z.strictObject({
  type: z.literal('ColumnSet'),
  spacing,
  separator: yes,
  selectAction: action.optional(),
  columns: z.array(column).min(1),
});
const element: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('type', [textBlock, richText, factSet, actionSet, table, chart, container, columnSet, ...inputs]),
);

export const cardSchema = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  fallbackText: words,
  speak: words,
  body: z.array(element).min(1),
});
