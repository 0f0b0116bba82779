(function () {
  'use strict';
  var key = 'nb-code-open';

  function remember(open) {
    try { localStorage.setItem(key, open ? '1' : '0'); } catch (e) { /* no storage for this page */ }
  }

  function remembered() {
    try { return localStorage.getItem(key) === '1'; } catch (e) { return false; }
  }

  // One button opens and closes all code.
  var button = document.getElementById('nb-toggle-code');
  var code = Array.prototype.slice.call(document.querySelectorAll('details.nb-code'));

  function show(open) {
    code.forEach(function (d) { d.open = open; });
    button.setAttribute('aria-pressed', String(open));
    button.textContent = open ? 'Hide all code' : 'Show all code';
  }

  if (code.length > 0) {
    button.hidden = false;
    if (remembered()) show(true);
    button.addEventListener('click', function () {
      var open = button.getAttribute('aria-pressed') !== 'true';
      show(open);
      remember(open);
    });
  }

  // On a phone the contents start folded.
  var contents = document.querySelector('.nb-contents details');
  var narrow = window.matchMedia('(max-width: 64rem)');
  function fold() { contents.open = !narrow.matches; }
  fold();
  narrow.addEventListener('change', fold);
  contents.addEventListener('click', function (e) {
    if (narrow.matches && e.target.closest('a')) contents.open = false;
  });

  // A box that scrolls can be reached and is named; one that does not is left out of the tab order.
  function label(box) {
    var sideways = box.scrollWidth > box.clientWidth + 1;
    var down = box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).maxHeight !== 'none';
    if (sideways || down) {
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      box.setAttribute('aria-label', (box.dataset.label || 'Table') + ', scrolls');
    } else if (box.getAttribute('role') === 'region') {
      box.removeAttribute('tabindex');
      box.removeAttribute('role');
      box.removeAttribute('aria-label');
    }
  }
  var boxes = Array.prototype.slice.call(document.querySelectorAll('.nb-scroll, main .ms-scroll'));
  if ('ResizeObserver' in window) {
    var sizes = new ResizeObserver(function (entries) { entries.forEach(function (e) { label(e.target); }); });
    boxes.forEach(function (box) { sizes.observe(box); });
  }
  function labelAll() { boxes.forEach(label); }
  window.addEventListener('load', labelAll);
  code.forEach(function (d) { d.addEventListener('toggle', labelAll); });
  labelAll();

  // The contents follow the reader.
  var links = {};
  document.querySelectorAll('.nb-toc a').forEach(function (a) { links[decodeURIComponent(a.hash.slice(1))] = a; });
  var heads = Object.keys(links).map(function (id) { return document.getElementById(id); }).filter(Boolean);
  var current = null;
  var waiting = false;
  function follow() {
    waiting = false;
    var at = null;
    for (var i = 0; i < heads.length && heads[i].getBoundingClientRect().top < 120; i++) at = heads[i];
    var link = at && links[at.id];
    if (link === current) return;
    if (current) current.removeAttribute('aria-current');
    if (link) link.setAttribute('aria-current', 'location');
    current = link;
  }
  window.addEventListener('scroll', function () {
    if (!waiting) { waiting = true; requestAnimationFrame(follow); }
  }, { passive: true });
  follow();
}());
