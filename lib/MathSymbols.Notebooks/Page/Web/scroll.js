// A box that scrolls can be reached and is named; one that does not is left out of the tab order.
(function () {
  'use strict';

  var names = {};

  function text(element) { return element ? element.textContent.trim() : ''; }

  // What it says of itself, or the number of its figure and what was unfolded; no name is there twice.
  function name(box) {
    var figure = box.closest('figure');
    var details = box.closest('details:not(.nb-code)');
    var parts = [box.dataset.label || text(figure && figure.querySelector('.nb-figure-number')) || 'Table', text(details && details.querySelector('summary'))];
    var own = parts.filter(Boolean).join(', ');
    names[own] = (names[own] || 0) + 1;
    return names[own] > 1 ? own + ' (' + names[own] + ')' : own;
  }

  function label(box) {
    if (!box.named) box.named = name(box);
    var sideways = box.scrollWidth > box.clientWidth + 1;
    var down = box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).maxHeight !== 'none';
    if (sideways || down) {
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      box.setAttribute('aria-label', box.named + ', scrolls');
    } else if (box.getAttribute('role') === 'region') {
      box.removeAttribute('tabindex');
      box.removeAttribute('role');
      box.removeAttribute('aria-label');
    }
  }

  // A box has a size from the moment it is shown, be it unfolded later.
  var sizes = new ResizeObserver(function (entries) { entries.forEach(function (e) { label(e.target); }); });
  document.querySelectorAll('.nb-scroll, main .ms-scroll').forEach(function (box) { sizes.observe(box); });
}());
