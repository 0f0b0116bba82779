// A box that scrolls can be reached and is named; one that does not is left out of the tab order.
(function () {
  'use strict';

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

  // A box has a size from the moment it is shown, be it unfolded later.
  var sizes = new ResizeObserver(function (entries) { entries.forEach(function (e) { label(e.target); }); });
  document.querySelectorAll('.nb-scroll, main .ms-scroll').forEach(function (box) { sizes.observe(box); });
}());
