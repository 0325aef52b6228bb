/** How Teams draws cards in its light theme, near enough to judge a card by: sizes, colours of boxes and text, six actions at most. */
const palette = { default: { default: '#242424', subtle: '#616161' } };
const text = (normal: string, subtle = normal) => ({ default: normal, subtle });
const foregroundColors = {
  ...palette,
  accent: text('#5b5fc7'),
  good: text('#107c10'),
  warning: text('#f8d22a'),
  attention: text('#c4314b'),
  light: text('#ffffff'),
  dark: text('#242424'),
};
const box = (backgroundColor: string) => ({ backgroundColor, foregroundColors });

export const TEAMS_HOST = {
  supportsInteractivity: true,
  fontFamily: "'Segoe UI', 'Liberation Sans', Arial, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 26, extraLarge: 30 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  containerStyles: {
    default: box('#ffffff'),
    emphasis: box('#faf9f8'),
    good: box('#ccffcc'),
    warning: box('#ffe2b2'),
    attention: box('#ffc5b2'),
    accent: box('#c7def9'),
  },
  inputs: {
    label: { requiredInputs: { suffix: ' *', suffixColor: 'attention', weight: 'default' }, optionalInputs: { weight: 'default' } },
    errorMessage: { color: 'attention', size: 'small' },
  },
  factSet: { title: { weight: 'Bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 16 },
  },
};

/** The look of buttons and inputs, which a host config does not say. */
export const TEAMS_CSS = `
  body { margin: 0; background: #f5f5f5; padding: 16px; display: flex; gap: 16px; align-items: flex-start; font-family: 'Segoe UI', 'Liberation Sans', Arial, sans-serif; }
  .card { flex: none; box-sizing: border-box; background: #fff; border: 1px solid #e0e0e0; border-radius: 6px; overflow: hidden; }
  .ac-pushButton { font: 600 14px 'Liberation Sans', Arial, sans-serif; padding: 6px 12px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff;
    color: #242424; margin-bottom: 8px; max-width: 100%; }
  .ac-pushButton.style-positive { background: #5b5fc7; color: #fff; border-color: #5b5fc7; }
  .ac-input:not(.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect, .ac-toggleInput) { font: 14px 'Liberation Sans', Arial, sans-serif; border: 1px solid #d1d1d1; border-bottom-color: #616161; border-radius: 4px; padding: 6px 10px;
    box-sizing: border-box; width: 100%; background: #fff; }
  .ac-input[type=radio], .ac-input[type=checkbox] { width: auto; margin: 6px; }
  textarea.ac-input { min-height: 60px; }
  .ac-actionSet, .ac-actionSet div { flex-wrap: wrap !important; }
  .ac-selectable:hover { background: #f5f5f5; }
  .ac-textBlock p { margin: 0; }
`;
