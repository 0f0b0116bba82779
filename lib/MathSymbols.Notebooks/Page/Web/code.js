// Code is opened and folded one by one or all at once, and stays so when this page is opened again.
(function () {
  'use strict';
  var key = 'nb-code:' + location.pathname;
  var button = document.getElementById('nb-toggle-code');
  var code = Array.prototype.slice.call(document.querySelectorAll('.nb-cell > details.nb-code'));
  if (code.length === 0) return;

  // What is open as a rule, and the cells that are an exception to it.
  var state = { open: false, except: [] };
  try { state = JSON.parse(window.nbChoices.get(key)) || state; } catch (e) { /* not of this page's making */ }
  var kept = JSON.stringify(state);

  function cell(details) { return details.closest('.nb-cell').id; }

  function show() {
    code.forEach(function (d) { d.open = state.open !== (state.except.indexOf(cell(d)) >= 0); });
  }

  function told() {
    state.except = code.filter(function (d) { return d.open !== state.open; }).map(cell);
    if (state.except.length === code.length) state = { open: !state.open, except: [] };
    button.textContent = state.open ? 'Hide all code' : 'Show all code';
    // What nobody chose is not kept: it might take the place of what somebody did.
    var now = JSON.stringify(state);
    if (now === kept) return;
    kept = now;
    window.nbChoices.set(key, now);
  }

  show();
  told();
  code.forEach(function (d) { d.addEventListener('toggle', told); });
  // That a fold was touched is told a moment later; the page may be left before.
  window.addEventListener('pagehide', told);
  button.hidden = false;
  button.addEventListener('click', function () {
    state = { open: !state.open, except: [] };
    show();
    told();
  });
}());
