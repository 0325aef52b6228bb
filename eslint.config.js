import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noAmbientTime = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time from the Clock port.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take the time from the Clock port.' },
  {
    selector: "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local|utc)$/]",
    message: 'Take the time from the Clock port.',
  },
];

export default defineConfig(
  globalIgnores(['node_modules/', 'data/', 'dist/', '.tmp/', 'coverage/']),
  { files: ['**/*.ts'], extends: [tseslint.configs.recommendedTypeChecked] },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noAmbientTime],
      'max-lines': ['error', { max: 200, skipBlankLines: true }],
      'no-console': 'error',
    },
  },
  { files: ['src/cli/**', 'src/playground/**', 'src/adapters/embedded-mongo/cli.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/adapters/embedded-mongo/**', 'src/adapters/system-time.ts', 'src/adapters/bench/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
