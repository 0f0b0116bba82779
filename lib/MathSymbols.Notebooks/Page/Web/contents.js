// The contents follow the reader; on a narrow window they are a bar that opens.
(function () {
  'use strict';
  var nav = document.getElementById('contents');
  var details = nav.querySelector('details');
  var here = nav.querySelector('.nb-here');
  var narrow = window.matchMedia('(max-width: 64rem)');

  function fold() { details.open = !narrow.matches; }
  fold();
  narrow.addEventListener('change', fold);
  nav.addEventListener('click', function (e) {
    if (narrow.matches && e.target.closest('a')) details.open = false;
  });
  nav.addEventListener('keydown', function (e) {
    if (!narrow.matches || e.key !== 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary').focus();
  });

  var links = {};
  nav.querySelectorAll('li > a').forEach(function (a) { links[decodeURIComponent(a.hash.slice(1))] = a; });
  var heads = Object.keys(links).map(function (id) { return document.getElementById(id); }).filter(Boolean);
  var current = null;
  var waiting = false;

  function follow() {
    waiting = false;
    var at = null;
    for (var i = 0; i < heads.length && heads[i].getBoundingClientRect().top < 120; i++) at = heads[i];
    // The last sections may be too short to reach the top.
    var page = document.scrollingElement;
    if (page.scrollTop > 0 && page.scrollTop + innerHeight >= page.scrollHeight - 2) at = heads[heads.length - 1];
    var link = at && links[at.id];
    if (link === current) return;
    if (current) current.removeAttribute('aria-current');
    current = link;
    here.textContent = link ? Array.prototype.map.call(link.children, function (part) { return part.textContent; }).join(' ') : '';
    if (!link) return;
    link.setAttribute('aria-current', 'location');
    // Only the contents are scrolled, and only where they scroll by themselves.
    var above = link.getBoundingClientRect().top - nav.getBoundingClientRect().top;
    if (above < 40 || above > nav.clientHeight - 60) nav.scrollTop += above - nav.clientHeight / 2;
  }
  window.addEventListener('scroll', function () {
    if (!waiting) { waiting = true; requestAnimationFrame(follow); }
  }, { passive: true });
  follow();
}());
