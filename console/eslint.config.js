import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// shared folders → features → app: nobody imports against the arrow, and features never import each other.
const sharedFolders = [
  'api',
  'theme',
  'session',
  'routing',
  'shell',
  'patterns',
  'locales',
  'i18n',
  'verify',
];

export default tseslint.config(
  { ignores: ['target/', 'node_modules/', 'src/api/generated.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  { ...reactHooks.configs.flat.recommended, files: ['src/**/*.{ts,tsx}'] },
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-imports': ['error', importsOf([])],
    },
  },
  {
    files: sharedFolders.map((folder) => `src/${folder}/**/*.{ts,tsx}`),
    rules: {
      'no-restricted-imports': [
        'error',
        importsOf([
          {
            regex: '^@/(features|app)(/|$)',
            message: 'Shared code knows neither features nor the app: pass what it needs as a parameter.',
          },
        ]),
      ],
    },
  },
  {
    files: ['src/features/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        importsOf([
          {
            regex: '^@/(features|app)(/|$)|^(\\.\\./){2,}|^\\.\\./[a-z-]+/[a-z-]+',
            message:
              'A feature imports shared folders with @/ and its own files relatively, never another feature.',
          },
        ]),
      ],
    },
  },
  {
    files: ['src/**/*.test.{ts,tsx}', 'src/test/**'],
    rules: { 'max-lines': 'off' },
  },
  { files: ['scripts/**', 'mock/**', '*.js', '*.ts'], languageOptions: { globals: globals.node } },
  // Its callbacks run inside the page.
  { files: ['scripts/pictures.mjs'], languageOptions: { globals: { document: 'readonly' } } },
  { files: ['public/**'], languageOptions: { globals: globals.browser, sourceType: 'script' } },
);

function importsOf(patterns) {
  return {
    paths: [
      {
        name: '@mui/material',
        message: "Import components by path ('@mui/material/Button'): smaller builds.",
      },
      { name: '@mui/icons-material', message: "Import icons by path ('@mui/icons-material/Search')." },
    ],
    patterns,
  };
}
