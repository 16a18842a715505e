// Runs before the first paint, in a file of its own: the page's policy allows no inline script.
(function () {
  var mode = localStorage.getItem('mui-mode') || 'system';
  var dark = mode === 'dark' || (mode === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.style.background = dark ? '#0f1115' : '#f6f7f9';
})();
