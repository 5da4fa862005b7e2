import js from '@eslint/js';
import vitest from '@vitest/eslint-plugin';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Frameworks and Node stay out of scoring/: values in, values out. */
const outsideScoring = [
  '@remix-run/*',
  'react',
  'react-*',
  'kysely',
  'better-sqlite3',
  'express',
  'zod',
  'node:*',
];

/**
 * The one arrow of imports: app -> db -> scoring, app -> scoring. Product code never imports test/.
 * Other folders are reached by their # name only, so that the rule sees every crossing. (The patterns are those of
 * .gitignore, where a bare # begins a comment: test/config/import-boundaries.test.ts tries each of them.)
 */
const boundary = (folder, forbidden, why) => ({
  files: [`${folder}/**/*.{ts,tsx,js,mjs}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: forbidden, message: why },
          {
            regex: '^\\.\\./.*\\.\\./(app|db|scoring|test)/|^\\.\\./(app|db|scoring|test)/',
            message: why,
          },
        ],
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['build/', 'data/', 'coverage/', 'node_modules/', 'test/reference/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Remix answers by throwing Responses: that is the framework's way to refuse.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'lib', name: 'Response' }] },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      // Leaving fields out of an object by naming them is how a form's control fields are put aside.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Remix types its load context by merging an interface that has no members of its own.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.strict],
    rules: {
      ...reactHooks.configs.recommended.rules,
      // A region that scrolls must take focus, or the keyboard cannot reach what it hides.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region', 'tabpanel'] }],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    plugins: { vitest },
    rules: {
      ...vitest.configs.recommended.rules,
      'vitest/no-focused-tests': 'error',
      'vitest/no-disabled-tests': 'error',
      'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
      // Reference files are indexed by name throughout; a missing name fails the comparison itself.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  boundary(
    'scoring',
    ['\\#app/*', '\\#db/*', '\\#test/*', ...outsideScoring],
    'scoring/ is pure: it imports nothing from app/, db/, test/, frameworks or Node.',
  ),
  boundary(
    'db',
    ['\\#app/*', '\\#test/*', '@remix-run/*', 'react', 'react-*'],
    'db/ may import scoring/ only.',
  ),
  boundary(
    'app',
    ['\\#test/*', 'kysely', 'better-sqlite3'],
    'app/ reaches data through db/ and never imports test/.',
  ),
);
