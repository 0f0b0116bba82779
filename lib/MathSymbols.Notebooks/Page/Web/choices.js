// What a reader chooses. The browser stores it for all pages, but a page that is reloaded at once may run in another process, which the
// storage has not told yet; what is written into the history comes with the page. Elsewhere another page's choice may be the later one.
window.nbChoices = (function () {
  'use strict';
  var came = performance.getEntriesByType('navigation')[0];
  var here = came && came.type === 'reload' ? Object.assign({}, history.state) : {};

  function mark() {
    try { history.replaceState(Object.assign({}, history.state, here), ''); } catch (e) { /* too often, or not for this page */ }
  }

  // Each place in the page has an entry of its own in the history.
  window.addEventListener('hashchange', mark);
  return {
    get: function (key) {
      if (typeof here[key] === 'string') return here[key];
      try { return localStorage.getItem(key); } catch (e) { return null; }
    },
    set: function (key, text) {
      here[key] = text;
      mark();
      try { localStorage.setItem(key, text); } catch (e) { /* no storage for this page */ }
    }
  };
}());
