// Auto, light or dark: the reader's choice for all reports, where the browser keeps one.
(function () {
  'use strict';
  var key = 'nb-theme';
  var root = document.documentElement;

  function show(theme) {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
  }

  show(window.nbChoices.get(key));
  document.addEventListener('DOMContentLoaded', function () {
    var box = document.getElementById('nb-theme');
    box.hidden = false;
    box.querySelectorAll('input').forEach(function (input) {
      input.checked = input.value === (root.dataset.theme || 'auto');
      input.addEventListener('change', function () {
        show(input.value);
        window.nbChoices.set(key, input.value);
      });
    });
  });
}());
