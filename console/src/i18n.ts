import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

// One catalogue: a file per feature is a namespace. English is complete and always there.
const files = import.meta.glob<Record<string, unknown>>('./locales/en/*.json', {
  eager: true,
  import: 'default',
});
const english = Object.fromEntries(
  Object.entries(files).map(([path, messages]) => [path.replace(/^.*\/|\.json$/g, ''), messages]),
);

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: english },
  defaultNS: 'common',
  ns: Object.keys(english),
  interpolation: { escapeValue: false },
  returnNull: false,
});

export default i18next;
